import type { ScopeKey } from '../../../shared/account'
import type { Action, Outcome } from '../../../shared/action'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { actingText } from '../../../shared/text/acting'
import type { Provider } from '../providers/provider'
import { backWithinMs, userIdentity } from '../sessions/user'
import type { Acting } from './acting'
import { Confirmations } from './confirmations'
import { ConfirmingHeartbeats } from './confirming-heartbeats'
import { DisconnectOutcomes, type MarkedList } from './disconnect-outcomes'
import { type FollowedDisconnect, isNewStay, isOpen } from './followed-disconnect'
import { notWatchedNow } from './new-action'

/** Wait where no document says how long a session may stay listed, ms. */
const usualMs = 30_000
/** Most sessions of one account that are confirmed by a request each where its heartbeats do not confirm them. */
const mostConfirming = 10

const unconfirmed = (): Outcome => ({
  kind: 'unknown',
  error: { kind: 'outcome-unknown', message: actingText.notToldByHeartbeats },
})

/**
 * Follows disconnects until heartbeats confirm what really happened. Sessions that no heartbeat lists are confirmed by
 * requests, and so are those that none confirmed in time.
 */
export class Disconnects {
  readonly #acting: Acting
  readonly #list: MarkedList
  readonly #outcomes: DisconnectOutcomes
  readonly #heartbeats: ConfirmingHeartbeats
  readonly #confirmations: Confirmations
  readonly #followed = new Map<SessionKey, FollowedDisconnect>()

  constructor(acting: Acting, list: MarkedList) {
    this.#acting = acting
    this.#list = list
    this.#outcomes = new DisconnectOutcomes(list, acting.log)
    this.#heartbeats = new ConfirmingHeartbeats(acting, (overdue) => this.#isOverdue(overdue))
    this.#confirmations = new Confirmations(acting, (actions) => this.#confirmed(actions))
  }

  /** The action under way for a session; `undefined` once it is known or the time is over. */
  pending(key: SessionKey): Action | undefined {
    const disconnect = this.#followed.get(key)
    if (!disconnect) return this.#confirmations.pending(key)
    return disconnect.phase === 'sending' || disconnect.phase === 'waiting' ? disconnect.action : undefined
  }

