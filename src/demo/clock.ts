/** Time as the demo sees it. Tests inject one that they move by hand; nothing in the demo reads the time elsewhere. */
export interface Clock {
  /** The present, in epoch milliseconds. */
  now(): number
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void
}

/** The machine's own clock. Its timers never keep the process alive: the listening servers do. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
