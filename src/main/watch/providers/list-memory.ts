import { decodeJson, decodeText, Undecodable } from './body'
import { type CutAnswer, cutList, cutOut, isItemEnd } from './cut-list'
import { endOfObject } from './json-depth'
import { bothOdd, nothingOdd, type Oddities } from './provider'
import {
  type Items,
  type ListOf,
  type ListReader,
  mostRows,
  type ReadItem,
  Reading,
  readItem,
  readItems,
} from './readers'

/** Items by which one that moved is looked for at least beyond its expected place. */
const leastReach = 3
/** Items that are parsed at once: few enough that what is parsed is forgotten soon. */
const parsedAtOnce = 256

/** The items of one answer: where they lie in its bytes, and how they were read. */
type Remembered<T> = {
  body: Buffer
  /** Item `n` lies from `starts[n]` to one byte before `starts[n + 1]`; the last entry stands for no item. */
  starts: number[]
  /** `null`: an item without an id that can be read. */
  values: (T | null)[]
  /** By the item's number; most items have none. */
  odd: Map<number, Oddities>
}

/**
 * Reads a list that is asked for again and again. It walks through the bytes of an answer in step with those of the last
 * one: items whose bytes are the same are neither parsed nor read again, they are the very same values. An answer that does
 * not cut cleanly into its items is parsed whole. Keeps the bytes of one answer.
 */
export class ListMemory<T> implements ListReader<T> {
  readonly #listOf: ListOf
  readonly #read: ReadItem<T>
  #last: Remembered<T> | null = null

  /** `read` must say the same of the same item whenever it is asked. */
  constructor(listOf: ListOf, read: ReadItem<T>) {
    this.#listOf = listOf
    this.#read = read
  }

  /** Bytes of the answer that is remembered. */
  get bytes(): number {
    return this.#last?.body.length ?? 0
  }

  decode(body: Buffer): unknown {
    const cut = cutList(body)
    const read = cut && this.#isOurs(cut) ? this.#walk(body, cut) : null
    if (!cut || !read) return decodeJson(body)
    this.#last = read
    return cut.answer
  }

  items(answer: unknown): Items<T> {
    const list = this.#listOf(answer)
    if (!this.#last || list !== cutOut) return readItems(list, this.#read)
    const { values, odd } = this.#last
    const items = values.filter((value) => value !== null)
    return {
      items,
      unreadable: values.length - items.length,
      beyond: 0,
      odd: [...odd.values()].reduce(bothOdd, nothingOdd),
    }
  }

  /** Whether what was cut out is the list that is asked for, and not another one. */
  #isOurs({ answer }: CutAnswer): boolean {
    try {
      return this.#listOf(answer) === cutOut
    } catch {
      return false
    }
  }

  /** Reads the items that the last answer did not have; `null` where it does not cut cleanly, or has too many items. */
  #walk(body: Buffer, { from, to }: CutAnswer): Remembered<T> | null {
    const last = this.#last
    const next: Remembered<T> = { body, starts: [], values: [], odd: new Map() }
    let at = from
    /** The last answer's item that is expected at `at`, and items before it in a row that the last answer did not have. */
    let expected = 0
    let fresh = 0
    while (at < to) {
      const end = endOfObject(body, at)
      if (end < 0 || !isItemEnd(body, end, to)) return null
      const known = last ? placeOf(last, body, at, end, expected, fresh) : -1
      if (last && known >= 0) {
        if (!this.#readFresh(next, at)) return null
        const count = sameItems(last, known, body, at, to)
        copyItems(last, known, count, next, at)
        expected = known + count
        fresh = 0
        at += startOf(last, expected) - startOf(last, known)
      } else {
        next.starts.push(at)
        fresh += 1
        at = end + 1
        if (fresh % parsedAtOnce === 0 && !this.#readFresh(next, at)) return null
      }
      if (next.starts.length > mostRows) return null
    }
    if (!this.#readFresh(next, at)) return null
    next.starts.push(at)
    return next
  }

  /** Reads the items before `at` that have a start and no value yet; `false` where they are no JSON. */
  #readFresh(next: Remembered<T>, at: number): boolean {
    const { body, starts, values, odd } = next
    const first = starts[values.length]
    if (first === undefined) return true
    const list = parseItems(body.subarray(first, at - 1))
    if (!list) return false
    let reading = new Reading()
    for (const item of list) {
      const value = readItem(item, this.#read, reading)
      if (reading.isOdd) {
        odd.set(values.length, reading.odd)
        reading = new Reading()
      }
      values.push(value)
    }
    return true
  }
}

/**
 * The items that lie in some bytes with a comma between each two, or `null` where they are no JSON. If they are, each ends
 * where its brackets say.
 */
function parseItems(bytes: Buffer): unknown[] | null {
  const text = decodeText(bytes)
  if (text instanceof Undecodable) return null
  try {
    const list: unknown = JSON.parse(`[${text}]`)
    return Array.isArray(list) ? list : null
  } catch {
    return null
  }
}

type Places = Pick<Remembered<unknown>, 'body' | 'starts' | 'values'>

const startOf = ({ starts }: Places, item: number) => starts[item] ?? 0
const endOf = ({ starts }: Places, item: number) => (starts[item + 1] ?? 0) - 1

/**
 * Where the last answer had the item that lies from `at` to `end`: where it would be if the fresh ones before it each
 * replaced one, or from the expected place on, if some left. The longer there was nothing known, the further it is looked
 * for, at each doubling, so that looking costs no more than reading did. `-1`: nowhere there.
 */
function placeOf(
  last: Places,
  body: Buffer,
  at: number,
  end: number,
  expected: number,
  fresh: number,
): number {
  const isThere = (place: number) =>
    place < last.values.length &&
    endOf(last, place) - startOf(last, place) === end - at &&
    last.body.compare(body, at, end, startOf(last, place), endOf(last, place)) === 0
  if (isThere(expected + fresh)) return expected + fresh
  const isDoubled = (fresh & (fresh - 1)) === 0
  const reach = isDoubled ? Math.max(leastReach, 4 * fresh) : leastReach
  const furthest = Math.min(expected + reach, last.values.length - 1)
  for (let place = expected; place <= furthest; place += 1) if (isThere(place)) return place
  return -1
}

/** How many of the last answer's items from `first` on lie at `at` in a row: at least one, which was looked at. */
function sameItems(last: Places, first: number, body: Buffer, at: number, to: number): number {
  const start = startOf(last, first)
  const areSame = (from: number, count: number) => {
    if (first + from + count > last.values.length) return false
    const [lastStart, lastEnd] = [startOf(last, first + from), endOf(last, first + from + count - 1)]
    const [nextStart, nextEnd] = [at + lastStart - start, at + lastEnd - start]
    return (
      isItemEnd(body, nextEnd, to) && last.body.compare(body, nextStart, nextEnd, lastStart, lastEnd) === 0
    )
  }
  let same = 1
  let step = 1
  for (; areSame(same, step); step *= 2) same += step
  for (step /= 2; step >= 1; step /= 2) if (areSame(same, step)) same += step
  return same
}

/** Takes over so many items of the last answer, from `first` on, which lie at `at` in the next. */
function copyItems<T>(last: Remembered<T>, first: number, count: number, next: Remembered<T>, at: number) {
  const moved = at - startOf(last, first)
  for (let item = first; item < first + count; item += 1) {
    const odd = last.odd.size > 0 && last.odd.get(item)
    if (odd) next.odd.set(next.values.length, odd)
    next.starts.push(startOf(last, item) + moved)
    next.values.push(last.values[item] ?? null)
  }
}
