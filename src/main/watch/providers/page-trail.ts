/** Pages in a row without a readable row that end the list: the second may be the first one again. */
const mostBlindPages = 2

/** Why no page follows: one was `empty`, one brought nothing new, or as many rows as may be are read. */
type End = 'empty' | 'repeats' | 'full'

/**
 * Follows a list that comes page by page from a service that may repeat pages, give fewer rows than asked for, or never
 * come to an end.
 */
export class PageTrail {
  readonly #most: number
  readonly #seen = new Set<string>()
  #rows = 0
  #unreadable = 0
  #blind = 0
  #end: End | null = null

  /** `most`: items after which it ends. */
  constructor(most: number) {
    this.#most = most
  }

  /**
   * Takes in the next page, `unreadable` of whose rows could not be read; returns those of its items that no page had
   * before.
   */
  take<T>(items: readonly T[], unreadable: number, idOf: (item: T) => string): T[] {
    const fresh: T[] = []
    for (const item of items) {
      const id = idOf(item)
      if (this.#seen.has(id) || this.#seen.size >= this.#most) continue
      this.#seen.add(id)
      fresh.push(item)
    }
    this.#rows += items.length + unreadable
    this.#blind = items.length === 0 && unreadable > 0 ? this.#blind + 1 : 0
    if (this.#seen.size >= this.#most) this.#end = 'full'
    else if (items.length + unreadable === 0) this.#end = 'empty'
    else if (fresh.length === 0 && (items.length > 0 || this.#blind === mostBlindPages)) this.#end = 'repeats'
    if (this.#end !== 'repeats') this.#unreadable += unreadable
    return fresh
  }

  /** Rows received, readable or not: where a list that is requested by index goes on. */
  get rows(): number {
    return this.#rows
  }

  /** Items so far, each counted once. */
  get found(): number {
    return this.#seen.size
  }

  get unreadable(): number {
    return this.#unreadable
  }

  /** `null`: another page may follow. */
  get end(): End | null {
    return this.#end
  }
}
