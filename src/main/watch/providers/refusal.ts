import type { Refusal } from './failures'

/** A service's no as it came: nothing of it is cleaned or bounded. */
type RawRefusal = Omit<Refusal, 'details'> & { details: Readonly<Record<string, unknown>> }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Whether a JSON answer says that all went well, whatever its status and whatever else stands in it. */
export const saysYes = (body: unknown): boolean => isObject(body) && body.success === true

const gonePatterns = [
  /^(invalid|unknown|no such) session\b|^session (was )?not found\b/i,
  /\balready (been )?(ended|closed|terminated|disconnected|gone|left|finished|stopped|inactive|offline)\b/i,
  /\bno longer (active|alive|connected|online|open|running|exists?|there)\b/i,
  /\bsession (has|is|was) (been )?(ended|closed|terminated|disconnected)\b/i,
]

/**
 * Whether an answer about one session says that it has left. A 404 without the service's own words may be a wrong
 * address; with 401 a session is the caller's own.
 */
export function saysGone(status: number, refusal: Refusal | null): boolean {
  if (status === 410) return true
  if (!refusal || status === 401) return false
  return status === 404 || gonePatterns.some((pattern) => pattern.test(refusal.text))
}

/** Most complaints of one answer that are shown. */
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
export function readRefusal(body: unknown): RawRefusal | null {
  if (!isObject(body) || saysYes(body)) return null
  const { error } = body
  if (body.success !== false && (typeof error !== 'string' || error === '')) return null
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
