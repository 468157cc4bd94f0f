import type { Action } from '../../../shared/action'
import type { RosterRow } from '../../../shared/session'
import type { Provider } from '../providers/provider'

/** Largest delay of a service's clock behind ours, ms. */
const skewMs = 60_000
/** Largest difference between two reports of one start, ms. */
const sameStartMs = 5_000

/**
 * One disconnect from the click to its last outcome. `sending`: on the wire. `waiting`: no heartbeat has confirmed it yet.
 * `over`: its time is over, and it was still there or could not be confirmed. `gone`: its user may yet come back. Its times
 * are monotonic.
 */
export type FollowedDisconnect = {
  action: Action
  phase: 'sending' | 'waiting' | 'over' | 'gone'
  row: RosterRow
  /** The provider that the request went to. */
  provider: Provider | undefined
  requestedMs: number
  deadlineMs: number
  goneMs: number | null
  /** A session of the same user that came after the request. */
  successor: RosterRow | null
}

/** Whether a heartbeat can still confirm it. */
export const isOpen = ({ phase, action }: FollowedDisconnect): boolean =>
  phase === 'waiting' || (phase === 'over' && action.outcome.kind === 'unknown')

/** Whether the same user's session began after the disconnect: a service can give them the same id again. */
export const isNewStay = ({ startedAt }: RosterRow, { row, action }: FollowedDisconnect): boolean =>
  startedAt !== null &&
  row.startedAt !== null &&
  startedAt > row.startedAt + sameStartMs &&
  startedAt > action.requestedAt - skewMs
