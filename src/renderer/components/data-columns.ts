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
  render(row: R): ReactNode
  /** The ascending order; without it the header is no button. */
  sort?(a: R, b: R): number
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
