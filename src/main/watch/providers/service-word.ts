import type { AppError } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
import { type Clock, Stopwatch } from '../../clock'
import { backoffMs } from '../../lib/backoff'
import { inWords } from '../wait-words'
import { reserve } from './rate-window'
import type { ObservedLimit } from './server-wait'

/** Longest pause that a request waits out in silence, ms; a longer one is shown at once. */
const patienceMs = 30_000

/**
 * The pause after a 429 that names none, ms: twice as long after each further one. It is only our guess, so that it never
 * grows beyond what a person's action waits out.
 */
const guess = { firstMs: 5_000, longestMs: patienceMs } as const

/** Something that lasts `forMs` from `since` on. */
type Span = { since: Stopwatch; forMs: number }

const leftOf = (span: Span | null) => (span ? Math.max(0, span.forMs - span.since.elapsedMs) : 0)

/**
 * What a service itself said about how many requests it takes, and when. Requests for which `yields` is true leave some of
 * the rest to the others, which may use it up.
 */
export class ServiceWord {
  readonly #clock: Clock
  #pause: Span | null = null
  /** How much it said is left, less what was sent since. */
  #count: (Span & { limit: number; remaining: number }) | null = null
  /** 429s without a pause, in a row. */
  #refusals = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** It demanded a pause: nothing may leave for `forMs` ms. */
  pause(forMs: number): void {
    if (forMs > leftOf(this.#pause)) this.#pause = { since: new Stopwatch(this.#clock), forMs }
  }

  /** It refused a request as one too many, and did not say when to come back. */
  refused(): void {
    // The others that were under way with it: one pause is for all of them.
    if (leftOf(this.#pause) > 0) return
    this.#refusals += 1
    this.pause(backoffMs(this.#refusals, guess))
  }

  /** It took a request. */
  took(): void {
    this.#refusals = 0
  }

  /** It said how many requests are left. */
  count({ limit, remaining, resetInMs }: ObservedLimit): void {
    if (resetInMs <= 0) return
    // Answers can overtake each other: within one period of the service the lower count is the later one.
    const known = this.#counted()
    const samePeriod = known !== null && Math.abs(leftOf(known) - resetInMs) < 2_000
    this.#count = {
      limit,
      remaining: samePeriod ? Math.min(known.remaining, remaining) : remaining,
      since: new Stopwatch(this.#clock),
      forMs: resetInMs,
    }
  }

  /** A request leaves. */
  spent(): void {
    if (this.#count) this.#count.remaining -= 1
  }

  /** How many requests it leaves room for; `Infinity` where it says nothing. */
  room(yields: boolean): number {
    const counted = this.#counted()
    if (!counted) return Number.POSITIVE_INFINITY
    return counted.remaining - (yields ? reserve(counted.limit) : 0)
  }

  /** How long a request is held, ms. */
  holdMs(yields: boolean): number {
    return Math.max(leftOf(this.#pause), this.room(yields) <= 0 ? leftOf(this.#count) : 0)
  }

  /** The same where it is longer than a request waits in silence; 0 where it is not. */
  longHoldMs(yields: boolean): number {
    const holdMs = this.holdMs(yields)
    return holdMs > patienceMs ? holdMs : 0
  }

  /** The error for a request that would be held this long; `null` where it is not. */
  refusal(yields: boolean): AppError | null {
    const retryAfterMs = this.longHoldMs(yields)
    if (retryAfterMs === 0) return null
    const { pause, noMoreRequests } = exchangeText
    const why = leftOf(this.#pause) > patienceMs ? pause : noMoreRequests
    return { kind: 'rate-limited', retryAfterMs, message: why(inWords(retryAfterMs)) }
  }

  #counted() {
    if (leftOf(this.#count) === 0) this.#count = null
    return this.#count
  }
}
