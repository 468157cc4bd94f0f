import { compare, type Round } from './statistics'

/** One line of the table: a ratio, and what it should be. */
export type Figure = {
  name: string
  /** The median ratio of the rounds; `lowest` and `highest` say how far the machine's noise reaches. */
  ratio: number
  lowest: number
  highest: number
  /** The ratio should not be above it; `null` where nobody set one. */
  aim: number | null
  /** The ratio is one of speeds: it should not be below the aim. */
  isSpeed?: boolean
  /** Absolute values, for orientation only. */
  detail: string
}

/** The figure of an interleaved comparison. */
export function figureOf(comparison: {
  name: string
  rounds: readonly Round[]
  aim: number | null
  isSpeed?: boolean
  detail: string
}): Figure {
  const { name, rounds, aim, isSpeed = false, detail } = comparison
  const { median, lowest, highest } = compare(rounds)
  if (!Number.isFinite(median)) throw new Error(`"${name}" gave no ratio`)
  return { name, ratio: median, lowest, highest, aim, isSpeed, detail }
}

const times = (ratio: number) => `${ratio.toFixed(2)}×`

function lineOf(figure: Figure): string[] {
  const { name, ratio, lowest, highest, aim, isSpeed } = figure
  const seen = `${times(ratio)} (${times(lowest)}–${times(highest)})`
  if (aim === null) return [name, seen, '—', '—']
  const isMet = isSpeed ? ratio >= aim : ratio <= aim
  return [name, seen, `${isSpeed ? '≥' : '≤'} ${aim}×`, isMet ? 'yes' : 'no']
}

/** The table of all figures. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [['measure', 'figure (rounds)', 'aim', 'met?'], ...figures.map(lineOf)]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const format = (line: string[]) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')
  const [head = [], ...rows] = lines
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-')
  return [format(head), rule, ...rows.map(format)].join('\n')
}
