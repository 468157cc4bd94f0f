import type { Refusal } from './failures'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Complaints of one answer that are shown. */
const mostComplaints = 10

/**
 * What LuaAuth's `failed` says of a request: texts, and for a field `{field, errors}`, whose errors are texts or
 * `{message, errors}` with further texts.
 */
function complaints(failed: unknown): string[] {
  if (typeof failed === 'string') return failed === '' ? [] : [failed]
  if (Array.isArray(failed)) return failed.slice(0, mostComplaints).flatMap(complaints)
  if (!isObject(failed)) return []
  const own = [text(failed.message), ...complaints(failed.errors)].filter((part) => part !== '')
  const field = text(failed.field)
  return field === '' || own.length === 0 ? own : [`${field} ${own.join(', ')}`]
}

/**
 * A service's own no in a JSON answer, whatever its status; `null` when it says none. The documents know three forms:
 * `{success: false, message}` (LuaProt), `{success: false, error: {code, message, …}}` (LuaAuth, VSay) and
 * `{error: text}` (Junkie). LuaAuth's `failed` is a part of its text.
 */
export function readRefusal(body: unknown): Refusal | null {
  if (!isObject(body)) return null
  const { error } = body
  if (body.success !== false && typeof error !== 'string') return null
  if (!isObject(error)) return { code: null, text: text(body.message) || text(error), details: {} }
  const { code, message, ...details } = error
  return {
    code: typeof code === 'number' || typeof code === 'string' ? code : null,
    text: [text(message), complaints(details.failed).slice(0, mostComplaints).join('; ')]
      .filter((part) => part !== '')
      .join(': '),
    details,
  }
}
