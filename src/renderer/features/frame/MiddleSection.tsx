import { Suspense, useEffect, useRef } from 'react'
import { sectionEntered, useSection } from '../../stores/section'
import { ErrorBoundary } from './ErrorBoundary'
import { type Section, sections } from './sections'

/** The part of the app that was chosen in the navigation. */
export function MiddleSection() {
  const current = useSection((state) => state.section)
  return sections.map((section) =>
    section.id === current ? (
      <ErrorBoundary key={section.id} what={section.label}>
        <Suspense fallback={null}>
          <section.Panel />
          <Entrance start={section.start} />
        </Suspense>
      </ErrorBoundary>
    ) : null,
  )
}

/** Takes the focus into the section beside it, once that is loaded and drawn. */
function Entrance({ start }: Pick<Section, 'start'>) {
  const awaitsFocus = useSection((state) => state.awaitsFocus)
  const place = useRef<HTMLSpanElement>(null)
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
