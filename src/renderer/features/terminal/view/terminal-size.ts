import type { TerminalSize } from '../../../../shared/terminal'

const largest = 1_000

/** A number of columns or rows that can be sent to a remote side. */
export const clampSize = (value: number): number => Math.min(largest, Math.max(1, value))

/** The size of a terminal's picture, characters. */
export const sizeOf = ({ cols, rows }: TerminalSize): TerminalSize => ({
  cols: clampSize(cols),
  rows: clampSize(rows),
})
