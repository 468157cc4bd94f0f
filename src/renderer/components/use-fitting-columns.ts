import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { type DataColumn, fittingColumns } from './data-columns'

/** The columns that there is room for in `scroller` now. */
export function useFittingColumns<R>(
  columns: readonly DataColumn<R>[],
  scroller: RefObject<HTMLElement | null>,
): readonly DataColumn<R>[] {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  // Before the first paint: a column that goes at once would flash.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return useMemo(() => fittingColumns(columns, width), [columns, width])
}
