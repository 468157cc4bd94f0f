/** Time, injected so that tests can steer it. */
export type Clock = {
  /** The wall clock, epoch ms: for what is shown, recorded or compared with another machine's time. It can jump. */
  now(): number
  /** Whole ms since a fixed moment, for durations; never goes back. It may stand still while the machine sleeps. */
  monotonicMs(): number
  /** Calls `run` once after `delayMs`; returns how to cancel. */
  schedule(delayMs: number, run: () => void): () => void
}

/** When a monotonic moment is or was by the wall clock as it is set now, epoch ms. */
export const wallTime = (clock: Clock, monotonicMs: number): number =>
  clock.now() + monotonicMs - clock.monotonicMs()

/**
 * How long ago something was. It believes the clock that says more: the monotonic one may stand still while the machine
 * sleeps, and the wall clock can be set back. One that is set forward makes it too long: old data is never called fresh.
 */
export class Stopwatch {
  readonly #clock: Clock
  readonly #startedAt: number
  readonly #startedMs: number

  /** Starts now. */
  constructor(clock: Clock) {
    this.#clock = clock
    this.#startedAt = clock.now()
    this.#startedMs = clock.monotonicMs()
  }

  /** Since its start, ms. */
  get elapsedMs(): number {
    return Math.max(this.#clock.now() - this.#startedAt, this.#clock.monotonicMs() - this.#startedMs)
  }

  /** When it was started by the wall clock as it is set now, epoch ms: never later than now. */
  get startedAt(): number {
    const now = this.#clock.now()
    const startedAt = now - this.elapsedMs
    // Told again it is the same, unless the clock was truly set: no two clocks run alike to the millisecond.
    return this.#startedAt - startedAt < driftMs ? Math.min(this.#startedAt, now) : startedAt
  }
}

/** Upper bound on the drift between a machine's clocks during any wait, ms. */
const driftMs = 1_000

/** Longest wait entrusted to one timer, ms: it may stand still while the machine sleeps. */
const sliceMs = 30_000

/** Like `clock.schedule`, for long waits: time asleep counts too. */
export function scheduleThroughSleep(clock: Clock, delayMs: number, run: () => void): () => void {
  const since = new Stopwatch(clock)
  const wait = (): (() => void) =>
    clock.schedule(Math.min(delayMs - since.elapsedMs, sliceMs), () => {
      if (since.elapsedMs >= delayMs) run()
      else cancel = wait()
    })
  let cancel = wait()
  return () => cancel()
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => Math.floor(performance.now()),
  schedule(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
