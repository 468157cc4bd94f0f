import { type BackoffBounds, backoffMs } from '../../lib/backoff'

/** Waits before a broken connection is retried. */
const backoff: BackoffBounds = { firstMs: 1_000, longestMs: 30_000 }
/** Largest change to a wait, up or down, as a fraction of it. */
const jitter = 0.2

/**
 * How long to wait before the next try after so many failures in a row (at least 1): 1, 2, 4 … 30 s, give or take a
 * fifth, so that many tabs do not come back at once.
 *
 * @param random 0 to 1
 */
export function retryDelayMs(failures: number, random: () => number): number {
  return Math.round(backoffMs(failures, backoff) * (1 - jitter + 2 * jitter * random()))
}
