import { useLayoutEffect, useMemo, useState } from 'react'
import { type ColumnSort, type DataColumn, fittingColumns } from './grid-columns'

/** The columns that there is room for in `scroller` now, the one that it is sorted by among them. */
export function useFittingColumns<R>(
  columns: readonly DataColumn<R>[],
  scroller: HTMLElement | null,
  sort: ColumnSort | null,
): readonly DataColumn<R>[] {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  // Before the first paint: a column that goes at once would flash.
  useLayoutEffect(() => {
    if (!scroller) return
    const measure = () => setWidth(scroller.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [scroller])
  return useMemo(() => fittingColumns(columns, width, sort), [columns, width, sort])
}
