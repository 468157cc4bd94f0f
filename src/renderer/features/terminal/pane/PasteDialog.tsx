import { useState } from 'react'
import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
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
      title={hidden > 0 ? terminalText.pasteHidden : terminalText.pasteSeveral}
      keepOnOutsidePress
      onClose={closeTerminalDialog}
      onSubmit={safe}
      footer={
        <>
          <Button onClick={closeTerminalDialog}>{commonText.cancel}</Button>
          {hidden > 0 ? <Button onClick={() => paste(text)}>{terminalText.pasteAsIs}</Button> : null}
          <Button kind="primary" type="submit" autoFocus>
            {hidden > 0 ? terminalText.pasteAsLooks : terminalText.pasteLines(lines)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>
          {hidden > 0 ? `${terminalText.hiddenWarning(hidden)} ` : null}
          {lines > 1 || hidden === 0 ? terminalText.linesWarning : null}
        </p>
        <pre className={styles.preview}>{pastePreview(text)}</pre>
        {hidden === 0 ? (
          <Checkbox label={terminalText.dontAsk} checked={silent} onChange={setSilent} />
        ) : null}
      </div>
    </Dialog>
  )
}
