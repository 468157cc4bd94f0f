import { type Clock, Stopwatch } from '../../clock'

/**
 * Nobody was heard for so long: an outage. Who is found after it may have come at any time since, and is no news one by
 * one, ms.
 */
export const outageMs = 60_000

/** Between two looks at the clock, ms. */
const lookMs = 10_000

/**
 * Notices that time went by in which nobody was at work: a machine that slept without saying so shows as a timer that
 * comes late, or, where the monotonic clock stands still meanwhile, as a wall clock that is ahead. One that was set
 * forward looks the same, and is taken for it.
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

  /** Looks again and again; may be called again. */
  start(): void {
    if (this.#cancel) return
    this.#lastLook = new Stopwatch(this.#clock)
    this.#lookLater()
  }

  /** Looks now, for whoever is about to believe something that it heard. */
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
