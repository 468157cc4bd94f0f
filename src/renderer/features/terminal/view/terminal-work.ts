import { BackgroundWork } from './background-work'

/** The window's terminals that do not have the focus. */
export const terminalWork = new BackgroundWork({
  monotonicMs: () => performance.now(),
  schedule(delayMs, run) {
    // A timer of 0 ms takes 4 ms when each sets the next.
    if (delayMs === 0) void scheduler.postTask(run)
    else setTimeout(run, delayMs)
  },
})
