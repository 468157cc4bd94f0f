import type { Action, Outcome } from '../../../shared/action'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { Provider } from '../providers/provider'

/** For how long we wait where no document says, ms. */
const usualMs = 30_000
/** When the service is asked for the first time, ms after the disconnect. */
const soonMs = 3_000

const nobodyCanTell = 'The service was asked again whether the session left, and gave no answer.'

/**
 * Confirms the disconnects of sessions that no heartbeat lists: the service is asked for the session itself, once soon
 * and once when the documented time is over.
 */
export class Confirmations {
  readonly #clock: Clock
  readonly #settle: (action: Action) => void
  readonly #pending = new Map<SessionKey, Action>()

  /** `settle` takes every new outcome. */
  constructor(clock: Clock, settle: (action: Action) => void) {
    this.#clock = clock
    this.#settle = settle
  }

  /** The action that is being confirmed for a session. */
  pending(key: SessionKey): Action | undefined {
    return this.#pending.get(key)
  }

  /** Follows a disconnect that left. `mayTakeMs`: the documented time for which the session may stay. */
  begin(action: Action, row: RosterRow, provider: Provider, mayTakeMs: number | null): void {
    if (!provider.isLive) return
    this.#pending.set(row.key, action)
    const untilDeadline = action.requestedAt + (mayTakeMs ?? usualMs) - this.#clock.now()
    const check = async (isLast: boolean) => {
      if (this.#pending.get(row.key) !== action) return
      const live = await provider.isLive?.(row, new AbortController().signal)
      const outcome = live?.ok ? this.#seen(live.value, action, isLast) : this.#unseen(isLast)
      if (!outcome || this.#pending.get(row.key) !== action) return
      this.#pending.delete(row.key)
      this.#settle({ ...action, outcome })
    }
    if (soonMs < untilDeadline) this.#clock.schedule(soonMs, () => void check(false))
    this.#clock.schedule(Math.max(0, untilDeadline), () => void check(true))
  }

  #seen(isLive: boolean, { requestedAt }: Action, isLast: boolean): Outcome | null {
    const afterMs = this.#clock.now() - requestedAt
    if (!isLive) return { kind: 'gone', afterMs }
    return isLast ? { kind: 'still-listed', afterMs } : null
  }

  #unseen(isLast: boolean): Outcome | null {
    return isLast ? { kind: 'unknown', error: { kind: 'outcome-unknown', message: nobodyCanTell } } : null
  }
}
