import { useCallback, useSyncExternalStore } from 'react'

/** Time between two ticks, ms: relative times are shown in whole seconds. */
const tickMs = 1_000
/** Largest drift between the two clocks of a running machine from one tick to the next, ms. */
const driftMs = 1_500

/** Epoch ms, and `performance.now()`. */
const readClocks = () => ({ now: Date.now(), monotonicMs: performance.now() })

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null
let shown = readClocks()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === null) {
    shown = readClocks()
    timer = setInterval(() => {
      shown = readClocks()
      for (const each of listeners) each()
    }, tickMs)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** The second that the window shows now; the same for everything on screen. */
const shownClocks = () => {
  if (timer === null) shown = readClocks()
  return shown
}

/**
 * What `derive` makes of the time that is shown now: epoch ms, and for what began in this window `performance.now()`,
 * which nobody can set. One timer serves the whole window, and a component renders only when its own answer changes, so
 * a column of relative times costs nothing but the texts that change.
 */
export function useNow<T extends string | number | boolean | null>(
  derive: (now: number, monotonicMs: number) => T,
): T {
  const read = useCallback(() => {
    const { now, monotonicMs } = shownClocks()
    return derive(now, monotonicMs)
  }, [derive])
  return useSyncExternalStore(subscribe, read)
}

/**
 * Calls `listener` when the wall clock was set, or the machine slept: times that were received before mean another moment
 * now. Returns how to stop.
 */
export function onClockStep(listener: () => void): () => void {
  const ahead = () => {
    const { now, monotonicMs } = readClocks()
    return now - monotonicMs
  }
  let before = ahead()
  return subscribe(() => {
    const step = ahead() - before
    before += step
    if (Math.abs(step) > driftMs) listener()
  })
}
