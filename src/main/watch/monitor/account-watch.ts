import { type AccountConfig, type Scope, type ScopeKey, scopeKey } from '../../../shared/account'
import type { Evidence, ScopeHealth } from '../../../shared/health'
import { type AppError, type AppErrorKind, err, type Result } from '../../../shared/result'
import { type Clock, Stopwatch, wallTime } from '../../clock'
import {
  type BulkBudget,
  bothOdd,
  type HeartbeatBudget,
  type ListFailure,
  type ListOptions,
  nothingOdd,
  type Provider,
  type ScopeAnswer,
} from '../providers/provider'
import { BlindScripts } from './blind-scripts'
import { outageMs } from './gap-watch'
import { describeHealth, type Halt, type ScopeFacts } from './health'
import { Poller } from './poller'
import type { Roster } from './roster'
import type { WatchListener } from './watch-listener'
import type { WatchedAccount } from './watched-account'

/** What a heartbeat fails with when the way to the service is to blame. */
const noWay: ReadonlySet<AppErrorKind> = new Set(['proxy', 'network', 'dns', 'tls', 'timeout', 'blocked'])

/** What the watch of an account works with. */
type AccountWatchParts = {
  account: AccountConfig
  provider: Provider
  budget: HeartbeatBudget & BulkBudget
  /** Replaces the provider's connections by those through another proxy, or with `null` by straight ones. */
  reroute(proxy: string | null): void
  clock: Clock
  random: () => number
  intervalMs: () => number
  roster: Roster
  /** Called before an answer is believed: it may be older than the machine's sleep. */
  lookForGap(): void
  listener: WatchListener
}

/** What the window shows of a scope but for its times, which are told anew each time: the wall clock may be set. */
type Facts = Omit<ScopeFacts, 'lastSuccessAt' | 'lastAttemptAt' | 'nextAt' | 'count'>

/**
 * What one scope needs to be watched. `settled`: a whole sweep was read since the start, the last gap or the last
 * outage. `startedMs`, `silentSinceMs`, `dueMs`: monotonic. `silentSinceMs`: since when what was due stayed without a
 * good answer; `null`: the latest was one.
 */
type ScopeWatch = {
  facts: Facts
  poller: Poller
  settled: boolean
  startedMs: number
  silentSinceMs: number | null
  dueMs: number | null
  lastSuccess: Stopwatch | null
  lastAttempt: Stopwatch | null
  blind: BlindScripts
}

/** Watches all scopes of one account: its pollers, what they answer, and how its scopes are doing. */
export class AccountWatch implements WatchedAccount {
  readonly provider: Provider
  readonly budget: BulkBudget
  #account: AccountConfig
  #halt: Halt | null = null
  readonly #deps: AccountWatchParts
  readonly #scopes = new Map<ScopeKey, ScopeWatch>()

  constructor(deps: AccountWatchParts) {
    this.#deps = deps
    this.#account = deps.account
    this.provider = deps.provider
    this.budget = deps.budget
  }

  get account(): AccountConfig {
    return this.#account
  }

  /** Begins to watch; halted, if `halt` says so. */
  start(halt: Halt | null): void {
    this.#halt = halt
    this.#addScopes()
  }

