import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import type { SessionKey } from '../../../shared/session'
import { commonText } from '../../../shared/text/common'
import { logsText } from '../../../shared/text/logs'
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
  const reason = props.refusal ?? (logs ? null : logsText.nothingYet)
  const copy = async () => {
    if (!logs) return
    const result = await request('clipboard.write', { text: logDocument(logs).text })
    setSaid(
      result.ok ? { text: commonText.copied, isBad: false } : { text: result.error.message, isBad: true },
    )
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
        {commonText.copy}
      </Button>
      <Button icon={<Download />} disabledReason={reason} onClick={() => void save()}>
        {commonText.saveAs}
      </Button>
      <Button onClick={closeDialog}>{commonText.close}</Button>
    </>
  )
}

function amount({ logs, lines }: Extract<LogsState, { kind: 'ready' }>): string {
  const total = logsText.lineCount(lines.lines.length + lines.left)
  return logs.kind === 'json' ? `${logsText.entryCount(logs.entries.length)}, ${total}` : total
}
