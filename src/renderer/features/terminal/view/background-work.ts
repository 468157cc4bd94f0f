/** Somebody with pieces of work that can wait. */
export type TurnTaker = {
  /** Does one piece and calls `done` when it is over; answers whether there are more. */
  take(done: () => void): boolean
}

/** Time, so that tests have their own. `delayMs` 0: after what the page has to do already. */
type TurnClock = { monotonicMs(): number; schedule(delayMs: number, run: () => void): void }

/** For so long after an input the person is taken to be at it, ms. */
const activeForMs = 1_000
/** While they are, the processor is theirs for so long after each piece, ms: two frames, in which a key has its echo. */
const restMs = 32

/**
 * Work that must not be in the way: one piece at a time, everybody in turn, and the page gets to what came meanwhile
 * between two pieces. While the person types or scrolls there are pauses, because the processes that would feed the next
 * piece compete with their input too.
 */
export class Turns {
  readonly #clock: TurnClock
  /** Who has work, the longest waiting first. */
  readonly #waiting = new Set<TurnTaker>()
  #busy = false
  #activeMs = Number.NEGATIVE_INFINITY

  constructor(clock: TurnClock) {
    this.#clock = clock
  }

  /** Gets in line, if not there already. */
  join(taker: TurnTaker): void {
    this.#waiting.add(taker)
    if (!this.#busy) this.#plan()
  }

  /** Has no work any more. */
  leave(taker: TurnTaker): void {
    this.#waiting.delete(taker)
  }

  /** The person did something. */
  active(): void {
    this.#activeMs = this.#clock.monotonicMs()
  }

  #plan(): void {
    this.#busy = true
    const isActive = this.#clock.monotonicMs() - this.#activeMs < activeForMs
    this.#clock.schedule(isActive ? restMs : 0, () => this.#next())
  }

  #next(): void {
    this.#busy = false
    const [taker] = this.#waiting
    if (!taker) return
    this.#busy = true
    this.#waiting.delete(taker)
    const hasMore = taker.take(() => this.#plan())
    if (hasMore) this.#waiting.add(taker)
  }
}
