import { randomUUID } from 'node:crypto'
import { decodeJson, Undecodable } from './body'

/** A JSON answer whose one list of objects was cut into its items without being parsed. */
export type CutAnswer = {
  /** The answer as parsed, with `items` in place of its list. */
  around(items: readonly unknown[]): unknown
  /** Item `n` lies from `starts[n]` to one byte before `starts[n + 1]`; the last entry stands for no item. */
  starts: Uint32Array
}

const opening = Buffer.from('[{"')
const between = Buffer.from('},{"')
const closing = Buffer.from('}]')

/** Stands for the list in the bytes around it. Nobody outside can know it, so that it is ours wherever it is found. */
const placeholder = randomUUID()

/**
 * Cuts an answer at what separates the objects of a compact list. `null` where that is not plainly possible: no list, an
 * empty one, white space between its items, or bytes around it that are no JSON by themselves.
 *
 * An item may still be no JSON, where a text or an inner list holds the separator: the answer must then be parsed whole.
 * Where every item is JSON by itself, and so is what lies around them, the answer is what JSON's grammar makes of both.
 */
export function cutItems(body: Buffer): CutAnswer | null {
  const first = body.indexOf(opening)
  const last = body.lastIndexOf(closing)
  if (first < 0 || last < first) return null
  const list = JSON.stringify([placeholder])
  const around = Buffer.concat([
    body.subarray(0, first),
    Buffer.from(list),
    body.subarray(last + closing.length),
  ])
  const text = decodeJson(around)
  if (text instanceof Undecodable || countPlaceholders(text) !== 1) return null

  const starts = [first + 1]
  for (let at = body.indexOf(between, first); at >= 0 && at < last; at = body.indexOf(between, at + 1))
    starts.push(at + 2)
  starts.push(last + 2)
  return { around: (items) => withItems(text, items), starts: Uint32Array.from(starts) }
}

const isPlaceholder = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 1 && value[0] === placeholder

function countPlaceholders(value: unknown): number {
  if (isPlaceholder(value)) return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, inner) => sum + countPlaceholders(inner), 0)
}

function withItems(value: unknown, items: readonly unknown[]): unknown {
  if (isPlaceholder(value)) return items
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner) => withItems(inner, items))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withItems(inner, items)]))
}
