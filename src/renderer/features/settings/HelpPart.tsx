import { Copy, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { copyDiagnostics, openLogs, type Said } from './diagnostics'
import styles from './settings.module.css'

/** What a person hands to whoever helps them. */
export function HelpPart() {
  const [said, setSaid] = useState<Said | null>(null)
  return (
    <>
      <p className={styles.help}>
        Versions, how each account is doing, counts and the end of the log, for a report. Names, keys, IDs,
        addresses and paths are masked.
      </p>
      <div className={styles.buttons}>
        <Button icon={<Copy />} onClick={() => void copyDiagnostics().then(setSaid)}>
          Copy diagnostics
        </Button>
        <Button icon={<FolderOpen />} onClick={() => void openLogs().then(setSaid)}>
          Open log folder
        </Button>
      </div>
      <p role="status" className={styles.said} data-bad={said?.isBad || undefined}>
        {said?.text}
      </p>
    </>
  )
}
