import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RowHeights } from '../../lib/row-window'
import { useWindowContext } from '../window-context'
import { fittingColumns, type GridColumn, type GridWidths, type PlacedColumn } from './grid-columns'

/** Heights in CSS px; the tokens --row-height and --header-height say the same. */
const heights = { regular: { row: 32, header: 30 }, compact: { row: 28, header: 28 } } as const

/** What the parts of a grid share: its elements, its heights and its columns. The same object while they are the same. */
export type GridLayout<C extends GridColumn = GridColumn> = {
  /** The element that scrolls; `null` before the first one is drawn. */
  readonly scroller: HTMLElement | null
  setScroller(element: HTMLElement | null): void
  readonly table: RefObject<HTMLTableElement | null>
  readonly height: RowHeights
  readonly columnCount: number
  /** The columns that there is room for, in their order. */
  readonly placed: readonly PlacedColumn<C>[]
  readonly widths: GridWidths
}

/**
 * The layout of a grid of `columns`; the one that it is `sorted` by is always among those with room. `widths`: columns
 * that somebody has dragged.
 */
export function useGridLayout<C extends GridColumn>(
  columns: readonly C[],
  sorted: string | null,
  widths: GridWidths = null,
): GridLayout<C> {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const { density } = useWindowContext()
  const placed = usePlacedColumns(columns, scroller, sorted, widths)
  return useMemo(
    () => ({
      scroller,
      setScroller,
      table,
      height: heights[density],
      columnCount: columns.length,
      placed,
      widths,
    }),
    [scroller, density, columns.length, placed, widths],
  )
}

function usePlacedColumns<C extends GridColumn>(
  columns: readonly C[],
  scroller: HTMLElement | null,
  sorted: string | null,
  widths: GridWidths,
): readonly PlacedColumn<C>[] {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  // Before the first paint: a column that goes at once would flash.
  useLayoutEffect(() => {
    if (!scroller) return
    const fittingAt = (room: number) =>
      fittingColumns(columns, room, sorted, widths)
        .map(({ id }) => id)
        .join()
    const measure = () => {
      const now = scroller.clientWidth
      // While a panel is dragged the room changes with every step, what fits hardly ever does.
      setWidth((before) => (fittingAt(before) === fittingAt(now) ? before : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller, columns, sorted, widths])
  return useMemo(() => {
    const fitting = fittingColumns(columns, width, sorted, widths)
    return fitting.map((column) => ({ column, position: columns.indexOf(column) + 1 }))
  }, [columns, width, sorted, widths])
}
