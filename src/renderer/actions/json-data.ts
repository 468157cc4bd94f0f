import type { Json } from '../../shared/action'
import type { Result } from '../../shared/result'

/** Where V8's messages say that something is wrong. */
const position = / at position (\d+)/
const atTheEnd = /^Unexpected end/

/** `line 2, column 5` of an offset in a text; both count from 1. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`
}

/** Reads JSON as typed. The error is a sentence that names the place; an empty text is an error too. */
export function parseJsonData(text: string): Result<Json, string> {
  if (text.trim() === '') return { ok: false, error: 'Enter JSON data; [] sends nothing.' }
  try {
    return { ok: true, value: JSON.parse(text) as Json }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : ''
    const offset = position.exec(message)?.[1]
    if (offset !== undefined) return { ok: false, error: `Not JSON at ${placeOf(text, Number(offset))}.` }
    if (atTheEnd.test(message)) return { ok: false, error: 'Not JSON: a bracket or quote isn’t closed.' }
    return { ok: false, error: 'Not JSON. Put text and names in double quotes.' }
  }
}
