import { decodeJson, Undecodable } from './body'
import { cutItems } from './cut-items'
import { bothOdd, nothingOdd, type Oddities } from './provider'
import {
  type Items,
  type ListOf,
  type ListReader,
  mostRows,
  type ReadItem,
  readItem,
  readItems,
} from './readers'

/** Items by which one that moved is looked for beyond its expected place. */
const mostSkipped = 3

/** The items of one answer as they were read. */
type Remembered<T> = {
  body: Buffer
  /** Item `n` lies from `starts[n]` to one byte before `starts[n + 1]`. */
  starts: Uint32Array
  /** `null`: an item without an id that can be read. */
  values: (T | null)[]
  /** By the item's index; most items have none. */
  odd: Map<number, Oddities>
}

/**
 * Reads a list that is asked for again and again. An item whose bytes are those of the last answer is neither parsed nor
 * read again: it is the very same value. An answer that does not cut cleanly into its items is parsed whole.
 */
export class ListMemory<T> implements ListReader<T> {
  readonly #listOf: ListOf
  readonly #read: ReadItem<T>
  #last: Remembered<T> | null = null
  /** Stands for the list in the answer that was decoded last; `null`: that one was parsed whole. */
  #stand: readonly unknown[] | null = null

  /** `read` must say the same of the same item whenever it is asked. */
  constructor(listOf: ListOf, read: ReadItem<T>) {
    this.#listOf = listOf
    this.#read = read
  }

  decode(body: Buffer): unknown {
    this.#stand = null
    const cut = cutItems(body)
    if (!cut) return decodeJson(body)
    const stand: readonly unknown[] = []
    const answer = cut.around(stand)
    if (!this.#has(answer, stand)) return decodeJson(body)
    const read = this.#remember(body, cut.starts)
    if (!read) return decodeJson(body)
    this.#last = read
    this.#stand = stand
    return answer
  }

  items(answer: unknown): Items<T> {
    const list = this.#listOf(answer)
    if (!this.#last || !this.#stand || list !== this.#stand) return readItems(list, this.#read)
    const { values, starts, odd } = this.#last
    const items = values.filter((value) => value !== null)
    return {
      items,
      unreadable: values.length - items.length,
      beyond: starts.length - 1 - values.length,
      odd: [...odd.values()].reduce(bothOdd, nothingOdd),
    }
  }

  /** Whether what was cut out is the list that is asked for, and not another one. */
  #has(answer: unknown, stand: readonly unknown[]): boolean {
    try {
      return this.#listOf(answer) === stand
    } catch {
      return false
    }
  }

  /** Reads the items that are not those of the last answer; `null` where one is no JSON by itself. */
  #remember(body: Buffer, starts: Uint32Array): Remembered<T> | null {
    const last = this.#last
    const count = Math.min(starts.length - 1, mostRows)
    const next: Remembered<T> = { body, starts, values: [], odd: new Map() }
    /** The item of the last answer that is expected next, and items in a row that it did not have. */
    let expected = 0
    let fresh = 0
    for (let item = 0; item < count; item += 1) {
      const known = last ? placeOf(next, item, last, expected, fresh) : -1
      const odd = last?.odd.get(known)
      const value = last?.values[known]
      if (value !== undefined) {
        next.values.push(value)
        if (odd) next.odd.set(item, odd)
        expected = known + 1
        fresh = 0
        continue
      }
      // A copy: decoding may change it, and the answer may yet have to be parsed whole.
      const json = decodeJson(Buffer.from(body.subarray(starts[item], endOf(next, item))))
      if (json instanceof Undecodable) return null
      const read = readItem(json, this.#read)
      next.values.push(read.value)
      if (read.odd) next.odd.set(item, read.odd)
      fresh += 1
    }
    return next
  }
}

const endOf = ({ starts }: { starts: Uint32Array }, item: number) => (starts[item + 1] ?? 0) - 1

/**
 * Where the last answer had an item: at the expected place, where it would be if the fresh ones before it each stand for one
 * of the last answer's, or a little further, if a few left. `-1`: nowhere there.
 */
function placeOf<T>(
  next: Remembered<T>,
  item: number,
  last: Remembered<T>,
  expected: number,
  fresh: number,
): number {
  if (isSame(next, item, last, expected + fresh)) return expected + fresh
  for (let skipped = 0; skipped <= mostSkipped; skipped += 1)
    if (isSame(next, item, last, expected + skipped)) return expected + skipped
  return -1
}

function isSame<T>(next: Remembered<T>, item: number, last: Remembered<T>, other: number): boolean {
  const [start, otherStart] = [next.starts[item], last.starts[other]]
  if (start === undefined || otherStart === undefined || other >= last.values.length) return false
  const [end, otherEnd] = [endOf(next, item), endOf(last, other)]
  return (
    end - start === otherEnd - otherStart &&
    next.body.compare(last.body, otherStart, otherEnd, start, end) === 0
  )
}

/** Lists that one account's service is asked for again and again, its pages among them. */
export const mostMemories = 2_000

/** The memories of several lists by a name each. Those that were used longest ago are forgotten. */
export class ListMemories<T> {
  readonly #most: number
  readonly #byName = new Map<string, ListMemory<T>>()

  /** `most`: lists that are remembered at a time. */
  constructor(most: number) {
    this.#most = most
  }

  /** The memory of that name, which `create` makes where there is none. */
  of(name: string, create: () => ListMemory<T>): ListMemory<T> {
    const memory = this.#byName.get(name) ?? create()
    this.#byName.delete(name)
    this.#byName.set(name, memory)
    for (const oldest of this.#byName.keys()) {
      if (this.#byName.size <= this.#most) break
      this.#byName.delete(oldest)
    }
    return memory
  }
}