  /** One request for these sessions is recorded and about to leave. */
  begin(starting: readonly { action: Action; row: RosterRow }[]): void {
    const requestedMs = this.#acting.clock.monotonicMs()
    const marks = starting.map(({ action, row }) => {
      const { id, requestedAt } = action
      const mayTakeMs = providerCatalog[row.provider].disconnectMayTakeMs
      this.#forget(row.key)
      this.#followed.set(row.key, {
        action,
        phase: 'sending',
        row,
        provider: this.#providerOf(row),
        requestedMs,
        deadlineMs: requestedMs + (mayTakeMs ?? usualMs),
        goneMs: null,
        successor: null,
      })
      return { key: row.key, pending: { actionId: id, requestedAt, mayTakeMs } }
    })
    this.#list.markDisconnecting(marks)
  }

  /** The service answered their one request; `error`: `null` for yes. Returns the actions as they are now. */
  answered(actions: readonly Action[], error: AppError | null): Action[] {
    const isGone = error?.kind === 'gone'
    if (error && !isGone && error.kind !== 'outcome-unknown')
      return this.ended(actions, { kind: 'failed', error })
    const outcome: Outcome = error ? { kind: 'unknown', error } : { kind: 'accepted' }
    const answered = this.#of(actions)
    for (const disconnect of answered) {
      if (isGone) {
        this.#goneAlready(disconnect)
        continue
      }
      disconnect.phase = 'waiting'
      this.#outcomes.settle(disconnect, outcome)
      const row = this.#acting.sessions.listed(disconnect.row.key)
      if (disconnect.goneMs !== null) this.#gone(disconnect, disconnect.goneMs)
      else if (row) this.#heartbeats.begin(disconnect, row)
      else {
        // No heartbeat lists it, so that none can confirm it.
        this.#followed.delete(disconnect.row.key)
        const isWorthRequest = disconnect.row.scopes.length === 0 || answered.length === 1
        if (!isWorthRequest || !this.#confirm(disconnect)) this.#outcomes.settle(disconnect, notWatchedNow())
      }
    }
    this.#outcomes.flush()
    return answered.map(({ action }) => action)
  }

  /** Their one request did nothing: the rows are as they were, and `outcome` says how it ended. */
  ended(actions: readonly Action[], outcome: Outcome): Action[] {
    const ended = this.#of(actions)
    for (const disconnect of ended) {
      this.#followed.delete(disconnect.row.key)
      this.#outcomes.unmark(disconnect.row)
      this.#outcomes.settle(disconnect, outcome)
    }
    this.#outcomes.flush()
    return ended.map(({ action }) => action)
  }

  /** Heartbeats no longer listed these rows. */
  left(rows: readonly RosterRow[]): void {
    const now = this.#acting.clock.monotonicMs()
    for (const row of rows) {
      const disconnect = this.#followed.get(row.key)
      if (!disconnect || disconnect.phase === 'gone') continue
      disconnect.goneMs = now
      if (disconnect.phase !== 'sending') this.#gone(disconnect, now)
    }
    this.#outcomes.flush()
  }

  /** These rows are new; one of them may be of a user who is back. */
  arrived(rows: readonly RosterRow[]): void {
    this.#forgetLongGone()
    if (this.#followed.size === 0) return
    const users = new Map<string, FollowedDisconnect>()
    for (const disconnect of this.#followed.values()) users.set(userIdentity(disconnect.row), disconnect)
    for (const row of rows) {
      const disconnect = users.get(userIdentity(row))
      if (!disconnect || disconnect.successor) continue
      disconnect.successor = row
      if (disconnect.phase === 'gone') this.#back(disconnect, row)
    }
    this.#outcomes.flush()
  }

  /** A sweep of `scope` that began at `startedMs` (monotonic) is complete and taken in: those that it lists are still there. */
  swept(scope: ScopeKey, startedMs: number): void {
    for (const [key, disconnect] of this.#followed) {
      if (!isOpen(disconnect)) continue
      const row = this.#acting.sessions.listed(key)
      if (!row?.scopes.includes(scope) || row.missedSince !== null) continue
      if (isNewStay(row, disconnect)) this.#returned(disconnect, row)
      else if (startedMs >= disconnect.deadlineMs)
        this.#over(disconnect, { kind: 'still-listed', afterMs: this.#since(disconnect.requestedMs) })
    }
    this.#outcomes.flush()
  }

  /** An account is no longer watched, or not as it was: disconnects of its found sessions can no longer be confirmed. */
  accountUnwatched(accountId: string): void {
    this.#confirmations.unwatched(accountId)
  }

  /** These sessions are no longer watched, so that their disconnects can no longer be confirmed. */
  unwatched(keys: readonly SessionKey[]): void {
    for (const key of keys) {
      const disconnect = this.#followed.get(key)
      if (!disconnect || disconnect.phase === 'sending') continue
      this.#forget(key)
      if (disconnect.phase === 'waiting') this.#outcomes.settle(disconnect, notWatchedNow())
    }
    this.#outcomes.flush()
  }

  #providerOf({ accountId }: RosterRow): Provider | undefined {
    return this.#acting.accounts.get(accountId)?.provider
  }

  #of(actions: readonly Action[]): FollowedDisconnect[] {
    return actions.flatMap(({ id, sessionKey }) => {
      const disconnect = sessionKey === null ? undefined : this.#followed.get(sessionKey)
      return disconnect?.action.id === id ? [disconnect] : []
    })
  }

  /** Confirms it by requests; `false`: its account was removed or changed, and its service must get none any more. */
  #confirm({ action, row, provider, requestedMs }: FollowedDisconnect): boolean {
    if (!provider || this.#providerOf(row) !== provider) return false
    const mayTakeMs = providerCatalog[row.provider].disconnectMayTakeMs
    this.#confirmations.begin({ action, row, requestedMs }, provider, mayTakeMs)
    return true
  }

  /** Takes outcomes that requests confirmed, unless heartbeats confirmed them meanwhile. */
  #confirmed(actions: readonly Action[]): void {
    for (const action of actions) {
      const [disconnect] = this.#of([action])
      if (!disconnect) this.#outcomes.add(action)
      else if (disconnect.phase === 'waiting' && action.outcome.kind === 'gone') this.#goneAlready(disconnect)
      else if (disconnect.phase === 'waiting') this.#over(disconnect, action.outcome)
    }
    this.#outcomes.flush()
  }

  #isOverdue(overdue: readonly FollowedDisconnect[]): void {
    for (const each of overdue) this.#endWaiting(each)
    this.#outcomes.flush()
  }

  /** Confirms it by a request, unless too many are under way. */
  #endWaiting(disconnect: FollowedDisconnect): void {
    const { key, accountId } = disconnect.row
    if (disconnect.phase !== 'waiting' || this.#followed.get(key) !== disconnect) return
    const mayRequest = this.#confirmations.countOf(accountId) < mostConfirming
    if (!mayRequest || !this.#confirm(disconnect)) this.#over(disconnect, unconfirmed())
  }

  /** The row is as it was before, and can be disconnected again; later heartbeats may still confirm it. */
  #over(disconnect: FollowedDisconnect, outcome: Outcome): void {
    disconnect.phase = 'over'
    this.#heartbeats.stop(disconnect)
    this.#outcomes.unmark(disconnect.row)
    this.#outcomes.settle(disconnect, outcome)
  }

  /** Its user came back under the same id before a heartbeat could miss the session. */
  #returned(disconnect: FollowedDisconnect, row: RosterRow): void {
    this.#outcomes.unmark(disconnect.row)
    disconnect.successor = row
    disconnect.goneMs = this.#acting.clock.monotonicMs()
    this.#gone(disconnect, disconnect.goneMs)
  }

  /** The service says that it has left, which no heartbeat has confirmed yet. */
  #goneAlready(disconnect: FollowedDisconnect): void {
    this.#outcomes.unmark(disconnect.row)
    disconnect.goneMs ??= this.#acting.clock.monotonicMs()
    this.#gone(disconnect, disconnect.goneMs)
    this.#acting.accounts.get(disconnect.row.accountId)?.nudge(disconnect.row.scopes)
  }

  #gone(disconnect: FollowedDisconnect, at: number): void {
    disconnect.phase = 'gone'
    this.#heartbeats.stop(disconnect)
    this.#outcomes.settle(disconnect, { kind: 'gone', afterMs: at - disconnect.requestedMs })
    if (disconnect.successor) this.#back(disconnect, disconnect.successor)
  }

  #back(disconnect: FollowedDisconnect, successor: RosterRow): void {
    this.#followed.delete(disconnect.row.key)
    this.#outcomes.settle(disconnect, {
      kind: 'back',
      afterMs: disconnect.goneMs === null ? 0 : this.#since(disconnect.goneMs),
      sameKey: successor.userKey !== null && successor.userKey === disconnect.row.userKey,
    })
  }

  #since(ms: number): number {
    return this.#acting.clock.monotonicMs() - ms
  }

  #forget(key: SessionKey): void {
    const disconnect = this.#followed.get(key)
    if (disconnect) this.#heartbeats.stop(disconnect)
    this.#followed.delete(key)
  }

  #forgetLongGone(): void {
    const oldest = this.#acting.clock.monotonicMs() - backWithinMs
    for (const [key, disconnect] of this.#followed)
      if (disconnect.goneMs !== null && disconnect.phase === 'gone' && disconnect.goneMs < oldest)
        this.#forget(key)
  }
}
