/**
 * Readers for the items of long lists. They do for a field what a schema does (absent and `null` read `null`, unknown
 * fields are ignored, a wrong type makes the item unreadable) at a fraction of its cost: a heartbeat of 50,000
 * sessions has to stay near the cost of `JSON.parse`. Everything that comes once uses zod.
 */

/** Thrown by a reader for a value of the wrong type. One object, since a bad answer can hold 50,000 of them. */
const unreadable = new Error('not the documented shape')

/** The longest distance from 1970 that a `Date` can hold, ms. */
const lastMs = 8.64e15

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

/** Text of at most `most` characters: a longer one ends in “…”, never in half a character. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : text

/** Text, or `null` where the service says nothing. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  throw unreadable
}

/** A number, or `null` where the service says nothing. */
export function number(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (value === null || value === undefined) return null
  throw unreadable
}

/**
 * An id that may be missing. A number above 2^53 reads `null`: `JSON.parse` has already rounded it to another
 * customer's.
 */
export function id(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null
  if (value === null || value === undefined) return null
  throw unreadable
}

/** The id of the item itself: without one it is unreadable. */
export function ownId(value: unknown): string {
  const own = id(value)
  if (own === null) throw unreadable
  return own
}

/** Epoch ms of a time counted in units of `unitMs`; 0, "never", reads `null`. */
function epoch(value: unknown, unitMs: number): number | null {
  const count = number(value)
  if (count === null || count === 0) return null
  const ms = Math.round(count * unitMs)
  if (!(Math.abs(ms) <= lastMs)) throw unreadable
  return ms
}

/** Unix seconds as epoch ms; 0 and absent read `null`. */
export const fromSeconds = (value: unknown): number | null => epoch(value, 1000)

/** Unix milliseconds; 0 and absent read `null`. */
export const fromMilliseconds = (value: unknown): number | null => epoch(value, 1)

/** An ISO 8601 time as epoch ms; absent reads `null`. */
export function fromIso(value: unknown): number | null {
  const written = text(value)
  if (written === null || written === '') return null
  const ms = Date.parse(written)
  if (Number.isNaN(ms)) throw unreadable
  return ms
}

/** The readable items of a list, and how many were not. */
export type Items<T> = { items: T[]; unreadable: number }

/** Reads every item of a page on its own, so that one bad row never costs the others. Throws when `list` is no list. */
export function readItems<T>(list: unknown, read: (item: unknown) => T): Items<T> {
  if (!Array.isArray(list)) throw unreadable
  const items: T[] = []
  let bad = 0
  for (const item of list) {
    try {
      items.push(read(item))
    } catch (cause) {
      if (cause !== unreadable) throw cause
      bad += 1
    }
  }
  return { items, unreadable: bad }
}

/**
 * The same for a list that is whole. Throws when not one of its rows is readable, too: that is another shape, not an
 * empty list, and must not look as if everybody left.
 */
export function readWhole<T>(list: unknown, read: (item: unknown) => T): Items<T> {
  const answer = readItems(list, read)
  if (answer.unreadable > 0 && answer.items.length === 0) throw unreadable
  return answer
}

/** `1 session`, `14 sessions`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
