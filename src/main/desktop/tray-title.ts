import type { WatchState } from '../../shared/contract'

/** The tooltip and the menu's first line, such as `Sessiondeck: 312 live, paused`. */
export function trayTitle(live: number, state: WatchState): string {
  const notes = [`${live.toLocaleString('en-US')} live`]
  if (state.paused) notes.push('paused')
  if (state.mutedUntil !== null) notes.push('muted')
  return `Sessiondeck: ${notes.join(', ')}`
}
