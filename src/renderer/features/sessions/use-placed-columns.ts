import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { ColumnId } from '../../../shared/columns/columns'
import { idCharactersIn } from '../../lib/id-width'
import { useView } from '../../stores/view'
import type { IdLengths } from './cells'
import { fittingColumns, leastWidths } from './column-widths'
import type { PlacedColumn } from './TableHeader'

/** A row's padding, a cell's padding and the room of the row's sign, CSS px; the style sheet says the same. */
const rowPaddingPx = 16
const cellPaddingPx = 16
const signPx = 18

/** The columns that there is room for beside each other, and how wide they are at least, CSS px. */
export function usePlacedColumns(scroller: HTMLElement | null): {
  placed: readonly PlacedColumn[]
  minWidth: number
} {
  const shown = useView((view) => view.shownColumns)
  const widths = useView((view) => view.columnWidths)
  const sorted = useView((view) => view.sort.column)
  const [fitting, setFitting] = useState<readonly ColumnId[]>(shown)
  // Before the first paint: a column that goes at once would flash.
  useLayoutEffect(() => {
    if (!scroller) return
    const measure = () => {
      const next = fittingColumns(shown, widths, scroller.clientWidth - rowPaddingPx, sorted)
      // While a panel is dragged the room changes with every step, what fits hardly ever does.
      setFitting((before) => (before.join() === next.join() ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller, shown, widths, sorted])
  const placed = useMemo(
    () => fitting.map((id) => ({ id, position: shown.indexOf(id) + 1 })),
    [fitting, shown],
  )
  return { placed, minWidth: leastWidths(fitting, widths) + rowPaddingPx }
}

/** How many characters of an id fit each column now: CSS alone can only cut the end, which tells ids apart. */
export function useIdLengths(
  grid: RefObject<HTMLTableElement | null>,
  placed: readonly PlacedColumn[],
): IdLengths {
  const [lengths, setLengths] = useState<IdLengths>({})
  useEffect(() => {
    const cells = [...(grid.current?.querySelectorAll('th') ?? [])]
    const observer = new ResizeObserver(() => {
      const next: Partial<Record<ColumnId, number>> = {}
      for (const [index, { id }] of placed.entries()) {
        const padding = cellPaddingPx + (index === 0 ? signPx : 0)
        next[id] = idCharactersIn((cells[index]?.clientWidth ?? 0) - padding)
      }
      setLengths((before) => (placed.every(({ id }) => before[id] === next[id]) ? before : next))
    })
    for (const cell of cells) observer.observe(cell)
    return () => observer.disconnect()
  }, [grid, placed])
  return lengths
}
