/** The value below which a share `q` (0 to 1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One round of an interleaved comparison: what is measured, and what it is measured against, in the same unit. */
export type Round = { measured: number; against: number }

/** The ratio of a comparison: the median of its rounds' ratios, and the lowest and the highest of them. */
type Ratio = { median: number; lowest: number; highest: number }

/**
 * Compares round by round. Both halves of a round were measured right after each other, so a machine that was slow for a
 * while was slow for both.
 */
export function compare(rounds: readonly Round[]): Ratio {
  const ratios = rounds.map((round) => round.measured / round.against)
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) }
}
