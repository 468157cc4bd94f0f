import { useEffect } from 'react'
import type { Action } from '../../../shared/action'
import { isUnderWay } from '../../../shared/batch-state'
import type { Batch } from '../../../shared/bulk'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { batchSentences } from '../../actions/bulk-words'
import { on } from '../../bridge'
import { openDialog, useDialogs } from '../../stores/dialogs'
import { showToast } from '../../stores/toasts'
import { tellOutcome } from './tell-outcome'

/** Whether the dialog that asked for it is open: it shows the outcome, or tells it as it closes. */
function isOfOpenDialog({ sessionKey, kind }: Action): boolean {
  const { dialog } = useDialogs.getState()
  return dialog?.kind === kind && dialog.key === sessionKey
}

/** Tells how a bulk action ended to a person who does not look at its results. */
function tellEnd(batch: Batch): void {
  const { dialog } = useDialogs.getState()
  if (dialog?.kind === 'batch' && dialog.id === batch.id) return
  const { failed, unknown } = batch.counts
  showToast({
    id: batch.id,
    role: failed + unknown > 0 ? 'alert' : 'status',
    text: batchSentences(batch),
    action: { label: sessionActionsText.results, run: () => openDialog({ kind: 'batch', id: batch.id }) },
  })
}

/** Tells outcomes to a person who looks elsewhere. Draws nothing; mounted once. */
export function OutcomeToasts() {
  useEffect(() => {
    const ended = new Set<string>()
    return on('bulk.changed', (batch) => {
      // Heartbeats go on telling what became of its disconnects; that is no second end.
      if (isUnderWay(batch.state) || ended.has(batch.id)) return
      ended.add(batch.id)
      tellEnd(batch)
    })
  }, [])
  useEffect(
    () =>
      on('action.changed', (action) => {
        // A bulk action shows its outcomes where it was asked for.
        if (action.batchId === null && !isOfOpenDialog(action)) tellOutcome(action)
      }),
    [],
  )
  return null
}
