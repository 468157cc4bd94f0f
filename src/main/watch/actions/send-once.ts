import type { Action } from '../../../shared/action'
import { ok, type Result } from '../../../shared/result'
import type { Clock } from '../../clock'
import type { Departure } from '../providers/provider'
import type { ActionLog } from './action-log'

/** Wait for its turn after which an action is shown as waiting, ms: most leave at once. */
const reportAfterMs = 250

/** What sending an action depends on. */
type SendOnceParts = { clock: Clock; log: Pick<ActionLog, 'plan' | 'record'> }

/** A person's own action is withdrawn by nobody. */
const never = new AbortController().signal

/**
 * Sends the one request of an action that is `planned`: it is recorded before it waits for its turn, and again as `sending`
 * when that has come, so that what has not left never reads as if it had. `onLeaving` is called then. Returns what `run`
 * did; fails with `internal` where it could not be recorded, and so did not leave.
 */
export async function sendOnce<T>(
  { clock, log }: SendOnceParts,
  { action, identities = [] }: { action: Action; identities?: readonly string[] },
  run: (departure: Departure) => Promise<Result<T>>,
  onLeaving: (left: Action) => void = () => undefined,
): Promise<Result<Result<T>>> {
  const planned = log.plan(action, identities)
  if (!planned.ok) return planned
  let told = false
  const tell = (now: Action): Result<void> => {
    cancelReport()
    told = true
    return log.record(now)
  }
  const cancelReport = clock.schedule(reportAfterMs, () => tell(action))
  let recorded: Result<void> = planned
  const leaves = () => {
    const left: Action = { ...action, outcome: { kind: 'sending' } }
    recorded = tell(left)
    if (recorded.ok) onLeaving(left)
    return recorded.ok
  }
  const result = await run({ kind: 'action', signal: never, leaves })
  // It did not leave, after a short wait: listeners of the log get the new action first, then its outcome.
  if (!told) tell(action)
  return recorded.ok ? ok(result) : recorded
}
