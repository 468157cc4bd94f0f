import type { Action, Outcome } from '../../../shared/action'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { Provider } from '../providers/provider'
import { notWatchedNow } from './new-action'

/** For how long we wait where no document says, ms. */
const usualMs = 30_000
/** When the service is asked for the first time, ms after the disconnect. */
const soonMs = 3_000

const nobodyCanTell: Outcome = {
  kind: 'unknown',
  error: {
    kind: 'outcome-unknown',
    message: 'The service was asked again whether the session left, and gave no answer.',
  },
}

type Confirmed = { action: Action; accountId: string; asking: AbortController; cancelTimers: (() => void)[] }

/**
 * Confirms the disconnects of sessions that no heartbeat lists: the service is asked for the session itself, once soon
 * and once when the documented time is over.
 */
export class Confirmations {
  readonly #clock: Clock
  readonly #settle: (action: Action) => void
  readonly #pending = new Map<SessionKey, Confirmed>()

  /** `settle` takes every new outcome. */
  constructor(clock: Clock, settle: (action: Action) => void) {
    this.#clock = clock
    this.#settle = settle
  }

  /** The action that is being confirmed for a session. */
  pending(key: SessionKey): Action | undefined {
    return this.#pending.get(key)?.action
  }

  /** Follows a disconnect that left. `mayTakeMs`: the documented time for which the session may stay. */
  begin(action: Action, row: RosterRow, provider: Provider, mayTakeMs: number | null): void {
    if (!provider.isLive) return
    const confirmed: Confirmed = {
      action,
      accountId: row.accountId,
      asking: new AbortController(),
      cancelTimers: [],
    }
    this.#pending.set(row.key, confirmed)
    const untilDeadline = Math.max(0, action.requestedAt + (mayTakeMs ?? usualMs) - this.#clock.now())
    const check = async (isLast: boolean) => {
      const live = await provider.isLive?.(row, confirmed.asking.signal)
      const outcome = live?.ok ? this.#seen(live.value, action, isLast) : isLast ? nobodyCanTell : null
      if (outcome) this.#end(row.key, confirmed, outcome)
    }
    if (soonMs < untilDeadline)
      confirmed.cancelTimers.push(this.#clock.schedule(soonMs, () => void check(false)))
    confirmed.cancelTimers.push(this.#clock.schedule(untilDeadline, () => void check(true)))
  }

  /** This account is no longer watched: its service is not asked again. */
  unwatched(accountId: string): void {
    for (const [key, confirmed] of this.#pending)
      if (confirmed.accountId === accountId) this.#end(key, confirmed, notWatchedNow)
  }

  #seen(isLive: boolean, { requestedAt }: Action, isLast: boolean): Outcome | null {
    const afterMs = this.#clock.now() - requestedAt
    if (!isLive) return { kind: 'gone', afterMs }
    return isLast ? { kind: 'still-listed', afterMs } : null
  }

  #end(key: SessionKey, confirmed: Confirmed, outcome: Outcome): void {
    if (this.#pending.get(key) !== confirmed) return
    this.#pending.delete(key)
    for (const cancel of confirmed.cancelTimers) cancel()
    confirmed.asking.abort()
    this.#settle({ ...confirmed.action, outcome })
  }
}
