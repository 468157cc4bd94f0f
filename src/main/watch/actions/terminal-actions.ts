import type { Action, ActionKind } from '../../../shared/action'
import { sessionKey } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { Departure } from '../providers/provider'
import { nameLabel } from '../sessions/user'
import type { ActionLog } from './action-log'
import { accountAction, type Owner, outcomeOf } from './new-action'
import { sendOnce } from './send-once'

/** What the actions of our own terminals depend on. */
export type TerminalActionsParts = {
  clock: Clock
  log: Pick<ActionLog, 'plan' | 'record' | 'settle'>
  /** What identifies a session's person, for the log to hash; nothing where no heartbeat lists it. */
  identities(key: SessionKey): readonly string[]
}

/**
 * Sessions that our own terminals create and end. Each is written to the log before its request leaves and again with
 * what came of it; what cannot be written does not leave. A session's token is no part of it.
 */
export class TerminalActions {
  readonly #parts: TerminalActionsParts

  constructor(parts: TerminalActionsParts) {
    this.#parts = parts
  }

  /** A session that `run` creates on a machine. Errors: those of `run`; `internal` (not recorded, not sent). */
  async create<T extends { sessionId: string }>(
    owner: Owner,
    machineName: string,
    run: (departure: Departure) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const action = this.#action('session-create', owner, machineName, null)
    const sent = await sendOnce(this.#parts, { action }, run)
    if (!sent.ok) return sent
    const created = sent.value
    const made = created.ok ? sessionKey(owner.id, created.value.sessionId) : null
    this.#parts.log.settle({ ...action, sessionKey: made, outcome: outcomeOf(created) })
    return created
  }

  /** A session of ours that `run` ends. Errors: those of `run`; `internal` (not recorded, not sent). */
  async end(
    owner: Owner,
    sessionId: string,
    machineName: string,
    run: (departure: Departure) => Promise<Result<void>>,
  ): Promise<Result<void>> {
    const { clock, log, identities } = this.#parts
    const key = sessionKey(owner.id, sessionId)
    const action = this.#action('session-end', owner, machineName, key)
    const startedMs = clock.monotonicMs()
    const sent = await sendOnce(this.#parts, { action, identities: identities(key) }, run)
    if (!sent.ok) return sent
    const ended = sent.value
    const isGone = !ended.ok && ended.error.kind === 'gone'
    const afterMs = clock.monotonicMs() - startedMs
    log.settle({ ...action, outcome: isGone ? { kind: 'gone', afterMs } : outcomeOf(ended) })
    return ended
  }

  #action(kind: ActionKind, owner: Owner, machineName: string, key: SessionKey | null): Action {
    const requestedAt = this.#parts.clock.now()
    return accountAction(owner, {
      kind,
      sessionKey: key,
      target: nameLabel(machineName),
      sent: null,
      requestedAt,
    })
  }
}
