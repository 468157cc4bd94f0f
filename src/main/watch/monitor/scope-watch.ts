import { type AccountConfig, type Scope, type ScopeKey, scopeKey } from '../../../shared/account'
import type { Evidence, ScopeHealth } from '../../../shared/health'
import { type AppError, type AppErrorKind, err, type Result } from '../../../shared/result'
import { scopeHealthText } from '../../../shared/text/scope-health'
import { type Clock, Stopwatch, wallTime } from '../../clock'
import {
  bothOdd,
  type HeartbeatBudget,
  type ListFailure,
  type ListOptions,
  nothingOdd,
  type Provider,
  type ScopeAnswer,
} from '../providers/provider'
import { BlindScripts } from './blind-scripts'
import { type GapDetector, outageMs } from './gap-detector'
import { describeHealth, type Halt, type ScopeFacts } from './health'
import { type Polled, Poller } from './poller'
import type { Roster } from './roster'
import type { WatchListener } from './watch-listener'

/** Kinds of error of a heartbeat that did not reach the service. */
const unreachable: ReadonlySet<AppErrorKind> = new Set([
  'proxy',
  'network',
  'dns',
  'tls',
  'timeout',
  'blocked',
])

/** What all watches depend on, whichever account and scope they are of. */
export interface Watching {
  clock: Clock
  /** 0 to 1. */
  random(): number
  /** Time between two heartbeats of a scope, ms; it can be changed at any time. */
  intervalMs(): number
  roster: Roster
  /** Looked at before an answer is believed: it may be older than the machine's sleep. */
  gaps: Pick<GapDetector, 'look'>
  listener: WatchListener
}

/** The account that a scope is of. */
export interface ScopeOwner {
  /** As it is now. */
  readonly account: AccountConfig
  readonly provider: Provider
  readonly budget: HeartbeatBudget
}

/** What the window shows of a scope but for its times, which are computed anew each time: the wall clock may be set. */
type Facts = Omit<ScopeFacts, 'lastSuccessAt' | 'lastAttemptAt' | 'nextAt' | 'count'>

/** Monitors one scope of an account: its heartbeats, their answers, and its health. */
export class ScopeWatch implements Polled {
  readonly key: ScopeKey
  readonly #owner: ScopeOwner
  readonly #watching: Watching
  readonly #poller: Poller
  readonly #facts: Facts
  readonly #blind = new BlindScripts(outageMs)
  /** A whole sweep was read since the start, the last gap or the last outage. */
  #settled = false
  /** When the latest heartbeat began, monotonic ms. */
  #startedMs = 0
  /** When the scope's silence began, monotonic ms; `null`: the latest heartbeat had a good answer. */
  #silentSinceMs: number | null = null
  /** When the next heartbeat is due, monotonic ms; `null`: not at all. */
  #dueMs: number | null = null
  #lastSuccess: Stopwatch | null = null
  #lastAttempt: Stopwatch | null = null
  #dropped = false

