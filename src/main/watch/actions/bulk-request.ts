import type { Action, Outcome } from '../../../shared/action'
import { type AppError, err, ok } from '../../../shared/result'
import { isSomebodyElse } from '../../../shared/somebody-else'
import { actingText } from '../../../shared/text/acting'
import type { Departure, Provider, WholeScope } from '../providers/provider'
import type { Acting } from './acting'
import { notRecorded } from './action-log'
import { type Answer, type Asked, askTogether } from './bulk-phases'
import type { Disconnects } from './disconnects'
import { outcomeOfError } from './new-action'

/** One action of a bulk action, with whom it is about and what it says. */
export type BulkItem = Asked & { action: Action }

/** What bulk actions work with. */
export interface BulkActing extends Acting {
  disconnects: Disconnects
}

/** Called with items that never leave, and why. May record them a little later: they can be very many. */
type Unsent = (items: readonly BulkItem[], reason: string) => void

/**
 * How an attempt ended. `settled`: every item has its outcome. `withdrawn`: it never left. `refused`: the service, or our
 * budget for it, demands a pause; nothing took effect. `left`: whether it reached the wire.
 */
type Sent =
  | { kind: 'settled'; error: AppError | null }
  | { kind: 'withdrawn' }
  | { kind: 'refused'; error: AppError; retryAfterMs: number | null; left: boolean }

/**
 * One request of a bulk action: for one session, for many, or for a whole scope. It leaves at most once, unless the
 * service refused it before doing anything.
 */
export class BulkRequest {
  readonly #provider: Provider
  readonly #wholeScope: WholeScope | null
  readonly #acting: BulkActing
  readonly #unsent: Unsent
  #items: readonly BulkItem[]

  /** `items`: all messages or all disconnects, of one account. `wholeScope`: the scope that they stand for. */
  constructor(
    items: readonly BulkItem[],
    provider: Provider,
    wholeScope: WholeScope | null,
    acting: BulkActing,
    unsent: Unsent,
  ) {
    this.#items = items
    this.#provider = provider
    this.#wholeScope = wholeScope
    this.#acting = acting
    this.#unsent = unsent
  }

  /** Settles the items that cannot be reached any more. Returns whether any are left. */
  prepare(): boolean {
    const unsent = new Map<string, BulkItem[]>()
    const here = this.#items.filter((item) => {
      const reason = this.#obstacle(item)
      if (!reason) return true
      const items = unsent.get(reason) ?? []
      items.push(item)
      unsent.set(reason, items)
      return false
    })
    for (const [reason, items] of unsent) this.#unsent(items, reason)
    this.#items = here
    return here.length > 0
  }

  /** Nothing of it will be sent. */
  drop(reason: string): void {
    this.#unsent(this.#items, reason)
    this.#items = []
  }

  /** It was refused often enough. */
  fail(error: AppError): void {
    this.#write(this.#items, { kind: 'failed', error })
    this.#items = []
  }

  /** Sends it when its turn has come, after calling `leaving`. Never throws. */
  async send(signal: AbortSignal, leaving: () => void): Promise<Sent> {
    let recorded = false
    let unrecorded: AppError | null = null
    const departure: Departure = {
      signal,
      leaves: () => {
        const before = this.#items.length
        if (!this.prepare()) return false
        // Sessions left while it waited. A request that names its sessions is made anew without them.
        if (!this.#wholeScope && this.#items.length < before) return false
        try {
          this.#begin()
        } catch (cause) {
          unrecorded = notRecorded(cause)
          return false
        }
        recorded = true
        leaving()
        return true
      },
    }
    const answer = await this.#ask(departure)
    if (unrecorded) {
      this.#settle(err(unrecorded), false)
      return { kind: 'settled', error: unrecorded }
    }
    if (!answer.ok && answer.error.kind === 'cancelled') {
      if (recorded) this.#settle(ok({ kind: 'planned' }), true)
      return { kind: 'withdrawn' }
    }
    if (!answer.ok && answer.error.kind === 'rate-limited') {
      if (recorded) this.#settle(ok({ kind: 'planned' }), true)
      return { kind: 'refused', error: answer.error, retryAfterMs: answer.error.retryAfterMs, left: recorded }
    }
    this.#settle(answer, recorded)
    return { kind: 'settled', error: answer.ok ? null : answer.error }
  }

  get #cuts(): boolean {
    return this.#items[0]?.action.kind === 'disconnect'
  }

  #ask(departure: Departure): Promise<Answer> {
    const phase = this.#cuts ? 'disconnect' : 'message'
    return askTogether(this.#provider, this.#wholeScope, phase, this.#items, departure)
  }

  /** Why an item cannot be sent any more; `null` when it can. */
  #obstacle({ action, row }: BulkItem): string | null {
    const { sessions, accounts, disconnects } = this.#acting
    if (accounts.get(row.accountId)?.provider !== this.#provider) return actingText.accountChanged
    // A session that only a look-up found is in no list, so that its absence there says nothing.
    const listed = sessions.listed(row.key)
    if (row.scopes.length > 0 && !listed) return actingText.hadLeft
    if (listed && isSomebodyElse(listed, row)) return actingText.somebodyElse
    if (action.kind === 'disconnect' && disconnects.pending(row.key)) return actingText.beingDisconnected
    return null
  }

  /** Records that they leave now. Throws where it cannot. */
  #begin(): void {
    const requestedAt = this.#acting.clock.now()
    const outcome: Outcome = { kind: 'sending' }
    this.#items = this.#items.map((item) => ({ ...item, action: { ...item.action, requestedAt, outcome } }))
    this.#acting.log.writeAll(this.#items)
    if (this.#cuts) this.#acting.disconnects.begin(this.#items)
  }

  #settle(answer: Answer, begun: boolean): void {
    const { disconnects } = this.#acting
    const actions = this.#items.map(({ action }) => action)
    const outcome = answer.ok ? answer.value : outcomeOfError(answer.error)
    if (!this.#cuts || !begun) this.#write(this.#items, outcome)
    else if (!answer.ok) disconnects.answered(actions, answer.error)
    else if (outcome.kind === 'accepted') disconnects.answered(actions, null)
    else disconnects.ended(actions, outcome)
  }

  #write(items: readonly BulkItem[], outcome: Outcome): void {
    this.#acting.log.settleAll(items.map(({ action }) => ({ ...action, outcome })))
  }
}
