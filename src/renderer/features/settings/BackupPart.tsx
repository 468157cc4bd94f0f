import { Download, FolderOpen, RotateCcw, Upload } from 'lucide-react'
import { useState } from 'react'
import { settingsText } from '../../../shared/text/settings'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { openDialog } from '../../stores/dialogs'
import { exportBackup, openBackup } from './backup'
import type { Said } from './diagnostics'
import styles from './settings.module.css'

/** Everything but secrets as one file, back from it, and the settings as on the first day. */
export function BackupPart() {
  const [said, setSaid] = useState<(Said & { isFile?: boolean }) | null>(null)
  return (
    <>
      <p className={styles.help}>{settingsText.backupHelp}</p>
      <div className={styles.buttons}>
        <Button icon={<Download />} onClick={() => void exportBackup().then(setSaid)}>
          {settingsText.exportBackup}
        </Button>
        <Button icon={<Upload />} onClick={() => void openBackup().then(setSaid)}>
          {settingsText.importBackup}
        </Button>
        <Button
          icon={<RotateCcw />}
          kind="danger-quiet"
          onClick={() => openDialog({ kind: 'reset-settings' })}
        >
          {settingsText.askReset}
        </Button>
      </div>
      <div className={styles.outcome}>
        <p role="status" className={styles.said} data-bad={said?.isBad || undefined}>
          {said?.text}
        </p>
        {said?.isFile ? (
          <Button icon={<FolderOpen />} onClick={() => void request('file.reveal')}>
            {settingsText.showInFolder}
          </Button>
        ) : null}
      </div>
    </>
  )
}
