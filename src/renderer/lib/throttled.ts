/** Calls `run` at once, then at most once every `everyMs` ms with the newest value. */
export function throttled<T>(everyMs: number, run: (value: T) => void): (value: T) => void {
  let waiting: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const next = () => {
    timer = null
    if (!waiting) return
    const { value } = waiting
    waiting = null
    call(value)
  }
  const call = (value: T) => {
    if (timer !== null) {
      waiting = { value }
      return
    }
    run(value)
    timer = setTimeout(next, everyMs)
  }
  return call
}
