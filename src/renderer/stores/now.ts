import { useCallback, useSyncExternalStore } from 'react'

/** One second: relative times are shown in whole seconds. */
const tickMs = 1_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null
let now = Date.now()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === null) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
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

/** The second that the window shows now, epoch ms; the same for everything on screen. */
const shownNow = (): number => {
  if (timer === null) now = Date.now()
  return now
}

/**
 * What `derive` makes of the time that is shown now (epoch ms). One timer serves the whole window, and a component
 * renders only when its own answer changes, so a column of relative times costs nothing but the texts that change.
 */
export function useNow<T extends string | number | boolean | null>(derive: (now: number) => T): T {
  const read = useCallback(() => derive(shownNow()), [derive])
  return useSyncExternalStore(subscribe, read)
}
