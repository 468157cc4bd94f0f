import { decodeJson, decodeText, Undecodable } from './body'
import { BodyRoom } from './body-room'
import { type CutAnswer, cutList, cutOut, endOfBatch, isItemEnd, lengthsOfFlat } from './cut-list'
import { endOfObject } from './json-depth'
import { bothOdd, nothingOdd } from './provider'
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
import { RememberedItems } from './remembered-items'

/** Fewest items beyond its expected place among which a moved item is searched. */
const leastReach = 3
/** Items that are parsed at a time: few enough that what is parsed is collected soon. */
const parsedAtOnce = 256

/**
 * Reads a list that is polled. It walks through the bytes of an answer in step with those of the last
 * one: items whose bytes are the same are neither parsed nor read again, they are the very same values. An answer that does
 * not cut cleanly into its items is parsed whole. Keeps the bytes of one answer.
 */
export class ListMemory<T> implements ListReader<T> {
  readonly room: BodyRoom
  readonly #listOf: ListOf
  readonly #read: ReadItem<T>
  #last: RememberedItems<T> | null = null

  /** `read` must give equal values for equal items. `room`: that of the account. */
  constructor(listOf: ListOf, read: ReadItem<T>, room = new BodyRoom()) {
    this.room = room
    this.#listOf = listOf
    this.#read = read
  }

  /** Bytes of the answer that is remembered. */
  get bytes(): number {
    return this.#last ? this.room.bytesOf(this.#last.body) : 0
  }

  decode(body: Buffer): unknown {
    const cut = cutList(body)
    const read = cut && this.#isOurs(cut) ? this.#walk(body, cut) : null
    if (!cut || !read) return decodeJson(body)
    if (this.#last) this.room.giveBack(this.#last.body)
    this.#last = read
    return cut.answer
  }

  items(answer: unknown): Items<T> {
    const list = this.#listOf(answer)
    if (!this.#last || list !== cutOut) return readItems(list, this.#read)
    const { values, unreadable, odd } = this.#last
    return {
      items: areReadable(values, unreadable) ? values : values.filter((value) => value !== null),
      unreadable,
      beyond: 0,
      odd: [...odd.values()].reduce(bothOdd, nothingOdd),
    }
  }

  /** Whether what was cut out is the wanted list, and not another one. */
  #isOurs({ answer }: CutAnswer): boolean {
    try {
      return this.#listOf(answer) === cutOut
    } catch {
      return false
    }
  }

  /** Reads the items that the last answer did not have; `null` where it does not cut cleanly, or has too many items. */
  #walk(body: Buffer, { from, to }: CutAnswer): RememberedItems<T> | null {
    const last = this.#last
    const next = new RememberedItems<T>(body, last?.begun ?? 0)
    let at = last ? from : this.#readFlat(next, from, to)
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
        next.copy(last, known, count, at)
        expected = known + count
        fresh = 0
        at += last.startOf(expected) - last.startOf(known)
      } else {
        next.begin(at)
        fresh += 1
        at = end + 1
        if (fresh % parsedAtOnce === 0 && !this.#readFresh(next, at)) return null
      }
      if (next.begun > mostRows) return null
    }
    if (next.begun > mostRows || !this.#readFresh(next, at)) return null
    next.close(at)
    return next
  }

  /** Reads flat items from `from` on as long as they are, and not too many; where the next one begins. */
  #readFlat(next: RememberedItems<T>, from: number, to: number): number {
    let at = from
    while (at < to && next.begun <= mostRows) {
      const end = endOfBatch(next.body, at, to)
      const bytes = next.body.subarray(at, end)
      const list = parseItems(bytes)
      const lengths = list && lengthsOfFlat(bytes, list)
      if (!lengths) break
      at = next.beginAll(at, lengths)
      this.#take(next, list)
    }
    return at
  }

  /** Reads the items before `at` that have a beginning and no value yet; `false` where they are no JSON. */
  #readFresh(next: RememberedItems<T>, at: number): boolean {
    if (next.read === next.begun) return true
    const list = parseItems(next.body.subarray(next.startOf(next.read), at - 1))
    if (!list) return false
    this.#take(next, list)
    return true
  }

  #take(next: RememberedItems<T>, list: readonly unknown[]): void {
    let reading = new Reading()
    for (const item of list) {
      const value = readItem(item, this.#read, reading)
      next.take(value, reading.isOdd ? reading.odd : null)
      if (reading.isOdd) reading = new Reading()
    }
  }
}

const areReadable = <T>(values: readonly (T | null)[], unreadable: number): values is readonly T[] =>
  unreadable === 0

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

/**
 * Where the last answer had the item that lies from `at` to `end`: where it would be if the fresh ones before it each
 * replaced one, or from the expected place on, if some left. The search reaches further with every doubling of the run of
 * unknown items, so that searching costs no more than reading them did. `-1`: not found.
 */
function placeOf(
  last: RememberedItems<unknown>,
  body: Buffer,
  at: number,
  end: number,
  expected: number,
  fresh: number,
): number {
  const isThere = (place: number) =>
    place < last.begun &&
    last.endOf(place) - last.startOf(place) === end - at &&
    last.body.compare(body, at, end, last.startOf(place), last.endOf(place)) === 0
  if (isThere(expected + fresh)) return expected + fresh
  const isDoubled = (fresh & (fresh - 1)) === 0
  const reach = isDoubled ? Math.max(leastReach, 4 * fresh) : leastReach
  const furthest = Math.min(expected + reach, last.begun - 1)
  for (let place = expected; place <= furthest; place += 1) if (isThere(place)) return place
  return -1
}

/** How many of the last answer's items from `first` on lie at `at` in a row: at least one, which was looked at. */
function sameItems(
  last: RememberedItems<unknown>,
  first: number,
  body: Buffer,
  at: number,
  to: number,
): number {
  const start = last.startOf(first)
  const areSame = (from: number, count: number) => {
    if (first + from + count > last.begun) return false
    const [lastStart, lastEnd] = [last.startOf(first + from), last.endOf(first + from + count - 1)]
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
