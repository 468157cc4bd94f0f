import { useRef } from 'react'
import { settingsText } from '../../../shared/text/settings'
import { terminalShortcutsText } from '../../../shared/text/terminal-shortcuts'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { shortcutGroups } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { ShortcutList } from './ShortcutList'
import styles from './settings.module.css'
import { terminalShortcuts } from './terminal-shortcuts'

/** What scrolls must be reachable by keyboard; newer Chromium does it by itself, older ones need to be told. */
const keyboardScroller = { tabIndex: 0 } as const

/** Every key that the window and its terminals answer, on one sheet. */
export function ShortcutsDialog() {
  const groups = [...shortcutGroups, { place: terminalShortcutsText.title, shortcuts: terminalShortcuts }]
  const scroller = useRef<HTMLElement>(null)
  return (
    <Dialog title={settingsText.shortcutsTitle} size="large" initialFocus={scroller} onClose={closeDialog}>
      <section
        ref={scroller}
        {...keyboardScroller}
        aria-label={settingsText.allShortcuts}
        className={styles.sheet}
      >
        {groups.map(({ place, shortcuts }) => (
          <section key={place} aria-label={place}>
            <h3 className={layout.heading}>{place}</h3>
            <ShortcutList of={shortcuts} />
          </section>
        ))}
        <p className={styles.note}>{settingsText.shortcutsNote}</p>
      </section>
    </Dialog>
  )
}
