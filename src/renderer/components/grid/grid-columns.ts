import type { ReactNode } from 'react'

/** A column of a DataTable. Widths are CSS px. */
export type DataColumn<R> = {
  id: string
  label: string
  /** The share of the free space that it takes. */
  share: number
  minWidth: number
  /** Numbers stand at the end. */
  align?: 'end'
  /** In a narrow table the columns with the highest number go first; one without it stays. */
  yields?: number
  render(row: R): ReactNode
  /** The ascending order; without it the header is no button. */
  sort?(a: R, b: R): number
}

/** The padding of a row, both sides together, CSS px. */
const rowPadding = 16

/** The room that columns take at least, CSS px. */
export const leastWidth = (columns: readonly Pick<DataColumn<never>, 'minWidth'>[]): number =>
  columns.reduce((sum, { minWidth }) => sum + minWidth, rowPadding)

/**
 * The columns that fit a table of `width` CSS px side by side: better a few that can be read than all of them
 * cut. The one that it is sorted by stays.
 */
export function fittingColumns<R>(
  columns: readonly DataColumn<R>[],
  width: number,
  sort: ColumnSort | null,
): readonly DataColumn<R>[] {
  const yieldsOf = ({ id, yields = 0 }: DataColumn<R>) => (id === sort?.columnId ? 0 : yields)
  let fitting = columns
  while (leastWidth(fitting) > width) {
    const last = Math.max(...fitting.map(yieldsOf))
    if (last === 0) break
    fitting = fitting.filter((column) => yieldsOf(column) !== last)
  }
  return fitting
}

/** Which header was pressed. */
export type ColumnSort = { columnId: string; direction: 'ascending' | 'descending' }

/** A header was pressed: up, then down, then the rows' own order again. */
export function nextSort(sort: ColumnSort | null, columnId: string): ColumnSort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' }
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null
}

/** The rows as a header orders them; equal ones keep their order. */
export function sortedRows<R>(
  rows: readonly R[],
  columns: readonly DataColumn<R>[],
  sort: ColumnSort | null,
): readonly R[] {
  const compare = columns.find(({ id }) => id === sort?.columnId)?.sort
  if (!sort || !compare) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => sign * compare(a, b))
}
