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
  /** The width that the grid keeps although it has less room, CSS px; `null`: it goes by its room. */
  readonly keptWidth: number | null
}

/**
 * The layout of a grid of `columns`; the one that it is `sorted` by is always among those with room. `widths`: columns
 * that somebody has dragged. `keepsColumns`: something stands beside the grid for a while. Rather than lose columns to it
 * and get them back, the grid stays as it is, and its end lies out of sight.
 */
export function useGridLayout<C extends GridColumn>(
  columns: readonly C[],
  sorted: string | null,
  widths: GridWidths = null,
  keepsColumns = false,
): GridLayout<C> {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const { density } = useWindowContext()
  const { placed, keptWidth } = usePlacedColumns({ columns, sorted, widths, scroller, keepsColumns })
  return useMemo(
    () => ({
      scroller,
      setScroller,
      table,
      height: heights[density],
      columnCount: columns.length,
      placed,
      widths,
      keptWidth,
    }),
    [scroller, density, columns.length, placed, widths, keptWidth],
  )
}

function usePlacedColumns<C extends GridColumn>(grid: {
  columns: readonly C[]
  sorted: string | null
  widths: GridWidths
  scroller: HTMLElement | null
  keepsColumns: boolean
}): Pick<GridLayout<C>, 'placed' | 'keptWidth'> {
  const { columns, sorted, widths, scroller, keepsColumns } = grid
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const [keptWidth, setKeptWidth] = useState<number | null>(null)
  /** The room while nothing stood beside the grid. */
  const freeRoom = useRef(0)
  // Before the first paint: a column that goes at once would flash.
  useLayoutEffect(() => {
    if (!scroller) return
    const fittingAt = (room: number) =>
      fittingColumns(columns, room, sorted, widths)
        .map(({ id }) => id)
        .join()
    const measure = () => {
      const now = scroller.clientWidth
      if (!keepsColumns) freeRoom.current = now
      const room = Math.max(now, freeRoom.current)
      const isKept = fittingAt(room) !== fittingAt(now)
      const used = isKept ? room : now
      // While a panel is dragged the room changes with every step, what fits hardly ever does.
      setWidth((before) => (fittingAt(before) === fittingAt(used) ? before : used))
      setKeptWidth(isKept ? room : null)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller, columns, sorted, widths, keepsColumns])
  const placed = useMemo(() => {
    const fitting = fittingColumns(columns, width, sorted, widths)
    return fitting.map((column) => ({ column, position: columns.indexOf(column) + 1 }))
  }, [columns, width, sorted, widths])
  return { placed, keptWidth }
}
