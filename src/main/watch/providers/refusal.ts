import type { Refusal } from './failures'
import { boundedJson } from './foreign-json'
import { fieldsOrNone } from './readers'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * A service's own no in a JSON answer, whatever its status; `null` when it says none. The documents know three forms:
 * `{success: false, message}` (LuaProt), `{success: false, error: {code, message, …}}` (LuaAuth, VSay) and
 * `{error: text}` (Junkie).
 */
export function readRefusal(body: unknown): Refusal | null {
  if (!isObject(body)) return null
  const { error } = body
  if (body.success !== false && typeof error !== 'string') return null
  if (!isObject(error)) return { code: null, text: text(body.message) || text(error), details: {} }
  const { code, message, ...details } = error
  return {
    code: typeof code === 'number' || typeof code === 'string' ? code : null,
    text: text(message),
    details: fieldsOrNone(boundedJson(details)),
  }
}
