import { withMemberAsText } from './foreign-json'

/** Why a body gives no value. Not thrown: an answer's status may matter more. */
export class Undecodable {
  constructor(
    readonly kind: 'not-json' | 'truncated',
    /** Follows the service's name in a sentence. */
    readonly what: string,
  ) {}
}

/** A body as UTF-8 text, or why not. */
export function decodeText(body: Buffer): string | Undecodable {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return new Undecodable('not-json', 'answered text that is not UTF-8')
  }
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * A body as JSON, or why not: HTML, another text, or JSON that ends early. `foreign` names a member whose value stays the
 * text that it is.
 */
export function decodeJson(body: Buffer, foreign?: string): unknown {
  const text = decodeText(body)
  if (text instanceof Undecodable) return text
  try {
    const value: unknown = JSON.parse(foreign === undefined ? text : withMemberAsText(text, foreign))
    return value
  } catch {
    const start = text.trimStart().charAt(0)
    if (start === '<') return new Undecodable('not-json', 'answered a web page instead of JSON')
    if (start === '') return new Undecodable('not-json', 'answered nothing instead of JSON')
    const end = closing[start]
    if (end && !text.trimEnd().endsWith(end))
      return new Undecodable('truncated', 'sent an answer that ends in the middle')
    return new Undecodable('not-json', 'answered something that is not JSON')
  }
}
