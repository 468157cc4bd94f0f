/** First and longest wait after failures, ms. */
export type BackoffBounds = { firstMs: number; longestMs: number }

/** Doublings that reach the longest wait whatever the bounds; more would only lose precision. */
const mostDoublings = 30

/**
 * How long to wait after consecutive failures, ms: the first wait, doubled at each further failure up to the longest;
 * 0 after none. `random` (0 to 1) takes away up to half, so that clients which failed together do not come back together.
 */
export function backoffMs(
  failures: number,
  { firstMs, longestMs }: BackoffBounds,
  random: () => number = () => 0,
): number {
  if (failures <= 0) return 0
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, mostDoublings))
  return whole * (1 - random() / 2)
}
