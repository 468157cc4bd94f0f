import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'
import { err, ok } from '../../../shared/result'
import { counted } from '../../lib/format'
import type { LogView } from '../../stores/log-view'
import { ExportDialog, type ExportFormat } from '../export/ExportDialog'
import { logCsv, logJson } from './log-export'
import { wholeLog } from './use-log'

/** Writes the log to a file: what is selected, or everything that matches, all pages. */
export function ExportLogDialog(props: {
  view: LogView
  total: number
  selected: readonly Action[]
  batches: readonly Batch[]
  onClose(): void
}) {
  const { selected, batches } = props
  const everything = {
    value: 'filtered',
    label: `Everything that matches (${counted(props.total, 'action')})`,
  }
  const chosen = { value: 'selected', label: `The selection (${counted(selected.length, 'action')})` }
  const text = (format: ExportFormat, actions: readonly Action[]) =>
    format === 'csv' ? logCsv(actions, batches) : logJson(actions, batches)
  return (
    <ExportDialog
      title="Export the action log"
      sources={selected.length > 0 ? [chosen, everything] : [everything]}
      personal={null}
      fileName="action-log"
      onClose={props.onClose}
      build={async ({ source, format }) => {
        if (source === 'selected') return ok(text(format, selected))
        const { actions, error } = await wholeLog(props.view)
        return error ? err(error) : ok(text(format, actions))
      }}
    />
  )
}
