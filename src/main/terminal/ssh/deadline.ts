/** A time limit that stands still while somebody thinks: a person, or an agent that asks one. */
export class Deadline {
  readonly #expired: () => void
  #leftMs: number
  #startedAt = 0
  #timer: NodeJS.Timeout | undefined
  #pauses = 0
  #over = false

  /**
   * @param limitMs time on the clock, which runs from now on
   * @param expired called once when it has run out
   */
  constructor(limitMs: number, expired: () => void) {
    this.#leftMs = limitMs
    this.#expired = expired
    this.#start()
  }

  /** Runs something that is somebody's to answer: its time does not count. */
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

  /** Ends it; it does not expire any more. */
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
