import { ActionLog } from '../../src/main/watch/actions/action-log'
import { History } from '../../src/main/watch/history/history'
import type { Action } from '../../src/shared/action'
import type { LogQuery } from '../../src/shared/action-log'

/** An action log over a file of its own; `written` gets its events. */
export function openActionLog(file: string, clock: { now(): number }, written: Action[]) {
  const warnings: string[] = []
  const warn = (line: string) => warnings.push(line)
  const history = new History({ file, now: () => clock.now(), warn })
  const later: (() => void)[] = []
  const log = new ActionLog({
    history,
    emit: (action) => written.push(action),
    warn,
    schedule: (_delayMs, run) => later.push(run),
  })
  /** Runs what the log has scheduled. */
  const runLater = () => {
    for (const run of later.splice(0)) run()
  }
  return { log, history, warnings, runLater }
}

/** A search that narrows nothing. */
export const wholeLog: LogQuery = {
  text: '',
  kinds: [],
  accountId: null,
  outcomes: [],
  batchId: null,
  from: null,
  to: null,
  before: null,
  limit: 5_000,
}

/** A message that was delivered. */
export const loggedAction = (id: string, fields: Partial<Action> = {}): Action => ({
  id,
  batchId: null,
  kind: 'message',
  accountId: 'a1',
  accountLabel: 'Hub One',
  provider: 'luaprot',
  sessionKey: 'a1:1',
  target: 'Wompus',
  sent: 'Hello',
  reason: null,
  requestedAt: 1_000,
  outcome: { kind: 'delivered' },
  ...fields,
})
