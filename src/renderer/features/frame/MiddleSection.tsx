import { type RefObject, Suspense, useEffect, useRef } from 'react'
import { awaitFocus, sectionEntered, useSection } from '../../stores/section'
import { ErrorBoundary } from './ErrorBoundary'
import styles from './frame.module.css'
import { type Section, sections } from './sections'

/** The part of the app that was chosen in the navigation. */
export function MiddleSection() {
  const current = useSection((state) => state.section)
  const byKeyboard = useKeyboardLast()
  return sections.map((section) =>
    section.id === current ? (
      <ErrorBoundary key={section.id} what={section.label}>
        <Suspense fallback={null}>
          <div className={styles.section} data-section={section.id}>
            <section.Panel />
            <Entrance start={section.start} byKeyboard={byKeyboard} />
          </div>
        </Suspense>
      </ErrorBoundary>
    ) : null,
  )
}

/** Whether the latest press was on the keyboard. */
function useKeyboardLast(): RefObject<boolean> {
  const last = useRef(false)
  useEffect(() => {
    const stop = new AbortController()
    const note = ({ type }: Event) => {
      last.current = type === 'keydown'
    }
    for (const type of ['keydown', 'pointerdown'])
      globalThis.addEventListener(type, note, { capture: true, signal: stop.signal })
    return () => stop.abort()
  }, [])
  return last
}

/** Takes the focus into the section beside it, once that is loaded and drawn. */
function Entrance(props: Pick<Section, 'start'> & { byKeyboard: RefObject<boolean> }) {
  const { start, byKeyboard } = props
  const awaitsFocus = useSection((state) => state.awaitsFocus)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // What led here may have gone with its section: somebody at the keyboard would be nowhere.
    const gone = requestAnimationFrame(() => {
      if (byKeyboard.current && document.activeElement === document.body) awaitFocus()
    })
    return () => cancelAnimationFrame(gone)
  }, [byKeyboard])
  useEffect(() => {
    if (!awaitsFocus) return
    // A table measures itself before it draws its first row.
    const drawn = requestAnimationFrame(() => {
      sectionEntered()
      const panel = place.current?.previousElementSibling
      if (panel instanceof HTMLElement) focusFirst(panel, start)
    })
    return () => cancelAnimationFrame(drawn)
  }, [awaitsFocus, start])
  return <span ref={place} hidden />
}

function focusFirst(panel: HTMLElement, start: Section['start']): void {
  const first = start.map((selector) => panel.querySelector<HTMLElement>(selector)).find(Boolean)
  // An empty section may have nothing to begin with: its name is heard all the same, and Tab goes on from there.
  if (!first) panel.tabIndex = -1
  const target = first ?? panel
  target.focus()
}
