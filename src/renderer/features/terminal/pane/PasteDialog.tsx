import { useState } from 'react'
import { counted } from '../../../../shared/counted'
import { Button } from '../../../components/Button'
import { Checkbox } from '../../../components/Checkbox'
import { Dialog } from '../../../components/Dialog'
import styles from '../dialogs.module.css'
import { closeTerminalDialog } from '../terminal-dialogs'
import { setPreferences } from '../terminal-preferences'
import { viewOf } from '../view/views'
import { type PasteRisk, pastePreview, plainText } from './paste-guard'

/** Shows what is about to be pasted where it could do more than it seems to. */
export function PasteDialog({ paneId, text, risk }: { paneId: string; text: string; risk: PasteRisk }) {
  const [silent, setSilent] = useState(false)
  const { lines, hidden } = risk
  const paste = (what: string) => {
    if (silent) setPreferences({ warnLines: false })
    closeTerminalDialog()
    // After the dialog has given the focus back.
    setTimeout(() => viewOf(paneId).paste(what))
  }
  const safe = () => paste(plainText(text))
  return (
    <Dialog
      title={hidden > 0 ? 'Paste hidden characters?' : 'Paste several lines?'}
      keepOnOutsidePress
      onClose={closeTerminalDialog}
      onSubmit={safe}
      footer={
        <>
          <Button onClick={closeTerminalDialog}>Cancel</Button>
          {hidden > 0 ? <Button onClick={() => paste(text)}>Paste as it is</Button> : null}
          <Button kind="primary" type="submit" autoFocus>
            {hidden > 0 ? 'Paste as it looks' : `Paste ${counted(lines, 'line')}`}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>
          {hidden > 0
            ? `The text has ${counted(hidden, 'hidden character')}, written out below: it can do other things than it shows. `
            : null}
          {lines > 1 || hidden === 0
            ? 'Each line that ends with a line break may run at once as a command.'
            : null}
        </p>
        <pre className={styles.preview}>{pastePreview(text)}</pre>
        {hidden === 0 ? (
          <Checkbox label="Don’t ask about lines again" checked={silent} onChange={setSilent} />
        ) : null}
      </div>
    </Dialog>
  )
}
