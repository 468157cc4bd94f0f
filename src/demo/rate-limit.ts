/** At most `limit` requests in any `windowMs` milliseconds. */
export interface RateWindow {
  limit: number
  windowMs: number
}

export interface RateVerdict {
  allowed: boolean
  /** Of the widest window. */
  limit: number
  remaining: number
  /** When the widest window is empty again, epoch milliseconds. */
  resetAtMs: number
  /** How long to wait before a refused request can pass; 0 when it was allowed. */
  retryAfterMs: number
}

/** Sliding windows over one credential's requests. A refused request does not count. */
export class RateLimit {
  readonly #windows: readonly RateWindow[]
  #times: number[] = []

  /** Throws RangeError when there is no window. */
  constructor(windows: readonly RateWindow[]) {
    if (windows.length === 0) throw new RangeError('A rate limit needs a window.')
    this.#windows = [...windows].sort((a, b) => a.windowMs - b.windowMs)
  }

  /** Requests passage at `nowMs` (epoch ms). */
  take(nowMs: number): RateVerdict {
    const widest = this.#windows[this.#windows.length - 1] as RateWindow
    this.#times = this.#times.filter((time) => time > nowMs - widest.windowMs)
    let retryAfterMs = 0
    for (const { limit, windowMs } of this.#windows) {
      const recent = this.#times.filter((time) => time > nowMs - windowMs)
      const blocking = recent[recent.length - limit]
      if (blocking !== undefined) retryAfterMs = Math.max(retryAfterMs, blocking + windowMs - nowMs)
    }
    const allowed = retryAfterMs === 0
    if (allowed) this.#times.push(nowMs)
    return {
      allowed,
      limit: widest.limit,
      remaining: Math.max(0, widest.limit - this.#times.length),
      resetAtMs: (this.#times[0] ?? nowMs) + widest.windowMs,
      retryAfterMs,
    }
  }
}
