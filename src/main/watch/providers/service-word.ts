import type { AppError } from '../../../shared/result'
import { type Clock, Stopwatch } from '../../clock'
import type { SpendKind } from './rate-budget'
import { reserve } from './rate-window'
import { inWords, type ObservedLimit } from './server-wait'

/** The longest hold, ms, that a request sits out in silence; a longer one is told at once. */
export const patienceMs = 30_000

/**
 * The pause after a 429 that names none, ms: twice as long after each further one. It is only our guess, so it never
 * grows beyond what a person's action sits out.
 */
const guess = { firstMs: 5_000, longestMs: patienceMs } as const

/** Something that lasts `forMs` from `since` on. */
type Span = { since: Stopwatch; forMs: number }

const leftOf = (span: Span | null) => (span ? Math.max(0, span.forMs - span.since.elapsedMs) : 0)

/** Actions and look-ups may use up what the service says is left; what yields to them leaves some of it. */
const keptBack = (kind: SpendKind, limit: number) =>
  kind === 'heartbeat' || kind === 'bulk' ? reserve(limit) : 0

/** What a service itself said about how much it may be asked, and when. */
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

  /** Nothing may leave for so long. */
  pause(forMs: number): void {
    if (forMs > leftOf(this.#pause)) this.#pause = { since: new Stopwatch(this.#clock), forMs }
  }

  /** It refused a request as one too many, and did not say when to come back. */
  refused(): void {
    // The others that were under way with it: one pause is for all of them.
    if (leftOf(this.#pause) > 0) return
    this.#refusals += 1
    this.pause(Math.min(guess.longestMs, guess.firstMs * 2 ** (this.#refusals - 1)))
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

  /** How long such a request is held, ms. */
  holdMs(kind: SpendKind): number {
    const counted = this.#counted()
    const usedUp = counted !== null && counted.remaining <= keptBack(kind, counted.limit)
    return Math.max(leftOf(this.#pause), usedUp ? leftOf(counted) : 0)
  }

  /** How many such requests it leaves room for; without an end where it says nothing. */
  room(kind: SpendKind): number {
    const counted = this.#counted()
    return counted ? counted.remaining - keptBack(kind, counted.limit) : Number.POSITIVE_INFINITY
  }

  /** What to tell whoever would be held for longer than a person waits; `null`: they are not. */
  refusal(kind: SpendKind): AppError | null {
    const retryAfterMs = this.holdMs(kind)
    if (retryAfterMs <= patienceMs) return null
    const why =
      leftOf(this.#pause) > patienceMs
        ? `The service asked for a pause; ${inWords(retryAfterMs)} of it are left.`
        : `The service allows no more requests for another ${inWords(retryAfterMs)}.`
    return { kind: 'rate-limited', retryAfterMs, message: `${why} Nothing was sent. Try again then.` }
  }

  #counted() {
    if (leftOf(this.#count) === 0) this.#count = null
    return this.#count
  }
}
