import type { RosterRow } from '../../../shared/session'
import type { Acting } from './acting'
import type { FollowedDisconnect } from './followed-disconnect'

/** When heartbeats are brought forward after the service's answer, ms. */
const nudgesAfterMs = [1_000, 3_000, 8_000, 20_000] as const
/** Time after the documented one within which a heartbeat may still confirm, ms: longer than an answer is waited for. */
const graceMs = 20_000

/**
 * Brings heartbeats forward that can confirm disconnects, and reports those disconnects that none confirmed in time. Those
 * of one request are overdue at the same time: they are reported together.
 */
export class ConfirmingHeartbeats {
  readonly #acting: Pick<Acting, 'clock' | 'accounts'>
  readonly #onOverdue: (overdue: readonly FollowedDisconnect[]) => void
  readonly #cancels = new WeakMap<FollowedDisconnect, (() => void)[]>()
  #overdue: FollowedDisconnect[] = []

  constructor(
    acting: Pick<Acting, 'clock' | 'accounts'>,
    onOverdue: (overdue: readonly FollowedDisconnect[]) => void,
  ) {
    this.#acting = acting
    this.#onOverdue = onOverdue
  }

  /** Waits for a heartbeat about a disconnect whose session is listed as `row`. */
  begin(disconnect: FollowedDisconnect, { accountId, scopes }: RosterRow): void {
    const { clock, accounts } = this.#acting
    const untilDeadline = Math.max(0, disconnect.deadlineMs - clock.monotonicMs())
    const delays = [...nudgesAfterMs.filter((delay) => delay < untilDeadline), untilDeadline]
    const nudge = () => accounts.get(accountId)?.nudge(scopes)
    this.#cancels.set(disconnect, [
      ...delays.map((delay) => clock.schedule(delay, nudge)),
      clock.schedule(untilDeadline + graceMs, () => this.#isOverdue(disconnect)),
    ])
  }

  /** Waits no longer. */
  stop(disconnect: FollowedDisconnect): void {
    for (const cancel of this.#cancels.get(disconnect) ?? []) cancel()
    this.#cancels.delete(disconnect)
  }

  #isOverdue(disconnect: FollowedDisconnect): void {
    this.#overdue.push(disconnect)
    if (this.#overdue.length === 1)
      this.#acting.clock.schedule(0, () => this.#onOverdue(this.#overdue.splice(0)))
  }
}
