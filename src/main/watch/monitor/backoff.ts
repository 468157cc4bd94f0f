/** First and largest wait after failures, ms. */
export const backoffBounds = { firstMs: 5_000, capMs: 300_000 } as const

/**
 * How long to wait after `failures` failures in a row, ms: doubles up to the cap, of which `random` (0 to 1) takes away
 * up to half, so that clients which failed together do not come back together. 0 after a success.
 */
export function backoffMs(failures: number, random: () => number): number {
  if (failures <= 0) return 0
  // Beyond 2^30 the cap has long been reached; a larger exponent would only lose precision.
  const whole = Math.min(backoffBounds.capMs, backoffBounds.firstMs * 2 ** Math.min(failures - 1, 30))
  return whole * (1 - random() / 2)
}
