import type { ScopeKey } from '../../../shared/account'
import type { Action, Outcome } from '../../../shared/action'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { ListWindow } from '../lists/list-window'
import type { DisconnectMark } from '../monitor/roster'
import type { Provider } from '../providers/provider'
import { backWithinMs, userIdentity } from '../sessions/user'
import type { Acting } from './acting'
import { Confirmations } from './confirmations'
import { notWatchedNow } from './new-action'

/** For how long we wait where no document says, ms. */
const usualMs = 30_000
/** When heartbeats are brought forward after the service's answer, ms. */
const nudgesAfterMs = [1_000, 3_000, 8_000, 20_000] as const
/** How long after the documented time a heartbeat may still tell, ms: longer than an answer is waited for. */
const graceMs = 20_000
/** Sessions of one account that are asked for themselves at a time where its heartbeats do not tell: each is a request. */
const mostAtOnce = 10
/** A service's clock may be behind ours by this, and one start may be told twice with this between, ms. */
const skewMs = 60_000
const sameStartMs = 5_000

/**
 * One disconnect from the click to what became of it. `sending`: on the wire. `waiting`: heartbeats have yet to tell.
 * `over`: the time is over, and it was still there or nobody could tell. `gone`: its user may yet come back. Its times are
 * monotonic.
 */
type Watched = {
  action: Action
  phase: 'sending' | 'waiting' | 'over' | 'gone'
  row: RosterRow
  /** Whom the request went to. */
  provider: Provider | undefined
  requestedMs: number
  deadlineMs: number
  goneMs: number | null
  /** A session of the same user that came after the request. */
  successor: RosterRow | null
  cancelTimers: (() => void)[]
}

const unconfirmed: Outcome = {
  kind: 'unknown',
  error: {
    kind: 'outcome-unknown',
    message:
      'It could not be confirmed: no heartbeat told in time whether the session left. Later ones may still tell.',
  },
}

/**
 * Follows disconnects through the heartbeats until they tell what really happened. Sessions that no heartbeat lists are
 * asked for, and so are those of which none tells in time.
 */
export class Disconnects {
  readonly #acting: Acting
  /** Shows the marks. */
  readonly #list: Pick<ListWindow, 'markDisconnecting'>
  readonly #confirmations: Confirmations
  readonly #watched = new Map<SessionKey, Watched>()
  /** What is known and not told yet: a heartbeat may tell of thousands, and each transaction waits for the disk. */
  #marks: DisconnectMark[] = []
  #outcomes: Action[] = []
  /** Whose time went by without a heartbeat that told. */
  #overdue: Watched[] = []

  constructor(acting: Acting, list: Pick<ListWindow, 'markDisconnecting'>) {
    this.#acting = acting
    this.#list = list
    this.#confirmations = new Confirmations(acting, (actions) => this.#confirmed(actions))
  }

  /** The action under way for a session; `undefined` once it is known or the time is over. */
  pending(key: SessionKey): Action | undefined {
    const watched = this.#watched.get(key)
    if (!watched) return this.#confirmations.pending(key)
    return watched.phase === 'sending' || watched.phase === 'waiting' ? watched.action : undefined
  }

