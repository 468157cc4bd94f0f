import type { WatchState } from '../../../shared/contract'
import { grouped } from '../../../shared/counted'

/** What the menu offers while terminals ask the person something that they cannot see. */
export const askingWords = (asking: number): string =>
  asking === 1 ? 'A terminal asks you something' : `${asking} terminals ask you something`

/**
 * The tooltip and the menu's first line, such as `Sessiondeck: 312 live, paused`.
 *
 * @param asking terminals that ask the person something that they cannot see
 */
export function trayTitle(live: number, state: WatchState, asking: number): string {
  const notes = [`${grouped(live)} live`]
  if (state.paused) notes.push('paused')
  if (state.mutedUntil !== null) notes.push('muted')
  if (asking > 0) notes.push(asking === 1 ? 'a terminal asks you' : `${asking} terminals ask you`)
  return `Sessiondeck: ${notes.join(', ')}`
}
