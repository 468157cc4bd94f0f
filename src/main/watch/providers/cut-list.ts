import { randomUUID } from 'node:crypto'
import { decodeJson, Undecodable } from './body'
import { deepestObject } from './json-depth'

/**
 * Stands for the list in an answer that it was cut out of. Nobody outside can know it: where the list is looked for and
 * this is found, what was cut out is the list.
 */
export const cutOut = randomUUID()

/** An answer whose list of objects was cut out of its bytes. */
export type CutAnswer = {
  /** The answer as parsed, with {@link cutOut} in place of its list. */
  answer: unknown
  /** Where the first object begins. */
  from: number
  /** The byte behind the last object. */
  to: number
}

const opening = Buffer.from('[{"')
const closing = Buffer.from('}]')
const comma = 0x2c

/**
 * Cuts the list out of a compact JSON answer: what lies from the first `[{"` to the last `}]`. `null` where there is
 * nothing like that, or where what is left is no JSON.
 *
 * Nothing is known of the bytes between. But where they are values with a comma between each two, the answer as a whole is
 * JSON too, and these are the items of its list: this is all that JSON's grammar asks for.
 */
export function cutList(body: Buffer): CutAnswer | null {
  const from = body.indexOf(opening) + 1
  const to = body.lastIndexOf(closing) + 1
  if (from === 0 || to <= from) return null
  const stand = Buffer.from(JSON.stringify(cutOut))
  const answer = decodeJson(Buffer.concat([body.subarray(0, from - 1), stand, body.subarray(to + 1)]))
  return answer instanceof Undecodable ? null : { answer, from, to }
}

/** Whether what ends before `end` can be an item of the list that ends before `to`. */
export const isItemEnd = (body: Buffer, end: number, to: number): boolean =>
  end === to || (end < to && body[end] === comma)

/** Bytes of items that are parsed at a time: few enough that what is parsed is collected soon. */
const batchBytes = 64 * 1024
/** What stands between two objects, with the brace of the second. */
const border = Buffer.from('},{')

/** Where a batch of items ends that begins at `from`, as far as can be told without looking into it. */
export function endOfBatch(body: Buffer, from: number, to: number): number {
  if (to - from <= batchBytes) return to
  const last = body.subarray(from, from + batchBytes).lastIndexOf(border)
  return last < 0 ? to : from + last + 1
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The lengths in bytes of the objects that lie in some bytes with nothing but a comma between each two, or `null` where they hold
 * more braces or brackets than flat objects do. `list`: what those bytes are, parsed within brackets.
 *
 * Where all are objects, and as many as there are opening braces, each brace opens one of them. What stands right before it
 * then is no text, so that a brace and a comma there are the end of the one before.
 */
export function lengthsOfFlat(bytes: Buffer, list: readonly unknown[]): number[] | null {
  // One byte, one character, whatever the encoding.
  const text = bytes.toString('latin1')
  if (text.includes('[') && text.split('[').length > deepestObject) return null
  const [before, ...objects] = text.split('{')
  if (before !== '' || objects.length !== list.length || !list.every(isObject)) return null
  const last = objects.length - 1
  if (!objects.every((object, index) => index === last || object.endsWith('},'))) return null
  return objects.map(({ length }, index) => (index === last ? length + 1 : length))
}
