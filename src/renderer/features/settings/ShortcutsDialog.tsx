import { useRef } from 'react'
import { Dialog } from '../../components/Dialog'
import { shortcutGroups } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { ShortcutList } from './ShortcutList'
import styles from './settings.module.css'
import { terminalShortcuts } from './terminal-shortcuts'

const groups = [...shortcutGroups, { place: 'Terminals', shortcuts: terminalShortcuts }]

/** What scrolls must be reachable by keyboard; newer Chromium does it by itself, older ones need to be told. */
const keyboardScroller = { tabIndex: 0, 'aria-label': 'All shortcuts' } as const

/** Every key that the window and its terminals answer, on one sheet. */
export function ShortcutsDialog() {
  const scroller = useRef<HTMLElement>(null)
  return (
    <Dialog title="Keyboard shortcuts" size="large" initialFocus={scroller} onClose={closeDialog}>
      <section ref={scroller} {...keyboardScroller} className={styles.sheet}>
        {groups.map(({ place, shortcuts }) => (
          <section key={place} aria-label={place}>
            <h3 className={styles.heading}>{place}</h3>
            <ShortcutList of={shortcuts} />
          </section>
        ))}
        <p className={styles.note}>
          Keys that a terminal’s program can use go to the program, F1 and F6 too.
        </p>
      </section>
    </Dialog>
  )
}
