import { type RefObject, useEffect, useState } from 'react'
import type { ColumnId } from '../../lib/columns'
import type { IdLengths } from './Cell'

/** The width of the widest figure at the list's size, and a cell's padding on both sides, CSS px. */
const figurePx = 8.05
const paddingPx = 16

/** How many characters of an id fit each column now: CSS alone can only cut the end, which tells ids apart. */
export function useIdLengths(
  grid: RefObject<HTMLTableElement | null>,
  shownColumns: readonly ColumnId[],
): IdLengths {
  const [lengths, setLengths] = useState<IdLengths>({})
  useEffect(() => {
    const cells = [...(grid.current?.querySelectorAll('th') ?? [])]
    const observer = new ResizeObserver(() => {
      const next: Partial<Record<ColumnId, number>> = {}
      for (const [index, id] of shownColumns.entries())
        next[id] = Math.floor(((cells[index]?.clientWidth ?? 0) - paddingPx) / figurePx)
      setLengths((before) => (shownColumns.every((id) => before[id] === next[id]) ? before : next))
    })
    for (const cell of cells) observer.observe(cell)
    return () => observer.disconnect()
  }, [grid, shownColumns])
  return lengths
}
