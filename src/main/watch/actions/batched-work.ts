import type { Clock } from '../../clock'

/** Items per batch: at most a few hundredths of a second of writing. */
export const itemsPerBatch = 2_000

/** What is done with the items, and the callbacks for its end. */
type BatchedWorkParts<T> = {
  clock: Clock
  /** Takes the next items, in order. */
  work(items: readonly T[]): void
  /** All is done that could not be done at once; it is not called where `add` itself did everything. */
  onDone(): void
  /** Work that was put off threw; what was still to do is forgotten. */
  onFailed(): void
}

/**
 * Work over as many items as a large list has, in batches, so that heartbeats and clicks get their turn in between. The
 * first batch is worked on at once.
 */
export class BatchedWork<T> {
  readonly #parts: BatchedWorkParts<T>
  readonly #waiting: T[] = []
  #cancel: (() => void) | null = null

  constructor(parts: BatchedWorkParts<T>) {
    this.#parts = parts
  }

  /** Whether nothing is left to do. */
  get idle(): boolean {
    return this.#waiting.length === 0
  }

  /** Adds items. Those that are worked on at once may throw. */
  add(items: readonly T[]): void {
    for (const item of items) this.#waiting.push(item)
    if (this.#cancel) return
    // First: what is added meanwhile, or one by one, waits for the next turn.
    this.#schedule()
    try {
      this.#turn()
    } catch (cause) {
      this.abandon()
      throw cause
    }
  }

  /** Forgets what is still to do. */
  abandon(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#waiting.splice(0)
  }

  #schedule(): void {
    this.#cancel = this.#parts.clock.schedule(0, () => {
      this.#cancel = null
      if (this.idle) return
      this.#schedule()
      try {
        this.#turn()
      } catch {
        this.abandon()
        this.#parts.onFailed()
        return
      }
      if (this.idle) this.#parts.onDone()
    })
  }

  #turn(): void {
    this.#parts.work(this.#waiting.splice(0, itemsPerBatch))
  }
}
