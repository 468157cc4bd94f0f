import { type Clock, Stopwatch } from '../../clock'

/**
 * Shortest silence that counts as an outage, ms. Sessions that are found after one may have come at any time since, so that
 * none of them is news by itself.
 */
export const outageMs = 60_000

/** Time between two looks at the clock, ms. */
const lookMs = 10_000

/**
 * Notices that the machine slept without saying so: a timer comes late, or, where the monotonic clock stands still
 * meanwhile, the wall clock is ahead. A clock that was set forward looks the same, and is taken for sleep.
 */
export class GapDetector {
  readonly #clock: Clock
  readonly #onGap: () => void
  #lastLook: Stopwatch
  #cancel: (() => void) | null = null

  constructor(clock: Clock, onGap: () => void) {
    this.#clock = clock
    this.#onGap = onGap
    this.#lastLook = new Stopwatch(clock)
  }

  /** Begins to look; may be called again. */
  start(): void {
    if (this.#cancel) return
    this.#lastLook = new Stopwatch(this.#clock)
    this.#lookLater()
  }

  /** Looks now, before an answer is believed that may be older than the gap. */
  look(): void {
    const sinceMs = this.#lastLook.elapsedMs
    this.#lastLook = new Stopwatch(this.#clock)
    if (sinceMs > outageMs) this.#onGap()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #lookLater(): void {
    this.#cancel = this.#clock.schedule(lookMs, () => {
      this.#lookLater()
      this.look()
    })
  }
}
