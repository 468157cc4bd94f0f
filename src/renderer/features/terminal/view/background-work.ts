/** A source of pieces of work that can wait. */
export type WorkSource = {
  /** Does one piece and calls `done` when it is over; returns whether there are more. */
  take(done: () => void): boolean
}

/** Time, so that tests have their own. `delayMs` 0: after what the page has to do already. */
type WorkClock = { monotonicMs(): number; schedule(delayMs: number, run: () => void): void }

/** Time after an input for which the person counts as active, ms. */
const activeForMs = 1_000
/** Pause after each piece while they are active, ms: two frames, in which a key has its echo. */
const restMs = 32

/**
 * Work of low priority: one piece at a time, all sources in turn, and the page handles its events between two pieces.
 * While the person types or scrolls there are pauses, because the processes that would feed the next piece compete with
 * their input too.
 */
export class BackgroundWork {
  readonly #clock: WorkClock
  /** The sources that have work, the longest waiting first. */
  readonly #waiting = new Set<WorkSource>()
  #busy = false
  #activeMs = Number.NEGATIVE_INFINITY

  constructor(clock: WorkClock) {
    this.#clock = clock
  }

  /** Gets in line, if not there already. */
  join(source: WorkSource): void {
    this.#waiting.add(source)
    if (!this.#busy) this.#plan()
  }

  /** Has no work any more. */
  leave(source: WorkSource): void {
    this.#waiting.delete(source)
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
    const [source] = this.#waiting
    if (!source) return
    this.#busy = true
    this.#waiting.delete(source)
    const hasMore = source.take(() => this.#plan())
    if (hasMore) this.#waiting.add(source)
  }
}