  /** Nothing is polled before {@link start}. `halt`: why nothing may be polled now. */
  constructor(scope: Scope, halt: Halt | null, owner: ScopeOwner, watching: Watching) {
    const { id, provider } = owner.account
    this.key = scopeKey(id, scope)
    this.#owner = owner
    this.#watching = watching
    this.#facts = {
      accountId: id,
      provider,
      scope,
      halt,
      sweep: null,
      unreadable: 0,
      gaps: [],
      odd: nothingOdd,
      evidence: null,
      error: null,
      awaited: true,
      holdMs: 0,
    }
    this.#poller = new Poller({ ...watching, budget: owner.budget }, this)
  }

  /** Begins, or begins anew: what is under way is dropped. `position`: this scope's among those that begin now. */
  start(position: number): void {
    this.#poller.stop()
    this.#settled = false
    this.#silentSinceMs = null
    this.#facts.awaited = true
    this.#facts.sweep = null
    this.#poller.start(position)
  }

  /** Polls nothing more until it is started again. */
  halt(halt: Halt): void {
    this.#facts.halt = halt
    this.#poller.stop()
    this.changed()
  }

  /** Goes on after a halt. */
  goOn(position: number): void {
    this.#facts.halt = null
    this.start(position)
    this.changed()
  }

  /** Whether the latest heartbeat did not reach the service. */
  get isCutOff(): boolean {
    return this.#facts.error !== null && unreachable.has(this.#facts.error.kind)
  }

  /** Polls at once, and drops the answer under way: it was requested through the old proxy. */
  pollAnew(position: number): void {
    this.#poller.stop()
    this.#poller.start(position)
  }

  /** Polls as soon as the budget allows. */
  nudge(): void {
    this.#poller.nudge()
  }

  /** Stops for good and drops its rows. */
  drop(): void {
    this.#poller.stop()
    this.#dropped = true
    const { roster, listener } = this.#watching
    const change = roster.dropScope(this.key)
    if (change) listener.rosterChanged(this.#owner.account, change, 'dropped')
  }

  /** Reports that its health changed. */
  changed(): void {
    if (!this.#dropped) this.#watching.listener.healthChanged(this.key, () => this.health())
  }

  /** Its health now. */
  health(): ScopeHealth {
    const { clock, roster } = this.#watching
    return describeHealth({
      ...this.#facts,
      count: roster.countOf(this.key),
      lastSuccessAt: this.#lastSuccess?.startedAt ?? null,
      lastAttemptAt: this.#lastAttempt?.startedAt ?? null,
      nextAt: this.#dueMs === null ? null : wallTime(clock, this.#dueMs),
    })
  }

  async list(options: ListOptions): Promise<Result<ScopeAnswer, ListFailure>> {
    this.#startedMs = this.#watching.clock.monotonicMs()
    const result = await this.#list(options)
    this.#watching.gaps.look()
    return result
  }

  answered(answer: ScopeAnswer, begins: boolean): void {
    const { roster, clock, listener } = this.#watching
    const { account, provider } = this.#owner
    const completes = answer.next === null
    const hasOld = this.#takeOld(answer, begins)
    const change = roster.apply(this.key, {
      sessions: answer.sessions,
      at: clock.now(),
      begins: begins && !hasOld,
      completes,
      sweepsUntilGone: provider.sweepsUntilGone,
      unsure: answer.unsure,
    })
    if (this.#silentSinceMs !== null && clock.monotonicMs() - this.#silentSinceMs > outageMs)
      this.#settled = false
    const reason = this.#settled ? 'news' : 'silent'
    this.#silentSinceMs = null
    this.#lastSuccess = new Stopwatch(clock)
    this.#attempted(null, answer.evidence)
    const facts = this.#facts
    facts.unreadable = begins ? answer.unreadable : facts.unreadable + answer.unreadable
    facts.odd = begins ? answer.odd : bothOdd(facts.odd, answer.odd)
    facts.gaps = completes || answer.gaps.length > 0 ? answer.gaps : facts.gaps
    facts.sweep = completes ? null : answer.progress
    if (completes) {
      this.#settled = true
      this.#blind.swept(answer.gaps, clock.monotonicMs())
    }
    if (change) listener.rosterChanged(account, change, reason)
    // A sweep that cannot tell who left cannot tell who is still there either.
    if (completes && answer.unsure === 'nobody') listener.swept(this.key, this.#startedMs)
    this.changed()
  }

  failed({ error, evidence }: ListFailure, goesOn: boolean): void {
    this.#silentSinceMs ??= this.#startedMs
    this.#attempted(error, evidence)
    if (this.isCutOff) this.#watching.listener.unreachable(this.#owner.account)
    if (!goesOn) this.#facts.sweep = null
    this.changed()
  }

  scheduled(waitMs: number | null): void {
    const now = this.#watching.clock.monotonicMs()
    this.#dueMs = waitMs === null ? null : now + waitMs
    this.#facts.holdMs = waitMs === null ? 0 : this.#owner.budget.heartbeatHoldMs()
    if (this.#facts.holdMs > 0) this.#silentSinceMs ??= now
    this.changed()
  }

  async #list(options: ListOptions): Promise<Result<ScopeAnswer, ListFailure>> {
    const { account, provider } = this.#owner
    try {
      return await provider.listSessions(this.#facts.scope, options)
    } catch (cause) {
      // A fault of ours in one service's code must not cost the heartbeats of the others.
      this.#watching.listener.crashed(account, cause)
      const at = this.#watching.clock.now()
      const { askedHeartbeat, ownFault, fault } = scopeHealthText
      const evidence = { asked: askedHeartbeat, at, answer: ownFault }
      return err({ error: { kind: 'internal', message: fault }, evidence })
    }
  }

  /** Takes in first, and silently, the sessions that could not be seen for a while. Returns whether there were any. */
  #takeOld(answer: ScopeAnswer, begins: boolean): boolean {
    // Or each heartbeat would walk all sessions to find none.
    if (this.#blind.areNone) return false
    const { roster, clock, listener } = this.#watching
    const elapsed = clock.monotonicMs()
    const sessions = answer.sessions.filter(({ scriptId }) => this.#blind.isOld(scriptId, elapsed))
    if (sessions.length === 0) return false
    const { account, provider } = this.#owner
    const { sweepsUntilGone } = provider
    const listed = { sessions, at: clock.now(), begins, completes: false, sweepsUntilGone }
    const change = roster.apply(this.key, listed)
    if (change) listener.rosterChanged(account, change, 'silent')
    return true
  }

  #attempted(error: AppError | null, evidence: Evidence): void {
    this.#lastAttempt = new Stopwatch(this.#watching.clock)
    this.#facts.error = error
    this.#facts.evidence = evidence
    this.#facts.awaited = false
    this.#facts.holdMs = 0
  }
}