  /** One request for these sessions is recorded and about to leave. */
  begin(starting: readonly { action: Action; row: RosterRow }[]): void {
    const requestedMs = this.#acting.clock.monotonicMs()
    const marks = starting.map(({ action, row }) => {
      const { id, requestedAt } = action
      const mayTakeMs = providerCatalog[row.provider].disconnectMayTakeMs
      this.#forget(row.key)
      this.#watched.set(row.key, {
        action,
        phase: 'sending',
        row,
        provider: this.#providerOf(row),
        requestedMs,
        deadlineMs: requestedMs + (mayTakeMs ?? usualMs),
        goneMs: null,
        successor: null,
        cancelTimers: [],
      })
      return { key: row.key, pending: { actionId: id, requestedAt, mayTakeMs } }
    })
    this.#list.markDisconnecting(marks)
  }

  /** What the service said to their one request: `null` for yes. Answers with the actions as they stand now. */
  answered(actions: readonly Action[], error: AppError | null): Action[] {
    const isGone = error?.kind === 'gone'
    if (error && !isGone && error.kind !== 'outcome-unknown')
      return this.ended(actions, { kind: 'failed', error })
    const outcome: Outcome = error ? { kind: 'unknown', error } : { kind: 'accepted' }
    const answered = this.#of(actions)
    for (const watched of answered) {
      if (isGone) {
        this.#goneAlready(watched)
        continue
      }
      watched.phase = 'waiting'
      this.#write(watched, outcome)
      const row = this.#acting.sessions.listed(watched.row.key)
      if (watched.goneMs !== null) this.#gone(watched, watched.goneMs)
      else if (row) this.#follow(watched, row)
      else {
        // No heartbeat lists it: what the service said is all that they will ever tell.
        this.#watched.delete(watched.row.key)
        const isWorthAsking = watched.row.scopes.length === 0 || answered.length === 1
        if (!isWorthAsking || !this.#confirm(watched)) this.#write(watched, notWatchedNow)
      }
    }
    this.#tell()
    return answered.map(({ action }) => action)
  }

  /** Their one request did nothing: the rows are as they were, and `outcome` says how it ended. */
  ended(actions: readonly Action[], outcome: Outcome): Action[] {
    const ended = this.#of(actions)
    for (const watched of ended) {
      this.#watched.delete(watched.row.key)
      this.#unmark(watched)
      this.#write(watched, outcome)
    }
    this.#tell()
    return ended.map(({ action }) => action)
  }

  /** Heartbeats no longer listed these rows. */
  left(rows: readonly RosterRow[]): void {
    const now = this.#acting.clock.monotonicMs()
    for (const row of rows) {
      const watched = this.#watched.get(row.key)
      if (!watched || watched.phase === 'gone') continue
      watched.goneMs = now
      if (watched.phase !== 'sending') this.#gone(watched, now)
    }
    this.#tell()
  }

  /** These rows are new; one of them may be somebody who is back. */
  arrived(rows: readonly RosterRow[]): void {
    this.#forgetLongGone()
    if (this.#watched.size === 0) return
    const users = new Map<string, Watched>()
    for (const watched of this.#watched.values()) users.set(userIdentity(watched.row), watched)
    for (const row of rows) {
      const watched = users.get(userIdentity(row))
      if (!watched || watched.successor) continue
      watched.successor = row
      if (watched.phase === 'gone') this.#back(watched, row)
    }
    this.#tell()
  }

  /** A sweep of `scope` that began at `startedMs` (monotonic) is complete and taken in: whoever it lists is still there. */
  swept(scope: ScopeKey, startedMs: number): void {
    for (const [key, watched] of this.#watched) {
      if (!isOpen(watched)) continue
      const row = this.#acting.sessions.listed(key)
      if (!row?.scopes.includes(scope) || row.missedSince !== null) continue
      if (isNewStay(row, watched)) this.#returned(watched, row)
      else if (startedMs >= watched.deadlineMs)
        this.#over(watched, { kind: 'still-listed', afterMs: this.#since(watched.requestedMs) })
    }
    this.#tell()
  }

  /** An account is no longer watched, or not as it was: nobody will confirm what was done to its found sessions. */
  accountUnwatched(accountId: string): void {
    this.#confirmations.unwatched(accountId)
  }

  /** These sessions are no longer watched, so nobody will know what became of them. */
  unwatched(keys: readonly SessionKey[]): void {
    for (const key of keys) {
      const watched = this.#watched.get(key)
      if (!watched || watched.phase === 'sending') continue
      this.#forget(key)
      if (watched.phase === 'waiting') this.#write(watched, notWatchedNow)
    }
    this.#tell()
  }

  #providerOf({ accountId }: RosterRow): Provider | undefined {
    return this.#acting.accounts.get(accountId)?.provider
  }

  #of(actions: readonly Action[]): Watched[] {
    return actions.flatMap(({ id, sessionKey }) => {
      const watched = sessionKey === null ? undefined : this.#watched.get(sessionKey)
      return watched?.action.id === id ? [watched] : []
    })
  }

  /** Has the session asked for; `false`: its account was removed or changed, and the service is not ours to ask any more. */
  #confirm({ action, row, provider, requestedMs }: Watched): boolean {
    if (!provider || this.#providerOf(row) !== provider) return false
    const mayTakeMs = providerCatalog[row.provider].disconnectMayTakeMs
    this.#confirmations.begin({ action, row, requestedMs }, provider, mayTakeMs)
    return true
  }

  /** What the service said of sessions that it was asked for, unless heartbeats told of them meanwhile. */
  #confirmed(actions: readonly Action[]): void {
    for (const action of actions) {
      const [watched] = this.#of([action])
      if (!watched) this.#outcomes.push(action)
      else if (watched.phase === 'waiting' && action.outcome.kind === 'gone') this.#goneAlready(watched)
      else if (watched.phase === 'waiting') this.#over(watched, action.outcome)
    }
    this.#tell()
  }

  #follow(watched: Watched, { accountId, scopes }: RosterRow): void {
    const { clock, accounts } = this.#acting
    const untilDeadline = Math.max(0, watched.deadlineMs - clock.monotonicMs())
    const delays = [...nudgesAfterMs.filter((delay) => delay < untilDeadline), untilDeadline]
    watched.cancelTimers = delays.map((delay) =>
      clock.schedule(delay, () => accounts.get(accountId)?.nudge(scopes)),
    )
    watched.cancelTimers.push(clock.schedule(untilDeadline + graceMs, () => this.#unheard(watched)))
  }

  /** No heartbeat told in time. Those of one request are overdue at the same time. */
  #unheard(watched: Watched): void {
    this.#overdue.push(watched)
    if (this.#overdue.length > 1) return
    this.#acting.clock.schedule(0, () => {
      for (const each of this.#overdue.splice(0)) this.#endWaiting(each)
      this.#tell()
    })
  }

  /** The session is asked for itself, unless it is one of too many. */
  #endWaiting(watched: Watched): void {
    const { key, accountId } = watched.row
    if (watched.phase !== 'waiting' || this.#watched.get(key) !== watched) return
    const mayRequest = this.#confirmations.countOf(accountId) < mostAtOnce
    if (!mayRequest || !this.#confirm(watched)) this.#over(watched, unconfirmed)
  }

  /** The row is as it was before, and can be disconnected again; what later heartbeats tell is still heard. */
  #over(watched: Watched, outcome: Outcome): void {
    watched.phase = 'over'
    this.#stopTimers(watched)
    this.#unmark(watched)
    this.#write(watched, outcome)
  }

  /** Its user came back under the same id before a heartbeat could miss the session. */
  #returned(watched: Watched, row: RosterRow): void {
    this.#unmark(watched)
    watched.successor = row
    watched.goneMs = this.#acting.clock.monotonicMs()
    this.#gone(watched, watched.goneMs)
  }

  /** The service says that it has left, which heartbeats have yet to say. */
  #goneAlready(watched: Watched): void {
    this.#unmark(watched)
    watched.goneMs ??= this.#acting.clock.monotonicMs()
    this.#gone(watched, watched.goneMs)
    this.#acting.accounts.get(watched.row.accountId)?.nudge(watched.row.scopes)
  }

  #gone(watched: Watched, at: number): void {
    watched.phase = 'gone'
    this.#stopTimers(watched)
    this.#write(watched, { kind: 'gone', afterMs: at - watched.requestedMs })
    if (watched.successor) this.#back(watched, watched.successor)
  }

  #back(watched: Watched, successor: RosterRow): void {
    this.#watched.delete(watched.row.key)
    this.#write(watched, {
      kind: 'back',
      afterMs: watched.goneMs === null ? 0 : this.#since(watched.goneMs),
      sameKey: successor.userKey !== null && successor.userKey === watched.row.userKey,
    })
  }

  #since(ms: number): number {
    return this.#acting.clock.monotonicMs() - ms
  }

  #write(watched: Watched, outcome: Outcome): void {
    watched.action = { ...watched.action, outcome }
    this.#outcomes.push(watched.action)
  }

  #unmark({ row }: Watched): void {
    this.#marks.push({ key: row.key, pending: null })
  }

  /** Tells what became known, all at once. */
  #tell(): void {
    const [marks, outcomes] = [this.#marks, this.#outcomes]
    this.#marks = []
    this.#outcomes = []
    if (marks.length > 0) this.#list.markDisconnecting(marks)
    if (outcomes.length > 0) this.#acting.log.settleAll(outcomes)
  }

  #forget(key: SessionKey): void {
    const watched = this.#watched.get(key)
    if (watched) this.#stopTimers(watched)
    this.#watched.delete(key)
  }

  #stopTimers(watched: Watched): void {
    for (const cancel of watched.cancelTimers) cancel()
    watched.cancelTimers = []
  }

  #forgetLongGone(): void {
    const oldest = this.#acting.clock.monotonicMs() - backWithinMs
    for (const [key, watched] of this.#watched)
      if (watched.goneMs !== null && watched.phase === 'gone' && watched.goneMs < oldest) this.#forget(key)
  }
}

/** Whether heartbeats have yet to tell. */
const isOpen = ({ phase, action }: Watched): boolean =>
  phase === 'waiting' || (phase === 'over' && action.outcome.kind === 'unknown')

/** Whether the same user's session began after the disconnect: a service can give them the same id again. */
const isNewStay = ({ startedAt }: RosterRow, { row, action }: Watched): boolean =>
  startedAt !== null &&
  row.startedAt !== null &&
  startedAt > row.startedAt + sameStartMs &&
  startedAt > action.requestedAt - skewMs
