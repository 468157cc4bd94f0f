import { awaitFocus, useSection } from '../stores/section'
import styles from './frame.module.css'
import { sections } from './sections'

/** The first thing that Tab comes to: past the navigation, into the section. */
export function SkipLink() {
  const current = useSection((state) => state.section)
  const label = sections.find(({ id }) => id === current)?.label
  return (
    <section aria-label="Skip">
      <button type="button" className={styles.skip} onClick={awaitFocus}>
        Skip to {current === 'sessions' ? 'the list' : label}
      </button>
    </section>
  )
}
