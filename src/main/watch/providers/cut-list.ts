import { randomUUID } from 'node:crypto'
import { decodeJson, Undecodable } from './body'

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
