import type { Scope } from '../../../shared/account'
import type { Message } from '../../../shared/action'
import type { Evidence } from '../../../shared/health'
import type { LookupAnswer, LookupQuestion } from '../../../shared/lookup'
import type { AppError, Result } from '../../../shared/result'
import type { ScriptCounts, ScriptEdit, ScriptExecutions, ScriptInfo } from '../../../shared/script'
import type { Session, SessionDetails } from '../../../shared/session'
import type { LogFormat, SessionLogs } from '../../../shared/session-logs'
import type { Statistics, StatisticsPeriod } from '../../../shared/statistics'
import type { TerminalSize } from '../../../shared/terminal'
import type { PersonAsks, PersonSearch } from './person'
import type { TimeUnit } from './times'

/** Where a sweep over pages goes on; opaque to everybody but its provider. */
export type SweepCursor = { readonly provider: string; readonly state: unknown }

/** What one heartbeat may do. */
export type ListOptions = {
  signal: AbortSignal
  /** Where the last heartbeat's sweep stopped; `null` begins a new one. */
  cursor: SweepCursor | null
  /** How many requests this heartbeat may spend, at least 1. */
  maxRequests: number
}

/** A unit or a form of times. */
export type OddTime = TimeUnit | 'ISO 8601'

/** What was odd about the values of an answer, though it cost nobody their row. */
export type Oddities = {
  /** Units or forms of times that are not the documented one. */
  timesIn: readonly OddTime[]
  /** Values that are there and read `null`. */
  lost: number
  /** Texts that were shortened. */
  shortened: number
  /** Items that were not asked for, and were left out. */
  unasked: number
}

/** An answer about which nothing was odd. */
export const nothingOdd: Oddities = { timesIn: [], lost: 0, shortened: 0, unasked: 0 }

/** The oddities of two answers together. */
export const bothOdd = (a: Oddities, b: Oddities): Oddities => ({
  timesIn: [...new Set([...a.timesIn, ...b.timesIn])],
  lost: a.lost + b.lost,
  shortened: a.shortened + b.shortened,
  unasked: a.unasked + b.unasked,
})

/** Something that an answer lacks, though the rest of it counts. */
export type Gap = {
  /** Where the gap is; `null`: not in one script. */
  scriptId: string | null
  /** What is wrong, as sentences for a person. */
  words: string
  evidence: Evidence | null
  /** Nobody there could be seen, so that whoever turns up later need not have come only then. */
  blind: boolean
}

/** Of whom a sweep cannot say that they left, though it did not list them: those of these scripts, where it is not all. */
export type Unsure = 'nobody' | 'everybody' | ReadonlySet<string>

/** What a scope answered to one heartbeat. */
export type ScopeAnswer = {
  /** The sessions that this heartbeat's part of the sweep listed; unreadable items are left out. */
  sessions: readonly Session[]
  /** Where to go on; `null` when the sweep is complete with this answer. */
  next: SweepCursor | null
  /** Rows read so far in this sweep, and how many there are, where the service says. */
  progress: { done: number; total: number | null }
  /** Items that had no id which can be read. */
  unreadable: number
  /** Of the whole sweep so far. */
  unsure: Unsure
  gaps: readonly Gap[]
  /** Of this answer. */
  odd: Oddities
  /** How many requests it took. */
  requests: number
  evidence: Evidence
}

/** What a failed heartbeat leaves: why, and the proof. One that read something before is an answer with a gap. */
export type ListFailure = { error: AppError; evidence: Evidence }

/** Called with the number of sessions found so far, and the number in all where the service says. */
export type OnFound = (done: number, total: number | null) => void

/** What a service said to a message. `response`: the client's JSON as text, bounded. */
export type MessageAnswer =
  | { kind: 'delivered' }
  | { kind: 'answered'; response: string }
  | { kind: 'not-processed'; reason: string }

/** A new session with a terminal, and what its WebSocket wants. `token` is a secret; `lifetimeMs` counts from the answer. */
type CreatedTerminal = {
  sessionId: string
  websocketUrl: string
  token: string
  lifetimeMs: number | null
}

/** What a service that has terminals can do. Either is one request on the wire, never repeated. */
type TerminalSessions = {
  create(machineId: string, size: TerminalSize, departure?: Departure): Promise<Result<CreatedTerminal>>
  /** Fails with `gone` where the session has ended. */
  terminate(sessionId: string, departure?: Departure): Promise<Result<void>>
}

/**
 * What a service that manages scripts can do. A change is one request on the wire, never repeated; an answer that
 * never came, or does not tell, is `outcome-unknown`.
 */
export type Scripts = {
  info(scriptId: string, signal: AbortSignal): Promise<Result<ScriptInfo>>
  executions(scriptId: string, signal: AbortSignal): Promise<Result<ScriptExecutions>>
  /** Sends only what `edit` holds. */
  edit(scriptId: string, edit: ScriptEdit, departure?: Departure): Promise<Result<void>>
  toggle(scriptId: string, enabled: boolean, departure?: Departure): Promise<Result<void>>
  /** Waits up to 75 s: the service obfuscates. What its parser said is in the error's `details`. */
  update(scriptId: string, source: string, departure?: Departure): Promise<Result<void>>
  remove(scriptId: string, departure?: Departure): Promise<Result<void>>
}

