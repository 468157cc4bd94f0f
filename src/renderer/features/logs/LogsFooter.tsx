import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { counted } from '../../../shared/counted'
import type { SessionKey } from '../../../shared/session'
import { saveFile } from '../../actions/save-file'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { datedName } from '../../lib/file-name'
import { closeDialog } from '../../stores/dialogs'
import { isEmpty, logDocument } from './log-lines'
import styles from './logs.module.css'
import type { LogsState } from './use-logs'

/** How much there is, what became of the last copy or save, and the buttons. */
export function LogsFooter(props: {
  sessionKey: SessionKey
  state: LogsState
  /** Why nothing may be taken along. */
  refusal: string | null
}) {
  const { sessionKey, state } = props
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null)
  const logs = state.kind === 'ready' && !isEmpty(state.logs) ? state.logs : null
  const reason = props.refusal ?? (logs ? null : 'Nothing to copy or save yet')
  const copy = async () => {
    if (!logs) return
    const result = await request('clipboard.write', { text: logDocument(logs).text })
    setSaid(result.ok ? { text: 'Copied', isBad: false } : { text: result.error.message, isBad: true })
  }
  const save = async () => {
    if (!logs) return
    setSaid(null)
    const { text, extension } = logDocument(logs)
    const id = sessionKey.slice(sessionKey.indexOf(':') + 1, 100)
    const suggestedName = datedName(`${id}-logs`, extension)
    const result = await saveFile(suggestedName, text)
    if (!result.ok) setSaid({ text: result.error.message, isBad: true })
    else if (result.value !== null) setSaid({ text: result.value, isBad: false })
  }
  return (
    <>
      <p role="status" className={styles.said} data-bad={said?.isBad || undefined}>
        {said?.text ?? (state.kind === 'ready' ? amount(state) : '')}
      </p>
      <Button icon={<Copy />} disabledReason={reason} onClick={() => void copy()}>
        Copy
      </Button>
      <Button icon={<Download />} disabledReason={reason} onClick={() => void save()}>
        Save…
      </Button>
      <Button onClick={closeDialog}>Close</Button>
    </>
  )
}

function amount({ logs, lines }: Extract<LogsState, { kind: 'ready' }>): string {
  const total = counted(lines.lines.length + lines.left, 'line')
  return logs.kind === 'json' ? `${counted(logs.entries.length, 'entry', 'entries')}, ${total}` : total
}
