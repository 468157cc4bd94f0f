/** Time, injected so that tests can steer it. */
export type Clock = {
  /** The wall clock, epoch ms: for what is shown, recorded or compared with another machine's time. It can jump. */
  now(): number
  /** Since a fixed moment, ms; never goes back: for how long something takes. It may stand still while the machine sleeps. */
  monotonicMs(): number
  /** Calls `run` once after `delayMs`; returns how to cancel. */
  schedule(delayMs: number, run: () => void): () => void
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
