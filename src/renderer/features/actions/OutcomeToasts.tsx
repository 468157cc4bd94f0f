import { useEffect } from 'react'
import type { Action } from '../../../shared/action'
import { isUnderWay } from '../../../shared/batch-state'
import type { Batch } from '../../../shared/bulk'
import { on } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { batchCounts, batchState } from '../../lib/bulk-words'
import { isolated } from '../../lib/row-text'
import { openDialog, useDialogs } from '../../stores/dialogs'
import { getPresenter } from '../../stores/presentation'
import { openDetails, useSelection } from '../../stores/selection'
import { isNews, type OutcomeTone, outcomeWords } from './outcome-words'
import { targetText } from './target-text'

/** Whether the outcome is on screen already: in the details of that session, or in the dialog that asked for it. */
function isSeen({ sessionKey, kind }: Action): boolean {
  const { dialog } = useDialogs.getState()
  if (useSelection.getState().open === sessionKey) return true
  return dialog?.kind === kind && dialog.key === sessionKey
}

/** A terminal's tab says how its session came and, unless that went wrong, that it went. */
const isShownByTerminal = ({ kind }: Action, tone: OutcomeTone): boolean =>
  kind === 'session-create' || (kind === 'session-end' && tone === 'good')

/** Tells how a bulk action ended to a person who does not look at its results. */
function tellEnd(batch: Batch): void {
  const { dialog } = useDialogs.getState()
  if (dialog?.kind === 'batch' && dialog.id === batch.id) return
  const { failed, unknown } = batch.counts
  showToast({
    id: batch.id,
    role: failed + unknown > 0 ? 'alert' : 'status',
    text: `${batchState(batch)}. ${batchCounts(batch)}.`,
    action: { label: 'Results', run: () => openDialog({ kind: 'batch', id: batch.id }) },
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
        const { sessionKey } = action
        // A bulk action and a script's change show their outcomes where they were asked for.
        if (sessionKey === null || action.batchId !== null || !isNews(action) || isSeen(action)) return
        const { text, tone } = outcomeWords(action, null)
        if (isShownByTerminal(action, tone)) return
        const presenter = getPresenter()
        showToast({
          id: action.id,
          role: tone === 'good' ? 'status' : 'alert',
          text: `${isolated(targetText(action, presenter))}: ${presenter.text(text)}`,
          action: { label: 'Show', run: () => openDetails(sessionKey) },
        })
      }),
    [],
  )
  return null
}
