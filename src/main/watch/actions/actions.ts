import type { Action, Message, Outcome } from '../../../shared/action'
import { providerCatalog } from '../../../shared/providers/catalog'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Provider } from '../providers/provider'
import type { Details } from '../sessions/details'
import type { Acting } from './acting'
import type { Disconnects } from './disconnects'
import { newAction, outcomeOfError, sentText } from './new-action'
import { sendOnce } from './send-once'

type Target = { row: RosterRow; provider: Provider }

const gone: AppError = {
  kind: 'gone',
  message: 'This session has already left. Nothing was sent.',
}

const unsupported = (service: string, what: string): AppError => ({
  kind: 'unsupported',
  message: `${service} offers no way to ${what}.`,
})

/**
 * Messages and disconnects. An action goes to the requested session or to nobody, and leaves once: the same request, made
 * again while it is under way, joins the same action. What is refused before it leaves is an error and no action; what a
 * service or the network does is the action's outcome.
 */
export class Actions {
  readonly #acting: Acting
  readonly #details: Pick<Details, 'identities'>
  readonly #disconnects: Disconnects
  readonly #underWay = new Map<string, Promise<Result<Action>>>()

  /** `details`: what identifies a session's person, for the log to hash. */
  constructor(acting: Acting, details: Pick<Details, 'identities'>, disconnects: Disconnects) {
    this.#acting = acting
    this.#details = details
    this.#disconnects = disconnects
  }

  /** Sends a message; resolves when its outcome is known. Errors: `gone`, `unsupported`, `invalid`, `internal` (not recorded, not sent). */
  async message(key: SessionKey, message: Message): Promise<Result<Action>> {
    const target = this.#target(key)
    if (!target) return err(gone)
    const facts = providerCatalog[target.row.provider]
    if (facts.message === 'none') return err(unsupported(facts.name, 'message a session'))
    if (facts.message !== message.kind) {
      const expected = facts.message === 'text' ? 'a text' : 'a call of a handler'
      return err({ kind: 'invalid', path: 'message.kind', message: `${facts.name} takes ${expected}.` })
    }
    return this.#once(`message ${key} ${JSON.stringify(message)}`, () => this.#send(target, message))
  }

  /**
   * Disconnects a session; resolves when the service answered, heartbeats confirm it later. Errors: `gone`,
   * `unsupported`, `internal` (not recorded, not sent).
   */
  async disconnect(key: SessionKey): Promise<Result<Action>> {
    const target = this.#target(key)
    if (!target) return err(gone)
    const facts = providerCatalog[target.row.provider]
    if (!facts.disconnect) return err(unsupported(facts.name, 'disconnect a session'))
    const name = `disconnect ${key}`
    const pending = this.#disconnects.pending(key)
    if (pending && !this.#underWay.has(name)) return ok(pending)
    return this.#once(name, () => this.#cut(target))
  }

  #target(key: SessionKey): Target | null {
    const row = this.#acting.sessions.get(key)
    const provider = row && this.#acting.accounts.get(row.accountId)?.provider
    return row && provider ? { row, provider } : null
  }

  #once(name: string, run: () => Promise<Result<Action>>): Promise<Result<Action>> {
    const same = this.#underWay.get(name)
    if (same) return same
    const started = run().finally(() => this.#underWay.delete(name))
    this.#underWay.set(name, started)
    return started
  }

  #create(kind: Action['kind'], row: RosterRow, sent: string | null): Action {
    const { clock, accounts } = this.#acting
    return newAction(row, {
      batchId: null,
      kind,
      accountLabel: accounts.get(row.accountId)?.account.label ?? row.accountId,
      sent,
      reason: null,
      requestedAt: clock.now(),
      outcome: { kind: 'planned' },
    })
  }

  async #send({ row, provider }: Target, message: Message): Promise<Result<Action>> {
    const action = this.#create('message', row, sentText(message))
    const identities = this.#details.identities(row)
    const sent = await sendOnce(this.#acting, { action, identities }, (departure) =>
      provider.message(row, message, departure),
    )
    if (!sent.ok) return sent
    const result = sent.value
    return ok(this.#ended(action, result.ok ? result.value : outcomeOfError(result.error)))
  }

  async #cut({ row, provider }: Target): Promise<Result<Action>> {
    const action = this.#create('disconnect', row, null)
    const identities = this.#details.identities(row)
    let left: Action | null = null
    const sent = await sendOnce(
      this.#acting,
      { action, identities },
      (departure) => provider.disconnect(row, departure),
      (leaving) => {
        left = leaving
        this.#disconnects.begin([{ action: leaving, row }])
      },
    )
    if (!sent.ok) return sent
    const error = sent.value.ok ? null : sent.value.error
    if (!left && error) return ok(this.#ended(action, outcomeOfError(error)))
    const [known] = this.#disconnects.answered([action], error)
    return ok(known ?? left ?? action)
  }

  #ended(action: Action, outcome: Outcome): Action {
    const done = { ...action, outcome }
    this.#acting.log.settle(done)
    return done
  }
}