/** How the request of an action leaves: it waits for its turn, and can be withdrawn until then. */
export type Departure = {
  /** What it counts as in the budget; by default a part of a bulk action. */
  kind?: 'action' | 'bulk'
  /** Withdraws the request while it waits for its turn; what is on the wire goes on. */
  signal: AbortSignal
  /** Its turn has come. It leaves when this says so, and only then. */
  leaves(): boolean
}

/** Requests that reach everybody in a scope, also who arrives until then. `anybody`: whether somebody was there. */
export type WholeScope = {
  /** One request on the wire, never repeated. */
  message(text: string, departure: Departure): Promise<Result<{ anybody: boolean }>>
  /** One request on the wire, never repeated. */
  disconnect(departure: Departure): Promise<Result<{ anybody: boolean }>>
}

/**
 * One account at one service, in our words. Knows nothing of polling, of the roster or of the contract. Never
 * throws for what a service or the network does; an aborted `signal` gives `cancelled`.
 */
export type Provider = {
  /**
   * How many complete sweeps in a row must miss a session until it counts as gone: 1 where one answer holds
   * everything, 2 where pages shift while they are read.
   */
  readonly sweepsUntilGone: 1 | 2
  listSessions(scope: Scope, options: ListOptions): Promise<Result<ScopeAnswer, ListFailure>>
  /** Every field the service gives; `session` is the row as known, for services without a details endpoint. */
  details(session: Session, signal: AbortSignal): Promise<Result<SessionDetails>>
  /** One request on the wire, never repeated. An answer that never came, or does not tell, is `outcome-unknown`. */
  message(session: Session, message: Message, departure?: Departure): Promise<Result<MessageAnswer>>
  /** One request on the wire, never repeated. An answer that never came, or does not tell, is `outcome-unknown`. */
  disconnect(session: Session, departure?: Departure): Promise<Result<void>>
  /** Where one request disconnects many sessions; as {@link disconnect}. */
  disconnectMany?(sessions: readonly Session[], departure: Departure): Promise<Result<void>>
  /** Where one request reaches a whole scope; `null` where not this kind of scope. */
  wholeScope?(scope: Scope): WholeScope | null
  /**
   * Looks up sessions that need not be watched. A question of another service is `unsupported`, a big answer ends
   * at `largestLookup`. `onFound` is called where it takes several pages.
   */
  lookup(question: LookupQuestion, signal: AbortSignal, onFound?: OnFound): Promise<Result<LookupAnswer>>
  /** What it can be asked about a person whom its list may not hold. Nothing is sent. */
  asksAbout(search: PersonSearch): PersonAsks
  /**
   * Whether a session that no heartbeat lists is live, in one cheap request; absent where a session cannot be
   * disconnected either.
   */
  isLive?(session: Session, signal: AbortSignal): Promise<Result<boolean>>
  /** Where the service keeps what was typed and printed. Fails with `gone` where it does not know the session. */
  logs?(sessionId: string, format: LogFormat, signal: AbortSignal): Promise<Result<SessionLogs>>
  /** Where the service counts over the whole organisation. */
  statistics?(period: StatisticsPeriod, signal: AbortSignal): Promise<Result<Statistics>>
  /** Where the service has terminals. */
  terminals?: TerminalSessions
  /** Where the service manages scripts. */
  scripts?: Scripts
  /** Where the service counts the sessions of all scripts at once. The last heartbeat's counts, unless `fresh`. */
  counts?(fresh: boolean, signal: AbortSignal): Promise<Result<ScriptCounts>>
  /** Closes sockets and fails what waits. */
  close(): Promise<void>
}

/** The account's rate budget as the poller sees it. Times are ms. */
export type HeartbeatBudget = {
  /** How long until a heartbeat may spend at least one request; 0 when it may now. Honours the service's word. */
  heartbeatDelayMs(): number
  /**
   * Whether `who` may begin a heartbeat: 0 when it may now, else how long to wait before trying again. Who had to wait
   * goes first, so that no scope of a busy account is passed over.
   */
  heartbeatTurnMs(who: object): number
  /** `who`, which had to wait, no longer wants to begin. */
  leaveTurn(who: object): void
  /** The pause that the service demanded, where it is long enough to be shown; else 0. */
  heartbeatHoldMs(): number
  /** How many requests a heartbeat may spend now, at most half of the known budget. */
  heartbeatAllowance(): number
}

/** The account's rate budget as a bulk action sees it. */
export type BulkBudget = {
  /** How long, ms, until the last of `requests` requests of bulk actions has left, if nothing else is sent. */
  bulkMs(requests: number): number
}
