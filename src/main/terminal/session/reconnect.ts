const firstMs = 1_000
const longestMs = 30_000
const jitter = 0.2

/**
 * How long to wait before the next try after so many failures in a row (at least 1): 1, 2, 4 … 30 s, give or take a
 * fifth, so that many tabs do not come back at once.
 *
 * @param random 0 to 1
 */
export function retryDelayMs(failures: number, random: () => number): number {
  const base = Math.min(longestMs, firstMs * 2 ** (failures - 1))
  return Math.round(base * (1 - jitter + 2 * jitter * random()))
}