  /** Takes over what needs no new connection: label, switches and scopes. Answers with the scopes that are gone. */
  update(account: AccountConfig): ScopeKey[] {
    this.#account = account
    const wanted = new Set(account.scopes.map((scope) => scopeKey(account.id, scope)))
    const removed = [...this.#scopes.keys()].filter((key) => !wanted.has(key))
    for (const key of removed) this.#dropScope(key)
    this.#addScopes()
    return removed
  }

  /**
   * Goes on by another proxy, or with `null` straight. Who had no way before is asked at once: what is still waited for went
   * the old way, and what comes after many failures may be minutes away.
   */
  reroute(proxy: string | null): void {
    this.#deps.reroute(proxy)
    if (this.#halt) return
    let position = 0
    for (const { facts, poller } of this.#scopes.values()) {
      if (!facts.error || !noWay.has(facts.error.kind)) continue
      poller.stop()
      poller.start(position++)
    }
  }

  /** Halts all scopes, or with `null` goes on with one quick heartbeat each. */
  setHalt(halt: Halt | null): void {
    if (halt === this.#halt) return
    this.#halt = halt
    let position = 0
    for (const [key, watch] of this.#scopes) {
      watch.facts.halt = halt
      if (halt) watch.poller.stop()
      else this.#startScope(watch, position++)
      this.#changed(key, watch)
    }
  }

  /**
   * Time went by in which nobody was asked. What is under way tells of before it and is dropped; every scope is asked anew,
   * soon, whatever it waited for.
   */
  beginAnew(): void {
    if (this.#halt) return
    let position = 0
    for (const watch of this.#scopes.values()) {
      watch.poller.stop()
      this.#startScope(watch, position++)
    }
  }

  /** Asks the scopes given, or all of them, as soon as the budget allows. */
  nudge(scopes?: readonly ScopeKey[]): void {
    for (const [key, watch] of this.#scopes) if (!scopes || scopes.includes(key)) watch.poller.nudge()
  }

  /** The health of every scope. */
  health(): ScopeHealth[] {
    return Array.from(this.#scopes, ([key, watch]) => this.#read(key, watch))
  }

  /** Stops, drops the rows and closes the provider. Answers with the scopes that are gone. */
  stop(): ScopeKey[] {
    const removed = [...this.#scopes.keys()]
    for (const key of removed) this.#dropScope(key)
    this.provider.close().catch((cause) => this.#crashed(cause))
    return removed
  }

  #addScopes(): void {
    let position = 0
    for (const scope of this.#account.scopes) {
      const key = scopeKey(this.#account.id, scope)
      if (this.#scopes.has(key)) continue
      const watch = this.#createScope(key, scope)
      this.#scopes.set(key, watch)
      if (!this.#halt) this.#startScope(watch, position++)
      this.#changed(key, watch)
    }
  }

  #startScope(watch: ScopeWatch, position: number): void {
    watch.settled = false
    watch.silentSinceMs = null
    watch.facts.awaited = true
    watch.facts.sweep = null
    watch.poller.start(position)
  }

  #dropScope(key: ScopeKey): void {
    this.#scopes.get(key)?.poller.stop()
    this.#scopes.delete(key)
    const change = this.#deps.roster.dropScope(key)
    if (change) this.#deps.listener.rosterChanged(this.#account, change, 'dropped')
  }

  #createScope(key: ScopeKey, scope: Scope): ScopeWatch {
    const { clock, random, intervalMs, budget, lookForGap } = this.#deps
    const facts: Facts = {
      accountId: this.#account.id,
      provider: this.#account.provider,
      scope,
      halt: this.#halt,
      sweep: null,
      unreadable: 0,
      gaps: [],
      odd: nothingOdd,
      evidence: null,
      error: null,
      awaited: true,
      holdMs: 0,
    }
    const poller = new Poller({
      clock,
      random,
      intervalMs,
      budget,
      list: async (options) => {
        watch.startedMs = clock.monotonicMs()
        const result = await this.#list(scope, options)
        lookForGap()
        return result
      },
      onAnswer: (answer, begins) => this.#answered(key, watch, answer, begins),
      onFailure: (failure, goesOn) => this.#failed(key, watch, failure, goesOn),
      onScheduled: (waitMs) => this.#scheduled(key, watch, waitMs),
    })
    const watch: ScopeWatch = {
      facts,
      poller,
      settled: false,
      startedMs: 0,
      silentSinceMs: null,
      dueMs: null,
      lastSuccess: null,
      lastAttempt: null,
      blind: new BlindScripts(outageMs),
    }
    return watch
  }

  #scheduled(key: ScopeKey, watch: ScopeWatch, waitMs: number | null): void {
    const { clock, budget } = this.#deps
    const now = clock.monotonicMs()
    watch.dueMs = waitMs === null ? null : now + waitMs
    watch.facts.holdMs = waitMs === null ? 0 : budget.heartbeatHoldMs()
    if (watch.facts.holdMs > 0) watch.silentSinceMs ??= now
    this.#changed(key, watch)
  }

  async #list(scope: Scope, options: ListOptions): Promise<Result<ScopeAnswer, ListFailure>> {
    try {
      return await this.provider.listSessions(scope, options)
    } catch (cause) {
      // A fault of ours in one service's code must not cost the heartbeats of the others.
      this.#crashed(cause)
      const message = 'Sessiondeck failed to read the answer. The other accounts go on.'
      const evidence = { asked: 'heartbeat', at: this.#deps.clock.now(), answer: 'a fault of Sessiondeck' }
      return err({ error: { kind: 'internal', message }, evidence })
    }
  }

  #answered(key: ScopeKey, watch: ScopeWatch, answer: ScopeAnswer, begins: boolean): void {
    const { roster, clock, listener } = this.#deps
    const { facts, blind } = watch
    const completes = answer.next === null
    const hasOld = this.#takeOld(key, watch, answer, begins)
    const change = roster.apply(key, {
      sessions: answer.sessions,
      at: clock.now(),
      begins: begins && !hasOld,
      completes,
      sweepsUntilGone: this.provider.sweepsUntilGone,
      unsure: answer.unsure,
    })
    if (watch.silentSinceMs !== null && clock.monotonicMs() - watch.silentSinceMs > outageMs)
      watch.settled = false
    const reason = watch.settled ? 'news' : 'silent'
    watch.silentSinceMs = null
    watch.lastSuccess = new Stopwatch(clock)
    this.#attempted(watch, null, answer.evidence)
    facts.unreadable = begins ? answer.unreadable : facts.unreadable + answer.unreadable
    facts.odd = begins ? answer.odd : bothOdd(facts.odd, answer.odd)
    facts.gaps = completes || answer.gaps.length > 0 ? answer.gaps : facts.gaps
    facts.sweep = completes ? null : answer.progress
    if (completes) {
      watch.settled = true
      blind.swept(answer.gaps, clock.monotonicMs())
    }
    if (change) listener.rosterChanged(this.#account, change, reason)
    // What cannot tell whether somebody left cannot tell either that they are still there.
    if (completes && answer.unsure === 'nobody') listener.swept(key, watch.startedMs)
    this.#changed(key, watch)
  }

  /** Takes in first, and silently, whom nobody could see for a while. Whether there was anybody. */
  #takeOld(key: ScopeKey, { blind }: ScopeWatch, answer: ScopeAnswer, begins: boolean): boolean {
    const { roster, clock, listener } = this.#deps
    const elapsed = clock.monotonicMs()
    const sessions = answer.sessions.filter(({ scriptId }) => blind.isOld(scriptId, elapsed))
    if (sessions.length === 0) return false
    const { sweepsUntilGone } = this.provider
    const listed = { sessions, at: clock.now(), begins, completes: false, sweepsUntilGone }
    const change = roster.apply(key, listed)
    if (change) listener.rosterChanged(this.#account, change, 'silent')
    return true
  }

  #failed(key: ScopeKey, watch: ScopeWatch, { error, evidence }: ListFailure, goesOn: boolean): void {
    watch.silentSinceMs ??= watch.startedMs
    this.#attempted(watch, error, evidence)
    if (noWay.has(error.kind)) this.#deps.listener.unreachable(this.#account)
    if (!goesOn) watch.facts.sweep = null
    this.#changed(key, watch)
  }

  #attempted(watch: ScopeWatch, error: AppError | null, evidence: Evidence): void {
    watch.lastAttempt = new Stopwatch(this.#deps.clock)
    watch.facts.error = error
    watch.facts.evidence = evidence
    watch.facts.awaited = false
    watch.facts.holdMs = 0
  }

  #crashed(cause: unknown): void {
    this.#deps.listener.crashed(this.#account, cause)
  }

  #changed(key: ScopeKey, watch: ScopeWatch): void {
    if (this.#scopes.get(key) === watch) this.#deps.listener.healthChanged(key, () => this.#read(key, watch))
  }

  #read(key: ScopeKey, { facts, lastSuccess, lastAttempt, dueMs }: ScopeWatch): ScopeHealth {
    const { clock, roster } = this.#deps
    return describeHealth({
      ...facts,
      count: roster.countOf(key),
      lastSuccessAt: lastSuccess?.startedAt ?? null,
      lastAttemptAt: lastAttempt?.startedAt ?? null,
      nextAt: dueMs === null ? null : wallTime(clock, dueMs),
    })
  }
}
