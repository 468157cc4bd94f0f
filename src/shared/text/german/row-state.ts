import type { Translation } from '../catalogue'
import type { rowStateText } from '../row-state'

export const rowState: Translation<typeof rowStateText> = {
  live: 'live',
  disconnecting: 'wird getrennt',
  stale: 'ungewiss',
  left: 'gegangen',
  unwatched: 'nicht beobachtet',
}
