import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { noSight, type RowHeights, rowsToDraw, scrollTopFor, sightAt } from '../../lib/row-window'

/**
 * Which rows of a list are drawn, by their places: those that can be seen in `scroller`, and the one at `tabStop`, or the
 * focus would be lost with it. All rows are of one height, so nothing is kept for each of them.
 */
export function useRowWindow(list: {
  count: number
  /** `-1`: no row has it. */
  tabStop: number
  scroller: HTMLElement | null
  height: RowHeights
}): readonly number[] {
  const { count, tabStop, scroller, height } = list
  const [sight, setSight] = useState(noSight)
  // Before the first paint: a list must not appear without its rows.
  useLayoutEffect(() => {
    if (!scroller) return
    let last = noSight
    const look = (): boolean => {
      const before = last
      last = sightAt(before, scroller, height)
      return last !== before
    }
    const onResize = () => {
      if (look()) setSight(last)
    }
    const onScroll = () => {
      // React would draw it a frame later.
      if (look()) flushSync(() => setSight(last))
    }
    onResize()
    const observer = new ResizeObserver(onResize)
    observer.observe(scroller)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', onScroll)
    }
  }, [scroller, height])
  return useMemo(() => rowsToDraw(sight, count, tabStop), [sight, count, tabStop])
}

/** Scrolls a list whose rows are drawn by `useRowWindow` so that one of them can be seen. */
export function scrollToRow(
  scroller: HTMLElement | null,
  index: number,
  height: RowHeights,
  align: 'nearest' | 'center' = 'nearest',
): void {
  if (scroller) scroller.scrollTop = scrollTopFor(index, scroller, height, align)
}

/** Scrolls a list to its first row when its rows answer another question than before; the same one keeps its identity. */
export function useStartAtTop(scroller: HTMLElement | null, question: unknown): void {
  const answered = useRef(question)
  useLayoutEffect(() => {
    if (answered.current === question) return
    answered.current = question
    if (scroller) scroller.scrollTop = 0
  }, [scroller, question])
}
