import { isAscii } from 'node:buffer'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { exchangeText } from '../../../shared/text/exchange'
import { errorCode } from '../../lib/errno'
import { withMemberAsText } from './foreign-json'
import { pruned } from './json-depth'

/** Why a body gives no value. Not thrown: an answer's status may matter more. */
export class Undecodable {
  constructor(
    readonly kind: 'not-json' | 'truncated' | 'too-large',
    /** Follows the service's name in a sentence. */
    readonly what: string,
  ) {}
}

/** Most encodings on top of each other: more than any server has a reason for. */
const mostEncodings = 3

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

const gunzip = promisify(zlib.gunzip)
const inflate = promisify(zlib.inflate)
const inflateRaw = promisify(zlib.inflateRaw)

/** A zlib stream begins with a header that is a multiple of 31; servers send bare deflate under the same name. */
const hasZlibHeader = (packed: Buffer) =>
  packed.length >= 2 && ((packed[0] ?? 0) & 0x0f) === 8 && packed.readUInt16BE(0) % 31 === 0

const unpackers = new Map<string, Unpack>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', promisify(zlib.brotliDecompress)],
  ['deflate', (packed, options) => (hasZlibHeader(packed) ? inflate : inflateRaw)(packed, options)],
])

/**
 * A body as it was before it was encoded for transfer, or why not.
 *
 * @param encodings the `Content-Encoding`: the names in the order in which they were applied
 * @param limitBytes of the unpacked body, after each step
 */
export async function unpack(
  body: Buffer,
  encodings: string,
  limitBytes: number,
): Promise<Buffer | Undecodable> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const unknown = names.find((name) => !unpackers.has(name))
  if (unknown !== undefined || names.length > mostEncodings) {
    const shown = (unknown ?? names.join(', ')).replace(/[^\w.,+ -]/g, '').slice(0, 40)
    return new Undecodable('not-json', exchangeText.encoding(shown))
  }
  let left = body
  for (const name of names.reverse()) {
    // An answer without a body names its encoding all the same.
    if (left.length === 0) break
    try {
      left = (await unpackers.get(name)?.(left, { maxOutputLength: limitBytes })) ?? left
    } catch (cause) {
      return unpackingFailed(cause)
    }
  }
  return left
}

function unpackingFailed(cause: unknown): Undecodable {
  const code = errorCode(cause)
  if (code === 'ERR_BUFFER_TOO_LARGE') return new Undecodable('too-large', exchangeText.tooMuch)
  if (code === 'Z_BUF_ERROR') return new Undecodable('truncated', exchangeText.endsInMiddle)
  return new Undecodable('not-json', exchangeText.damaged)
}

/** A body as UTF-8 text, or why not. */
export function decodeText(body: Buffer): string | Undecodable {
  // Nearly every answer is, and takes half the time then.
  if (isAscii(body)) return body.toString('latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return new Undecodable('not-json', exchangeText.notUtf8)
  }
}

/**
 * A body as JSON, or why not: HTML, another text, or JSON that ends early. What is nested deeper than `deepest` is left
 * out, so that no reader, no clone and no schema meets more. Changes `body`.
 */
export function decodeJson(body: Buffer): unknown {
  const { json, isOpen } = pruned(body)
  const text = decodeText(json)
  if (text instanceof Undecodable) return text
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    const start = text.trimStart().charAt(0)
    if (start === '<') return new Undecodable('not-json', exchangeText.webPage)
    if (start === '') return new Undecodable('not-json', exchangeText.nothing)
    if (isOpen && (start === '{' || start === '['))
      return new Undecodable('truncated', exchangeText.endsInMiddle)
    return new Undecodable('not-json', exchangeText.notJson)
  }
}

/** The same, with the value of the answer's member `foreign`, which somebody else wrote, as the text of its JSON, however deep. */
export const decodeWithForeign = (body: Buffer, foreign: string): unknown =>
  // Latin-1 keeps every byte as it is, whatever the encoding turns out to be.
  decodeJson(Buffer.from(withMemberAsText(body.toString('latin1'), foreign), 'latin1'))
