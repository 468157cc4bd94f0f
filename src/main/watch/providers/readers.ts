import { shortened } from '../../../shared/printable'
import { decodeJson } from './body'
import type { BodyRoom } from './body-room'
import { nothingOdd, type Oddities, type OddTime } from './provider'
import { fromCount, fromIso, type TimeForm, usualMs } from './times'

/*
 * Readers for what services answer. They do what a schema does at a fraction of its cost: a heartbeat of 50,000 sessions
 * has to stay near the cost of `JSON.parse`. Of an item only its own id is indispensable: whatever else is missing or of
 * another type than documented reads `null`, so that one odd field costs nobody their row.
 */

/** Thrown for what cannot be read at all. One object, since a bad answer can hold 50,000 such items. */
const unreadable = new Error('not the documented shape')

/** Most rows of one list of a service; further ones are left out. */
export const mostRows = 100_000
/** Longest id of a session, characters: a longer one fits no address. */
const longestId = 500
/** Longest text of a row, and of a session's details, characters. */
const longest = { row: 500, details: 10_000 } as const

/** An object, or unreadable. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable
  return value as Readonly<Record<string, unknown>>
}

/** An object; where there is none, or something else, one without fields. */
export const fieldsOrNone = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}

/** An object that is used as a map. Some languages write an empty one as an empty list. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  Array.isArray(value) && value.length === 0 ? {} : fields(value)

/**
 * The id of the item itself: without one it is unreadable. So is a number above 2^53: `JSON.parse` has already rounded it
 * to another customer's.
 */
export function ownId(value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= longestId) return value
  if (Number.isSafeInteger(value)) return String(value)
  throw unreadable
}

const decimal = /^-?\d{1,15}(?:\.\d+)?$/
/** A time as a count of seconds or of a smaller unit; fewer digits could be a year. */
const epochCount = /^\d{9,}(?:\.\d+)?$/

/** Reads the fields of one answer's items, and remembers what was odd about them. No method throws. */
export class Reading {
  readonly #longest: number
  readonly #timesIn = new Set<OddTime>()
  #lost = 0
  #shortened = 0

  /** `of`: what is read, which bounds its texts. */
  constructor(of: keyof typeof longest = 'row') {
    this.#longest = longest[of]
  }

  get isOdd(): boolean {
    return this.#timesIn.size > 0 || this.#lost > 0 || this.#shortened > 0
  }

  get odd(): Oddities {
    return { ...nothingOdd, timesIn: [...this.#timesIn], lost: this.#lost, shortened: this.#shortened }
  }

  /** Text, also of a number; `null` where the service says nothing. */
  text(value: unknown): string | null {
    if (typeof value === 'string') {
      if (value.length <= this.#longest) return value
      this.#shortened += 1
      return shortened(value, this.#longest)
    }
    if (Number.isSafeInteger(value)) return String(value)
    return this.#none(value)
  }

  /** An id that may be missing; an empty one is none. */
  id(value: unknown): string | null {
    return value === '' ? null : this.text(value)
  }

  /** One of the service's words, which a number is not. */
  word(value: unknown): string | null {
    return typeof value === 'string' ? this.id(value) : this.#none(value)
  }

  /** A number, also one that is written as text. */
  number(value: unknown): number | null {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'string' && decimal.test(value)) return Number(value)
    return this.#none(value)
  }

  /** A yes or no, also as databases write it. */
  flag(value: unknown): boolean | null {
    if (typeof value === 'boolean') return value
    if (value === 1 || value === '1' || value === 'true') return true
    if (value === 0 || value === '0' || value === 'false') return false
    return this.#none(value)
  }

  /** Epoch ms of a time that is documented in this form; 0 ("never") and an empty text read `null`. */
  time(value: unknown, form: TimeForm): number | null {
    if (value === 0 || value === '' || value === null || value === undefined) return null
    const unit = form === 'ISO 8601' ? 'seconds' : form
    const usual = typeof value === 'number' && unit === form ? usualMs(value, unit) : null
    if (usual !== null) return usual
    if (typeof value === 'number' || (typeof value === 'string' && epochCount.test(value))) {
      const read = fromCount(Number(value), unit)
      if (!read) return this.#none(value)
      if (read.unit !== form) this.#timesIn.add(read.unit)
      return read.ms
    }
    const at = typeof value === 'string' ? fromIso(value) : null
    if (at === null) return this.#none(value)
    if (form !== 'ISO 8601') this.#timesIn.add('ISO 8601')
    return at
  }

  #none(value: unknown): null {
    if (value !== null && value !== undefined) this.#lost += 1
    return null
  }
}

/** The readable items of a list. */
export type Items<T> = {
  items: readonly T[]
  /** How many had no id that can be read. */
  unreadable: number
  /** How many beyond {@link mostRows} were not looked at. */
  beyond: number
  odd: Oddities
}

/** A list of nobody. */
export const noItems: Items<never> = { items: [], unreadable: 0, beyond: 0, odd: nothingOdd }

/** Reads one item, never as `null`; throws where it has no id that can be read. */
export type ReadItem<T> = (item: unknown, reading: Reading) => T

/** Finds the list in an answer; may throw where the answer has another shape. */
export type ListOf = (answer: unknown) => unknown

/** Reads the list of an answer. */
export type ListReader<T> = {
  /** The room that the body is to be read into, if the reader cares. */
  room?: BodyRoom
  /** A body as JSON, or why not. */
  decode(body: Buffer): unknown
  /** The items of the answer that was decoded last. Throws where it has no list. */
  items(answer: unknown): Items<T>
}

/** Reads every item, whatever the last answer was. */
export const listReader = <T>(listOf: ListOf, read: ReadItem<T>): ListReader<T> => ({
  decode: decodeJson,
  items: (answer) => readItems(listOf(answer), read),
})

/** One item; `null` where it has no id that can be read. */
export function readItem<T>(item: unknown, read: ReadItem<T>, reading: Reading): T | null {
  try {
    return read(item, reading)
  } catch (cause) {
    if (cause !== unreadable) throw cause
    return null
  }
}

/** Reads every item of a page on its own, so that one bad row never costs the others. Throws when `list` is no list. */
export function readItems<T>(list: unknown, read: ReadItem<T>): Items<T> {
  if (!Array.isArray(list)) throw unreadable
  const reading = new Reading()
  const items: T[] = []
  let bad = 0
  const looked = Math.min(list.length, mostRows)
  for (let index = 0; index < looked; index += 1) {
    const item = readItem(list[index], read, reading)
    if (item === null) bad += 1
    else items.push(item)
  }
  return { items, unreadable: bad, beyond: list.length - looked, odd: reading.odd }
}

/**
 * The same for a list that is whole. Throws when not one of its rows is readable, too: that is another shape, not an
 * empty list, and must not look as if everybody left.
 */
export function whole<T>(list: Items<T>): Items<T> {
  if (list.unreadable > 0 && list.items.length === 0) throw unreadable
  return list
}
