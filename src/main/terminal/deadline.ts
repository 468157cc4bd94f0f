/** A time limit that stands still while a person thinks. */
type Deadline = {
  /** Runs something that is a person's to answer: its time does not count. */
  without<T>(pause: Promise<T>): Promise<T>
  clear(): void
}

/**
 * @param limitMs time on the clock
 * @param expired called once when it has run out
 */
export function deadline(limitMs: number, expired: () => void): Deadline {
  let leftMs = limitMs
  let startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  let pauses = 0
  let over = false

  const start = () => {
    startedAt = performance.now()
    timer = setTimeout(expired, leftMs)
  }
  start()
  return {
    async without(pause) {
      if (pauses++ === 0) {
        clearTimeout(timer)
        leftMs -= performance.now() - startedAt
      }
      try {
        return await pause
      } finally {
        if (--pauses === 0 && !over) start()
      }
    },
    clear() {
      over = true
      clearTimeout(timer)
    },
  }
}
