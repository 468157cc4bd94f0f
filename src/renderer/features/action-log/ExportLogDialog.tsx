import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'
import { err, ok } from '../../../shared/result'
import { actionLogText } from '../../../shared/text/action-log'
import { getPresenter } from '../../stores/presentation'
import { ExportDialog, type ExportFormat } from '../export/ExportDialog'
import { logCsv, logJson } from './log-export'
import type { LogView } from './log-view'
import { shownAction } from './shown-action'
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
    label: actionLogText.exportAll(props.total),
  }
  const chosen = { value: 'selected', label: actionLogText.exportSelection(selected.length) }
  const text = (format: ExportFormat, actions: readonly Action[]) => {
    const presenter = getPresenter()
    const shown = actions.map((action) => shownAction(action, presenter))
    const named = batches.map((batch) => ({ ...batch, label: presenter.text(batch.label) }))
    return format === 'csv' ? logCsv(shown, named) : logJson(shown, named)
  }
  return (
    <ExportDialog
      title={actionLogText.exportTitle}
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
