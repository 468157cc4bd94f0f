import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Rows drawn beyond each edge, so that a quick scroll finds them there. */
const overscan = 10

/**
 * Which rows of a table are drawn: those that can be seen in `scroller`, and the one at `tabStop`, or the focus would be
 * lost with it. `height`: of a row and of the header, px.
 */
export function useRowWindow(table: {
  count: number
  tabStop: number
  scroller: RefObject<HTMLDivElement | null>
  height: { row: number; header: number }
}): Virtualizer<HTMLDivElement, Element> {
  const { count, tabStop, scroller, height } = table
  return useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height.row,
    overscan,
    scrollMargin: height.header,
    scrollPaddingStart: height.header,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      if (tabStop < range.count && !indexes.includes(tabStop)) indexes.push(tabStop)
      return indexes.sort((a, b) => a - b)
    },
  })
}
