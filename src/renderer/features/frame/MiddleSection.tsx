import { Suspense } from 'react'
import { useSection } from '../../stores/section'
import { ErrorBoundary } from './ErrorBoundary'
import { sections } from './sections'

/** The part of the app that was chosen in the navigation. */
export function MiddleSection() {
  const current = useSection((state) => state.section)
  return sections.map(({ id, label, Panel }) =>
    id === current ? (
      <ErrorBoundary key={id} what={label}>
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
      </ErrorBoundary>
    ) : null,
  )
}
