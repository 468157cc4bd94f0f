import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { shortcuts } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { ShortcutList } from './ShortcutList'
import styles from './settings.module.css'
import { terminalShortcuts } from './terminal-shortcuts'

/** Every key that the window and its terminals answer, on one sheet. */
export function ShortcutsDialog() {
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      onClose={closeDialog}
      footer={
        <Button shortcut="close" onClick={closeDialog}>
          Done
        </Button>
      }
    >
      <div className={styles.sheet}>
        <section aria-labelledby="window-keys">
          <h3 id="window-keys" className={styles.heading}>
            Window
          </h3>
          <ShortcutList of={Object.values(shortcuts)} />
        </section>
        <section aria-labelledby="terminal-keys">
          <h3 id="terminal-keys" className={styles.heading}>
            Terminals
          </h3>
          <ShortcutList of={terminalShortcuts} />
        </section>
      </div>
    </Dialog>
  )
}
