import type { Result } from '../../../shared/result'
import type { Clock } from '../../clock'
import { type BackoffBounds, backoffMs } from '../../lib/backoff'
import type {
  HeartbeatBudget,
  ListFailure,
  ListOptions,
  ScopeAnswer,
  SweepCursor,
} from '../providers/provider'

/** Largest jitter, as a share of the interval. */
const jitterShare = 0.1
/** Failures in a row after which a sweep is given up: what it listed is too old by then. */
const failuresUntilAnew = 3
/** Pauses after failed heartbeats. */
const backoff: BackoffBounds = { firstMs: 5_000, longestMs: 300_000 }
/** Time between the first heartbeats of an account's scopes, ms. */
const staggerMs = 250

/** What a poller depends on. */
type PollerParts = {
  clock: Clock
  /** 0 to 1. */
  random(): number
  /** ms; read at every heartbeat, so that it can be changed. */
  intervalMs(): number
  budget: HeartbeatBudget
}

/** What is polled, and takes in what came of it. */
export interface Polled {
  /** One heartbeat. */
  list(options: ListOptions): Promise<Result<ScopeAnswer, ListFailure>>
  /** `begins`: this answer is the first of its sweep. */
  answered(answer: ScopeAnswer, begins: boolean): void
  /** `goesOn`: the next heartbeat goes on with the sweep that this one was to go on with. */
  failed(failure: ListFailure, goesOn: boolean): void
  /** In how many ms the next heartbeat is due; `null` while stopped. Called after every change. */
  scheduled(waitMs: number | null): void
}

/**
 * Polls one scope: one heartbeat in flight, the next one due after the last is complete, inside the account's budget.
 * Keeps the place of a sweep that spans several heartbeats. Knows no HTTP.
 */
export class Poller {
  readonly #parts: PollerParts
  readonly #polled: Polled
  #running = false
  #cancelTimer: (() => void) | null = null
  #inFlight: AbortController | null = null
  #askAgain = false
  #cursor: SweepCursor | null = null
  #failures = 0

  constructor(parts: PollerParts, polled: Polled) {
    this.#parts = parts
    this.#polled = polled
  }

  /** Begins with one quick heartbeat; `position` (0 for the first) staggers it among the account's scopes. */
  start(position: number): void {
    if (this.#running) return
    this.#running = true
    this.#failures = 0
    this.#cursor = null
    this.#schedule(Math.max(0, position - this.#parts.random()) * staggerMs)
  }

  /** Stops polling; an answer under way is dropped. */
  stop(): void {
    if (!this.#running) return
    this.#running = false
    this.#askAgain = false
    this.#inFlight?.abort()
    this.#inFlight = null
    this.#cancelTimer?.()
    this.#cancelTimer = null
    this.#parts.budget.leaveTurn(this)
    this.#polled.scheduled(null)
  }

  /** Polls as soon as the budget allows, without waiting for the interval; after the heartbeat in flight, if any. */
  nudge(): void {
    if (!this.#running) return
    if (this.#inFlight) this.#askAgain = true
    else this.#schedule(0)
  }

  #schedule(delayMs: number): void {
    this.#wait(Math.max(delayMs, this.#parts.budget.heartbeatDelayMs()))
  }

  #wait(waitMs: number): void {
    this.#cancelTimer?.()
    this.#cancelTimer = this.#parts.clock.schedule(waitMs, () => this.#due())
    this.#polled.scheduled(waitMs)
  }

  #due(): void {
    this.#cancelTimer = null
    // Another scope of the account may have spent what was there when this heartbeat was scheduled.
    const turnMs = this.#parts.budget.heartbeatTurnMs(this)
    if (turnMs > 0) this.#wait(turnMs)
    else void this.#beat()
  }

  async #beat(): Promise<void> {
    const { budget } = this.#parts
    const controller = new AbortController()
    this.#inFlight = controller
    this.#askAgain = false
    const cursor = this.#cursor
    const maxRequests = Math.max(1, budget.heartbeatAllowance())
    const result = await this.#polled.list({ signal: controller.signal, cursor, maxRequests })
    // Stopped meanwhile, or stopped and started anew: this answer no longer counts.
    if (this.#inFlight !== controller) return
    this.#inFlight = null
    if (result.ok) this.#succeed(result.value, cursor === null)
    else this.#fail(result.error)
  }

  #succeed(answer: ScopeAnswer, begins: boolean): void {
    this.#failures = 0
    this.#cursor = answer.next
    this.#polled.answered(answer, begins)
    this.#next(0)
  }

  #fail(failure: ListFailure): void {
    const { error } = failure
    this.#failures += 1
    // A wait for the budget is no reason to read the first pages again, nor is a page that fails once.
    if (error.kind !== 'rate-limited' && this.#failures >= failuresUntilAnew) this.#cursor = null
    this.#polled.failed(failure, this.#cursor !== null)
    this.#next(error.kind === 'rate-limited' ? (error.retryAfterMs ?? 0) : 0)
  }

  #next(retryAfterMs: number): void {
    // A listener may have stopped or restarted this poller.
    if (!this.#running || this.#inFlight || this.#cancelTimer) return
    const { intervalMs, random } = this.#parts
    if (this.#askAgain && this.#failures === 0) {
      this.#schedule(0)
      return
    }
    const waitMs = Math.max(intervalMs(), retryAfterMs, backoffMs(this.#failures, backoff, random))
    this.#schedule(waitMs + random() * jitterShare * intervalMs())
  }
}
