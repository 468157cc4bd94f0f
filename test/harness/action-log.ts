import { ActionLog } from '../../src/main/watch/actions/action-log'
import { History } from '../../src/main/watch/history/history'
import type { Action } from '../../src/shared/action'

/** An action log over a file of its own; `written` gets what it tells of. */
export function openActionLog(file: string, clock: { now(): number }, written: Action[]) {
  const warnings: string[] = []
  const warn = (line: string) => warnings.push(line)
  const now = () => clock.now()
  const history = new History({ file, now, warn })
  const log = new ActionLog({ history, now, emit: (action) => written.push(action), warn })
  return { log, history, warnings }
}
