import { useEffect, useRef } from 'react'
import { catchFocus, sectionEntered, useSection } from '../stores/section'
import type { Section } from './sections'
import type { useLastPress } from './use-last-press'

export type EntranceProps = Pick<Section, 'start'> & { lastPress: ReturnType<typeof useLastPress> }

/** Takes the focus into the section, or the welcome, before it, once that is loaded and drawn. */
export function Entrance({ start, lastPress }: EntranceProps) {
  const awaitsFocus = useSection((state) => state.awaitsFocus)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // What led here may have gone with what was shown before: whoever pressed it would be nowhere.
    const gone = requestAnimationFrame(() => {
      if (lastPress.current !== null) catchFocus()
    })
    return () => cancelAnimationFrame(gone)
  }, [lastPress])
  useEffect(() => {
    if (awaitsFocus === null) return
    // A table measures itself before it draws its first row.
    const drawn = requestAnimationFrame(() => {
      sectionEntered()
      if (awaitsFocus === 'nowhere' && document.activeElement !== document.body) return
      const panel = place.current?.previousElementSibling
      // A row that has the focus keeps the list still: that is for who goes on by keys.
      if (panel instanceof HTMLElement) focusFirst(panel, lastPress.current === 'pointer' ? [] : start)
    })
    return () => cancelAnimationFrame(drawn)
  }, [awaitsFocus, start, lastPress])
  return <span ref={place} hidden />
}

function focusFirst(panel: HTMLElement, start: Section['start']): void {
  const first = start.map((selector) => panel.querySelector<HTMLElement>(selector)).find(Boolean)
  // An empty section may have nothing to begin with: its name is heard all the same, and Tab goes on from there.
  if (!first) panel.tabIndex = -1
  const target = first ?? panel
  target.focus()
}
