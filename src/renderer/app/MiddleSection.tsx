import { Suspense } from 'react'
import { frameText } from '../../shared/text/frame'
import { useSection } from '../stores/section'
import { useSettings } from '../stores/workspace'
import { Entrance, type EntranceProps } from './Entrance'
import { ErrorBoundary } from './ErrorBoundary'
import styles from './frame.module.css'
import { sections } from './sections'

/** The part of the app that was chosen in the navigation. */
export function MiddleSection({ lastPress }: Pick<EntranceProps, 'lastPress'>) {
  const current = useSection((state) => state.section)
  const { clock } = useSettings()
  return sections.map((section) =>
    section.id === current ? (
      // Drawn anew where times are written otherwise.
      <ErrorBoundary key={`${section.id} ${clock}`} title={frameText.stopped(section.label)}>
        <Suspense fallback={null}>
          <div className={styles.section} data-section={section.id}>
            <section.Panel />
            <Entrance start={section.start} lastPress={lastPress} />
          </div>
        </Suspense>
      </ErrorBoundary>
    ) : null,
  )
}
