import type { Action, Message, Outcome } from '../../../shared/action'
import { providerCatalog } from '../../../shared/providers/catalog'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { actingText } from '../../../shared/text/acting'
import type { Provider } from '../providers/provider'
import type { Details } from '../sessions/details'
import type { Acting } from './acting'
import type { Disconnects } from './disconnects'
import { Grace } from './grace'
import { newAction, outcomeOfError, sentText } from './new-action'
import { sendOnce } from './send-once'

type Target = { row: RosterRow; provider: Provider }

const gone = (): AppError => ({ kind: 'gone', message: actingText.gone })

const unsupported = (message: string): AppError => ({ kind: 'unsupported', message })

/** The same of a session once more, while it is under way, has the same name. `null`: its disconnect. */
const nameOf = (key: SessionKey, message: Message | null): string =>
  message ? `message ${key} ${JSON.stringify(message)}` : `disconnect ${key}`

/** An action, with what its session's human is known by. */
type Entry = { action: Action; identities: readonly string[] }

/**
 * Messages and disconnects. An action goes to the requested session or to nobody, and leaves once: the same request, made
 * again while it is under way, joins the same action. What is refused before it leaves is an error and no action; what a
 * service or the network does is the action's outcome.
 */
export class Actions {
  readonly #acting: Acting
  readonly #details: Pick<Details, 'identities'>
  readonly #disconnects: Disconnects
  readonly #grace: Grace
  readonly #underWay = new Map<string, Promise<Result<Action>>>()

  /** `details`: what identifies a session's person, for the log to hash. */
  constructor(acting: Acting, details: Pick<Details, 'identities'>, disconnects: Disconnects) {
    this.#acting = acting
    this.#details = details
    this.#disconnects = disconnects
    this.#grace = new Grace(acting.clock)
  }

  /**
   * Sends a message; resolves when its outcome is known. `waits`: it leaves after the grace time, unless it is undone.
   * Errors: `gone`, `unsupported`, `invalid`, `internal` (not recorded, not sent).
   */
  async message(key: SessionKey, message: Message, waits = false): Promise<Result<Action>> {
    const target = this.#target(key)
    if (!target) return err(gone())
    const facts = providerCatalog[target.row.provider]
    if (facts.message === 'none') return err(unsupported(actingText.noMessage(facts.name)))
    if (facts.message !== message.kind) {
      const { takesText, takesHandler } = actingText
      const takes = facts.message === 'text' ? takesText : takesHandler
      return err({ kind: 'invalid', path: 'message.kind', message: takes(facts.name) })
    }
    const name = nameOf(key, message)
    return this.#once(name, () => {
      const entry = this.#create('message', target.row, sentText(message))
      const send = (now: Target) => this.#send(now, message, entry)
      return waits ? this.#afterGrace(name, key, entry, send) : send(target)
    })
  }

  /**
   * Disconnects a session; resolves when the service answered, heartbeats confirm it later. `waits`: as for a message.
   * Errors: `gone`, `unsupported`, `internal` (not recorded, not sent).
   */
  async disconnect(key: SessionKey, waits = false): Promise<Result<Action>> {
    const target = this.#target(key)
    if (!target) return err(gone())
    const facts = providerCatalog[target.row.provider]
    if (!facts.disconnect) return err(unsupported(actingText.noDisconnect(facts.name)))
    const name = nameOf(key, null)
    const pending = this.#disconnects.pending(key)
    if (pending && !this.#underWay.has(name)) return ok(pending)
    return this.#once(name, () => {
      const entry = this.#create('disconnect', target.row, null)
      const cut = (now: Target) => this.#cut(now, entry)
      return waits ? this.#afterGrace(name, key, entry, cut) : cut(target)
    })
  }

  /** Has a message, or a disconnect (`null`), that waits never leave; `false`: it does not wait any more. */
  undo(key: SessionKey, message: Message | null): boolean {
    return this.#grace.undo(nameOf(key, message))
  }

  /**
   * Sends an action once nobody can undo it any more. It is recorded before it waits: where the app ends meanwhile, the log
   * says at the next start that it was never sent.
   */
  async #afterGrace(
    name: string,
    key: SessionKey,
    { action, identities }: Entry,
    send: (target: Target) => Promise<Result<Action>>,
  ): Promise<Result<Action>> {
    const recorded = this.#acting.log.record(action, identities)
    if (!recorded.ok) return recorded
    if (!(await this.#grace.wait(name))) return ok(this.#unsent(action, actingText.undone))
    const target = this.#target(key)
    return target ? send(target) : ok(this.#unsent(action, actingText.leftByThen))
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

  #create(kind: Action['kind'], row: RosterRow, sent: string | null): Entry {
    const { clock, accounts } = this.#acting
    const action = newAction(row, {
      batchId: null,
      kind,
      accountLabel: accounts.get(row.accountId)?.account.label ?? row.accountId,
      sent,
      reason: null,
      requestedAt: clock.now(),
      outcome: { kind: 'planned' },
    })
    return { action, identities: this.#details.identities(row) }
  }

  async #send({ row, provider }: Target, message: Message, entry: Entry): Promise<Result<Action>> {
    const { action } = entry
    const sent = await sendOnce(this.#acting, entry, (departure) => provider.message(row, message, departure))
    if (!sent.ok) return sent
    const result = sent.value
    return ok(this.#ended(action, result.ok ? result.value : outcomeOfError(result.error)))
  }

  async #cut({ row, provider }: Target, entry: Entry): Promise<Result<Action>> {
    const { action } = entry
    let left: Action | null = null
    const sent = await sendOnce(
      this.#acting,
      entry,
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

  #unsent(action: Action, reason: string): Action {
    return this.#ended(action, { kind: 'unsent', reason })
  }

  #ended(action: Action, outcome: Outcome): Action {
    const done = { ...action, outcome }
    this.#acting.log.settle(done)
    return done
  }
}
