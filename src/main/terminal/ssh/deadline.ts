/** A time limit that pauses while a person thinks, or an agent that asks one. */
export class Deadline {
  readonly #expired: () => void
  #leftMs: number
  #startedAt = 0
  #timer: NodeJS.Timeout | undefined
  #pauses = 0
  #over = false

  /**
   * @param limitMs time on the clock, which starts now
   * @param expired called once when it has run out
   */
  constructor(limitMs: number, expired: () => void) {
    this.#leftMs = limitMs
    this.#expired = expired
    this.#start()
  }

  /** Awaits an answer from somebody without counting the time. */
  readonly without = async <T>(thought: Promise<T>): Promise<T> => {
    if (this.#pauses++ === 0) this.#stop()
    try {
      return await thought
    } finally {
      if (--this.#pauses === 0) this.#start()
    }
  }

  /** Puts a new time on the clock. */
  renew(limitMs: number): void {
    this.#stop()
    this.#leftMs = limitMs
    if (this.#pauses === 0) this.#start()
  }

  /** Stops it; it no longer expires. */
  clear(): void {
    this.#over = true
    this.#stop()
  }

  #start(): void {
    if (this.#over) return
    this.#startedAt = performance.now()
    this.#timer = setTimeout(() => {
      this.clear()
      this.#expired()
    }, this.#leftMs)
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#leftMs -= performance.now() - this.#startedAt
  }
}
