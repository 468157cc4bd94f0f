import type { WatchState } from '../../../shared/contract'
import { trayText } from '../../../shared/text/tray'

/**
 * The tooltip and the menu's first line, such as `Sessiondeck: 312 live, paused`.
 *
 * @param asking terminals that ask the person something that they cannot see
 */
export function trayTitle(live: number, state: WatchState, asking: number): string {
  const notes = [trayText.live(live)]
  if (state.paused) notes.push(trayText.paused)
  if (state.mutedUntil !== null) notes.push(trayText.muted)
  if (asking > 0) notes.push(trayText.asking(asking))
  return trayText.title(notes.join(', '))
}
