import type { ReactNode } from 'react'

/** A column of a grid. Widths are CSS px. */
export type GridColumn = {
  readonly id: string
  readonly label: string
  /** What its header's tooltip says. */
  readonly help?: string
  /** The share of the free space that it takes while nobody has dragged a border. */
  readonly share: number
  readonly minWidth: number
  /** Numbers stand at the end. */
  readonly align?: 'end'
  /** In a narrow grid the columns with the highest number go first; one without it stays. */
  readonly yields?: number
}

/** A column of a DataTable. */
export type DataColumn<R> = GridColumn & {
  render(row: R): ReactNode
  /** The ascending order; without it the header is no button. */
  sort?(a: R, b: R): number
}

/** A column that there is room for, and its place among all of them, from 1. */
export type PlacedColumn<C extends GridColumn> = { readonly column: C; readonly position: number }

/** Columns that somebody has dragged to a width, CSS px; `null`: nobody has. */
export type GridWidths<Id extends string = string> = Readonly<Partial<Record<Id, number>>> | null

/** Which column the rows are ordered by. */
export type ColumnSort = { readonly column: string; readonly direction: 'ascending' | 'descending' }

/** The largest width that a column is dragged to, CSS px. */
export const maxColumnWidth = 640

/** The padding of a row, both sides together, CSS px; the style sheet says the same. */
const rowPadding = 16

/** The room that columns take at least, CSS px. */
export const leastWidth = (columns: readonly GridColumn[], widths: GridWidths): number =>
  columns.reduce(
    (sum, { id, share, minWidth }) => sum + (widths ? (widths[id] ?? share) : minWidth),
    rowPadding,
  )

/**
 * The columns that fit a grid of `width` CSS px side by side: better a few that can be read than all of them cut.
 * A column that was dragged stays, and the grid scrolls. So does the one that it is `sorted` by: the order would have
 * no reason without it.
 */
export function fittingColumns<C extends GridColumn>(
  columns: readonly C[],
  width: number,
  sorted: string | null,
  widths: GridWidths,
): readonly C[] {
  const yieldsOf = ({ id, yields = 0 }: C) => (id === sorted || widths?.[id] !== undefined ? 0 : yields)
  let fitting = columns
  while (leastWidth(fitting, widths) > width) {
    const last = Math.max(...fitting.map(yieldsOf))
    const left = fitting.filter((column) => yieldsOf(column) !== last)
    if (last === 0 || left.length === 0) break
    fitting = left
  }
  return fitting
}

/** `grid-template-columns` for these columns; `widths` (px) where somebody has dragged a border. */
export const gridTemplate = (columns: readonly GridColumn[], widths: GridWidths): string =>
  widths
    ? `${columns.map(({ id, share }) => `${widths[id] ?? share}px`).join(' ')} minmax(0, 1fr)`
    : columns.map(({ minWidth, share }) => `minmax(${minWidth}px, ${share}fr)`).join(' ')

/** A header was pressed: up, then down, then the rows' own order again. */
export function nextSort(sort: ColumnSort | null, column: string): ColumnSort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' }
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null
}

/** The rows as a header orders them; equal ones keep their order. */
export function sortedRows<R>(
  rows: readonly R[],
  columns: readonly DataColumn<R>[],
  sort: ColumnSort | null,
): readonly R[] {
  const compare = columns.find(({ id }) => id === sort?.column)?.sort
  if (!sort || !compare) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => sign * compare(a, b))
}
