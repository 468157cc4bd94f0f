/** Time after the page began to run that is left to the first rows alone, ms. */
export const startMs = 1_000

/** Runs what the first rows do not wait for, once they had their time and the window has some. Returns how to prevent it. */
export function afterStart(run: () => void): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    idle = requestIdleCallback(run)
  }, startMs)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
