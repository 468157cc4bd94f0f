/** At most `limit` requests in any `perMs`. */
export type RateWindow = { limit: number; perMs: number }

/** How long, ms, until a window that held `limit` requests has room for one more. `times` and `now`: of one clock, ms; in order. */
export const roomIn = (times: readonly number[], limit: number, perMs: number, now: number) =>
  times.length < limit ? 0 : (times[times.length - limit] ?? now) + perMs - now

/**
 * Heartbeats leave a tenth of what the service says remains, at least one request, to actions. A bulk action, which
 * would take everything for as long as it lasts, leaves a tenth of every window to heartbeats: they confirm its outcomes.
 * While it lasts they take little more than that, so that its duration can be predicted.
 */
export const reserve = (limit: number) => Math.max(1, Math.ceil(limit / 10))

/** What bulk actions may take of a window; at least one request, or they would never end. */
export const bulkShare = (limit: number) => Math.max(1, limit - reserve(limit))
