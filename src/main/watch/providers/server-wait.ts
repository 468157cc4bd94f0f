import type { WireHeaders } from './wire'

/** What `X-RateLimit-*` headers said. `resetInMs`: until its count begins anew. */
export type ObservedLimit = { limit: number; remaining: number; resetInMs: number }

/** Longest pause that is heeded, ms; a mistaken one must not silence an account for days. */
const longestMs = 60 * 60_000

const bounded = (ms: number) => Math.min(Math.max(ms, 0), longestMs)

const time = '(?<time>\\d\\d:\\d\\d:\\d\\d)'
/** The three forms of HTTP: today's, RFC 850's, and that of asctime, which is GMT without saying so. */
const dateForms = [
  new RegExp(`^[a-z]{3}, (?<day>\\d\\d?) (?<month>[a-z]{3}) (?<year>\\d{4}) ${time} (?:GMT|UTC)$`, 'i'),
  new RegExp(`^[a-z]{6,9}, (?<day>\\d\\d)-(?<month>[a-z]{3})-(?<year>\\d\\d) ${time} (?:GMT|UTC)$`, 'i'),
  new RegExp(`^[a-z]{3} (?<month>[a-z]{3}) +(?<day>\\d\\d?) ${time} (?<year>\\d{4})$`, 'i'),
]

/** An HTTP date as epoch ms; `null` for anything else, in which `Date.parse` would find a date in many a number. */
function httpDate(text: string): number | null {
  const parts = dateForms.map((form) => form.exec(text.trim())?.groups).find(Boolean)
  if (!parts) return null
  const { day, month, year = '', time } = parts
  const century = year.length === 4 ? '' : year < '70' ? '20' : '19'
  const at = Date.parse(`${day} ${month} ${century}${year} ${time} GMT`)
  return Number.isNaN(at) ? null : at
}

/** What the service's clock says, epoch ms, by its `Date` header; `now`, ours, where it has none. */
export const serviceNow = (headers: WireHeaders, now: number): number =>
  httpDate(headers.get('date') ?? '') ?? now

/** `Retry-After` (seconds or an HTTP date) as ms from `now`, at most an hour; `null` without one. */
export function retryAfterMs(headers: WireHeaders, now: number): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+(\.\d+)?$/.test(value)) return bounded(Number(value) * 1000)
  const date = httpDate(value)
  return date === null ? null : bounded(date - serviceNow(headers, now))
}

const count = (value: string | undefined) => (value && /^\d+$/.test(value.trim()) ? Number(value) : null)

/**
 * `X-RateLimit-Limit`, `-Remaining` and `-Reset`; `null` unless all three make sense. No document gives the unit of
 * `Reset`: large numbers are epoch ms or epoch seconds, small ones seconds from now.
 */
export function observedLimit(headers: WireHeaders, now: number): ObservedLimit | null {
  const limit = count(headers.get('x-ratelimit-limit'))
  const remaining = count(headers.get('x-ratelimit-remaining'))
  const reset = count(headers.get('x-ratelimit-reset'))
  if (limit === null || remaining === null || reset === null) return null
  const epochMs = reset > 1e12 ? reset : reset > 1e9 ? reset * 1000 : null
  const waitMs = epochMs === null ? reset * 1000 : epochMs - serviceNow(headers, now)
  return { limit, remaining, resetInMs: bounded(waitMs) }
}
