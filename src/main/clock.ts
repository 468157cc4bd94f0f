/** Time, injected so that tests can steer it. */
export type Clock = {
  /** Epoch ms. */
  now(): number
  /** Calls `run` once after `delayMs`; returns how to cancel. */
  schedule(delayMs: number, run: () => void): () => void
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
