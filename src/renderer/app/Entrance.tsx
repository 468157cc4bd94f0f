import { useEffect, useRef } from 'react'
import { catchFocus, sectionEntered, useSection } from '../stores/section'
import type { Section } from './sections'
import type { useLastPress } from './use-last-press'

export type EntranceProps = Pick<Section, 'start'> & { lastPress: ReturnType<typeof useLastPress> }

/** Takes the focus into the section, or the welcome, before it, once that is loaded and drawn. */
export function Entrance({ start, lastPress }: EntranceProps) {
  const awaitsFocus = useSection((state) => state.awaitsFocus)
  const place = useRef<HTMLSpanElement>(null)
  const stopWaiting = useRef<() => void>(undefined)
  useEffect(() => () => stopWaiting.current?.(), [])
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
      if (!(panel instanceof HTMLElement)) return
      stopWaiting.current?.()
      stopWaiting.current = focusFirst(panel, lastPress.current === 'pointer' ? [] : start)
    })
    return () => cancelAnimationFrame(drawn)
  }, [awaitsFocus, start, lastPress])
  return <span ref={place} hidden />
}

/** How long rows that are being asked for may take, until whoever came is left where they are, ms. */
const patienceMs = 2_000

/**
 * Gives the first of these that is there the focus. What comes before it takes it over when it is drawn, unless the person
 * has gone on by then. Returns how to stop waiting for that.
 */
function focusFirst(panel: HTMLElement, start: Section['start']): () => void {
  const first = () => start.map((selector) => panel.querySelector<HTMLElement>(selector)).find(Boolean)
  // An empty section may have nothing to begin with: its name is heard all the same, and Tab goes on from there.
  let target = first() ?? panel
  if (target === panel) panel.tabIndex = -1
  target.focus()
  const [best] = start
  const waiting = new AbortController()
  const stop = () => waiting.abort()
  if (best === undefined || target.matches(best)) return stop
  const observer = new MutationObserver(() => {
    const better = first()
    if (!better || better === target) return
    const isLeft = document.activeElement !== target && document.activeElement !== document.body
    if (!isLeft) {
      target = better
      target.focus()
    }
    if (isLeft || target.matches(best)) stop()
  })
  observer.observe(panel, { childList: true, subtree: true })
  const timer = setTimeout(stop, patienceMs)
  const options = { capture: true, signal: waiting.signal }
  for (const input of ['keydown', 'pointerdown']) document.addEventListener(input, stop, options)
  waiting.signal.addEventListener('abort', () => {
    clearTimeout(timer)
    observer.disconnect()
  })
  return stop
}
