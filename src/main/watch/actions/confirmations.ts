import type { Action, Outcome } from '../../../shared/action'
import type { LookupQuestion } from '../../../shared/lookup'
import type { RosterRow, Session, SessionKey } from '../../../shared/session'
import { isSomebodyElse } from '../../../shared/somebody-else'
import { actingText } from '../../../shared/text/acting'
import { isOver } from '../../../shared/unlisted-row'
import type { Clock } from '../../clock'
import type { Provider } from '../providers/provider'
import type { KnownSessions } from '../sessions/known-sessions'
import type { Acting } from './acting'
import { notWatchedNow } from './new-action'

/** Wait where no document says how long a session may stay listed, ms. */
const usualMs = 30_000
/** Delay of the first request after the disconnect, ms. */
const soonMs = 3_000
/** Shortest time between two equal requests, ms: the sessions of a bulk action leave one after the other. */
const gapMs = 10_000

const nobodyCanTell = (): Outcome => ({
  kind: 'unknown',
  error: { kind: 'outcome-unknown', message: actingText.notToldByService },
})

/** A disconnect that left. `requestedMs`: when, monotonic. */
type Left = { action: Action; row: RosterRow; requestedMs: number }

/** One disconnect. `missed`: how many answers in a row did not list its session. */
type Pending = Left & { deadlineMs: number; missed: number }

/**
 * Sessions that one request can tell about. `newSinceMs`: when the first one was added that no request was about yet;
 * `null`: there is none. Times are monotonic.
 */
type Group = {
  accountId: string
  provider: Provider
  question: LookupQuestion | undefined
  pending: Map<SessionKey, Pending>
  newSinceMs: number | null
  sentMs: number
  asking: AbortController | null
  cancelTimer: (() => void) | null
}

/**
 * Confirms the disconnects of sessions that no heartbeat lists: one request soon, and one when the documented time is
 * over, or at once where it is. One session is requested by itself, several by the question that found them.
 */
export class Confirmations {
  readonly #clock: Clock
  readonly #sessions: Pick<KnownSessions, 'questionOf'>
  readonly #settle: (actions: readonly Action[]) => void
  readonly #groups = new Map<string, Group>()

  /** `settle` takes new outcomes; each is the last one about its session. */
  constructor({ clock, sessions }: Acting, settle: (actions: readonly Action[]) => void) {
    this.#clock = clock
    this.#sessions = sessions
    this.#settle = settle
  }

  /** The action that is being confirmed for a session. */
  pending(key: SessionKey): Action | undefined {
    for (const { pending } of this.#groups.values()) {
      const known = pending.get(key)
      if (known) return known.action
    }
    return undefined
  }

  /** How many sessions of an account are being requested. */
  countOf(accountId: string): number {
    const groups = [...this.#groups.values()].filter((group) => group.accountId === accountId)
    return groups.reduce((sum, { pending }) => sum + pending.size, 0)
  }

  /** Follows a disconnect that left. `mayTakeMs`: the documented time for which the session may stay. */
  begin(left: Left, provider: Provider, mayTakeMs: number | null): void {
    if (!provider.isLive) {
      this.#settle([{ ...left.action, outcome: nobodyCanTell() }])
      return
    }
    const group = this.#groupOf(left.row, provider)
    const deadlineMs = left.requestedMs + (mayTakeMs ?? usualMs)
    group.pending.set(left.row.key, { ...left, deadlineMs, missed: 0 })
    group.newSinceMs ??= this.#clock.monotonicMs()
    this.#schedule(group)
  }

  /** This account is no longer watched: nothing more is sent to its service. */
  unwatched(accountId: string): void {
    for (const [name, group] of this.#groups) {
      if (group.accountId !== accountId) continue
      this.#groups.delete(name)
      group.cancelTimer?.()
      group.asking?.abort()
      this.#end(group, [...group.pending.values()], () => notWatchedNow())
    }
  }

  #groupOf(row: RosterRow, provider: Provider): Group {
    const question = this.#sessions.questionOf(row.key)
    const name = question ? `${row.accountId} ${JSON.stringify(question)}` : row.key
    const known = this.#groups.get(name)
    if (known) return known
    const group: Group = {
      accountId: row.accountId,
      provider,
      question,
      pending: new Map(),
      newSinceMs: null,
      sentMs: Number.NEGATIVE_INFINITY,
      asking: null,
      cancelTimer: null,
    }
    this.#groups.set(name, group)
    return group
  }

  #schedule(group: Group): void {
    if (group.asking) return
    group.cancelTimer?.()
    // The first to be disconnected has the first deadline.
    const [first] = group.pending.values()
    if (!first) return
    const soon = group.newSinceMs === null ? Number.POSITIVE_INFINITY : group.newSinceMs + soonMs
    const at = Math.max(Math.min(soon, first.deadlineMs), group.sentMs + gapMs)
    const waitMs = Math.max(0, at - this.#clock.monotonicMs())
    group.cancelTimer = this.#clock.schedule(waitMs, () => void this.#ask(group))
  }

  async #ask(group: Group): Promise<void> {
    const asking = new AbortController()
    group.asking = asking
    group.newSinceMs = null
    group.sentMs = this.#clock.monotonicMs()
    const asked = [...group.pending.values()]
    const live = await liveOf(group, asked, asking.signal)
    if (asking.signal.aborted) return
    group.asking = null
    const answersUntilGone = asked.length > 1 ? group.provider.sweepsUntilGone : 1
    this.#end(group, asked, (pending) => {
      const isLast = group.sentMs >= pending.deadlineMs
      if (!live) return isLast ? nobodyCanTell() : null
      const afterMs = this.#clock.monotonicMs() - pending.requestedMs
      pending.missed = live.has(pending.row.key) ? 0 : pending.missed + 1
      if (pending.missed >= answersUntilGone) return { kind: 'gone', afterMs }
      // Pages shift while they are read: the next answer tells.
      if (pending.missed > 0) group.newSinceMs ??= group.sentMs
      return isLast && pending.missed === 0 ? { kind: 'still-listed', afterMs } : null
    })
    if (group.pending.size > 0) this.#schedule(group)
    else for (const [name, each] of this.#groups) if (each === group) this.#groups.delete(name)
  }

  /** Settles those for which `outcomeOf` has an outcome. */
  #end(group: Group, asked: readonly Pending[], outcomeOf: (pending: Pending) => Outcome | null): void {
    const ended = asked.flatMap((pending) => {
      const outcome = outcomeOf(pending)
      if (!outcome) return []
      group.pending.delete(pending.row.key)
      return [{ ...pending.action, outcome }]
    })
    if (ended.length > 0) this.#settle(ended)
  }
}

/** The ids of those that are live; `null` where the service does not say. */
async function liveOf(
  { provider, question }: Group,
  asked: readonly Pending[],
  signal: AbortSignal,
): Promise<ReadonlySet<SessionKey> | null> {
  const [only, another] = asked
  if (question && another) {
    const answer = await provider.lookup(question, signal)
    // A session in a row that cannot be read need not have left.
    if (!answer.ok || !answer.value.complete || answer.value.unreadable > 0) return null
    const rows = new Map(asked.map(({ row }) => [row.key, row]))
    const isStill = (session: Session) => {
      const row = rows.get(session.key)
      return !isOver(session) && row !== undefined && !isSomebodyElse(row, session)
    }
    return new Set(answer.value.sessions.filter(isStill).map(({ key }) => key))
  }
  const isLive = only && (await provider.isLive?.(only.row, signal))
  return only && isLive?.ok ? new Set(isLive.value ? [only.row.key] : []) : null
}
