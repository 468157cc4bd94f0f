import { frameText } from '../../shared/text/frame'
import { awaitFocus, useSection } from '../stores/section'
import styles from './frame.module.css'
import { sections } from './sections'

/** The first thing that Tab comes to: past the navigation, into the section. */
export function SkipLink() {
  const current = useSection((state) => state.section)
  const label = sections.find(({ id }) => id === current)?.label ?? ''
  return (
    <section aria-label={frameText.skip}>
      <button type="button" className={styles.skip} onClick={awaitFocus}>
        {current === 'sessions' ? frameText.skipToList : frameText.skipTo(label)}
      </button>
    </section>
  )
}
