import type { ObservedLimit } from './rate-budget'
import type { WireHeaders } from './wire'

/** No honest pause is longer; a mistaken one must not silence an account for days. */
const longestMs = 60 * 60_000

const bounded = (ms: number) => Math.min(Math.max(ms, 0), longestMs)

/** The service's clock minus ours, ms, by its `Date` header. */
const skewMs = (headers: WireHeaders, now: number) => {
  const theirs = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(theirs) ? 0 : theirs - now
}

/** `Retry-After` (seconds or an HTTP date) as ms from `now`, at most an hour; `null` where it is not said. */
export function retryAfterMs(headers: WireHeaders, now: number): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+(\.\d+)?$/.test(value)) return bounded(Number(value) * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : bounded(date - skewMs(headers, now) - now)
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
  const waitMs = epochMs === null ? reset * 1000 : epochMs - skewMs(headers, now) - now
  return { limit, remaining, resetAtMs: now + bounded(waitMs) }
}
