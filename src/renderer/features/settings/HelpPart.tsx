import { Copy, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { settingsText } from '../../../shared/text/settings'
import { Button } from '../../components/Button'
import { copyDiagnostics, openLogs, type Said } from './diagnostics'
import styles from './settings.module.css'

/** What a person hands to whoever helps them. */
export function HelpPart() {
  const [said, setSaid] = useState<Said | null>(null)
  return (
    <>
      <p className={styles.help}>{settingsText.helpAbout}</p>
      <div className={styles.buttons}>
        <Button icon={<Copy />} onClick={() => void copyDiagnostics().then(setSaid)}>
          {settingsText.copyDiagnostics}
        </Button>
        <Button icon={<FolderOpen />} onClick={() => void openLogs().then(setSaid)}>
          {settingsText.openLogFolder}
        </Button>
      </div>
      <p role="status" className={styles.said} data-bad={said?.isBad || undefined}>
        {said?.text}
      </p>
    </>
  )
}
