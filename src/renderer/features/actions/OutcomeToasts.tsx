import { useEffect } from 'react'
import type { Action } from '../../../shared/action'
import { on } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { isolated } from '../../lib/row-text'
import { useDialogs } from '../../stores/dialogs'
import { getPresenter } from '../../stores/presentation'
import { openDetails, useSelection } from '../../stores/selection'
import { isNews, outcomeWords } from './outcome-words'

/** Whether the outcome is on screen already: in the details of that session, or in the dialog that asked for it. */
function isSeen({ sessionKey, kind }: Action): boolean {
  const { dialog } = useDialogs.getState()
  if (useSelection.getState().open === sessionKey) return true
  return dialog?.kind === kind && dialog.key === sessionKey
}

/** Tells outcomes to a person who looks elsewhere. Draws nothing; mounted once. */
export function OutcomeToasts() {
  useEffect(
    () =>
      on('action.changed', (action) => {
        const { sessionKey } = action
        // A bulk action and a script's change show their outcomes where they were asked for.
        if (sessionKey === null || action.batchId !== null || !isNews(action) || isSeen(action)) return
        const { text, tone } = outcomeWords(action, null)
        const presenter = getPresenter()
        showToast({
          id: action.id,
          role: tone === 'good' ? 'status' : 'alert',
          text: `${isolated(presenter.name('User', action.target))}: ${presenter.text(text)}`,
          action: { label: 'Show', run: () => openDetails(sessionKey) },
        })
      }),
    [],
  )
  return null
}
