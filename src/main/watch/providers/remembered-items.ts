import type { Oddities } from './provider'

/** Items by which an answer is expected to be longer than the one before. */
const likelyMore = 64

/** The items of one answer: where they lie in its bytes, and how they were read. Filled from the front, once. */
export class RememberedItems<T> {
  readonly body: Buffer
  /** By the item's number; most items have none. */
  readonly odd = new Map<number, Oddities>()
  /** Item `n` lies from `starts[n]` to one byte before `starts[n + 1]`. */
  #starts: Uint32Array
  readonly #values: (T | null)[]
  #begun = 0
  #read = 0
  #unreadable = 0

  /** `before`: how many items the answer before had. */
  constructor(body: Buffer, before: number) {
    this.body = body
    this.#starts = new Uint32Array(before + likelyMore)
    this.#values = new Array<T | null>(before)
  }

  /** How many have a beginning. */
  get begun(): number {
    return this.#begun
  }

  /** How many have a value; the first of them. */
  get read(): number {
    return this.#read
  }

  /** How many have no id that can be read, of those that have a value. */
  get unreadable(): number {
    return this.#unreadable
  }

  /** `null`: an item without an id that can be read. */
  get values(): readonly (T | null)[] {
    return this.#values
  }

  startOf(item: number): number {
    return this.#starts[item] ?? 0
  }

  /** The byte behind an item. */
  endOf(item: number): number {
    return this.startOf(item + 1) - 1
  }

  /** The next item begins there. */
  begin(at: number): void {
    this.#makeRoomFor(this.#begun + 1)
    this.#starts[this.#begun] = at
    this.#begun += 1
  }

  /** The next items begin at `at` and, with a byte between each two, behind each other; where one behind them would. */
  beginAll(at: number, lengths: readonly number[]): number {
    let next = at
    for (const length of lengths) {
      this.begin(next)
      next += length + 1
    }
    return next
  }

  /** The value of the first item that has none; `odd`: what was odd about it, if anything was. */
  take(value: T | null, odd: Oddities | null): void {
    if (odd) this.odd.set(this.#read, odd)
    if (value === null) this.#unreadable += 1
    this.#values[this.#read] = value
    this.#read += 1
  }

  /** Takes over `count` items of another answer, from `first` on, which lie at `at` in this one. All before have a value. */
  copy(from: RememberedItems<T>, first: number, count: number, at: number): void {
    this.#makeRoomFor(this.#begun + count)
    const moved = at - from.startOf(first)
    const starts = this.#starts
    const values = this.#values
    const offset = this.#begun - first
    for (let item = first; item < first + count; item += 1) {
      const value = from.#values[item] ?? null
      if (value === null) this.#unreadable += 1
      starts[item + offset] = (from.#starts[item] ?? 0) + moved
      values[item + offset] = value
    }
    if (from.odd.size > 0)
      for (let item = first; item < first + count; item += 1) {
        const odd = from.odd.get(item)
        if (odd) this.odd.set(item + offset, odd)
      }
    this.#begun += count
    this.#read += count
  }

  /** There are no more items; another one would begin at `at`. */
  close(at: number): void {
    this.#starts[this.#begun] = at
    this.#values.length = this.#read
  }

  /** Room for the beginnings of `count` items, and for the one that would come next. */
  #makeRoomFor(items: number): void {
    if (items < this.#starts.length) return
    const larger = new Uint32Array(2 * items + likelyMore)
    larger.set(this.#starts)
    this.#starts = larger
  }
}
