import type { Json } from '../../shared/action'
import type { Result } from '../../shared/result'
import { messageFormText } from '../../shared/text/message-form'

/** Where V8's messages say that something is wrong. */
const position = / at position (\d+)/
const atTheEnd = /^Unexpected end/

/** Where an offset in a text is; both count from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Reads JSON as typed. The error is a sentence that names the place; an empty text is an error too. */
export function parseJsonData(text: string): Result<Json, string> {
  if (text.trim() === '') return { ok: false, error: messageFormText.dataNeeded }
  try {
    return { ok: true, value: JSON.parse(text) as Json }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : ''
    const offset = position.exec(message)?.[1]
    if (offset !== undefined) {
      const { line, column } = placeOf(text, Number(offset))
      return { ok: false, error: messageFormText.notJsonAt(line, column) }
    }
    return {
      ok: false,
      error: atTheEnd.test(message) ? messageFormText.notClosed : messageFormText.notJson,
    }
  }
}
