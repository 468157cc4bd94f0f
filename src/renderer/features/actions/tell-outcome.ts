import type { Action } from '../../../shared/action'
import { commonText } from '../../../shared/text/common'
import { isNews, type OutcomeTone, outcomeWords } from '../../actions/outcome-words'
import { targetText } from '../../actions/target-text'
import { isolated } from '../../lib/direction'
import { getPresenter } from '../../stores/presentation'
import { openDetails, useSelection } from '../../stores/selection'
import { showToast } from '../../stores/toasts'

/** A terminal's tab says how its session came and, unless that went wrong, that it went. */
const isShownByTerminal = ({ kind }: Action, tone: OutcomeTone): boolean =>
  kind === 'session-create' || (kind === 'session-end' && tone === 'good')

/**
 * Shows what became of an action on a session, in a toast unless the details of that session have it on screen. A later
 * call replaces the toast.
 */
export function tellOutcome(action: Action): void {
  const { sessionKey } = action
  if (sessionKey === null || !isNews(action) || useSelection.getState().open === sessionKey) return
  const { text, tone } = outcomeWords(action, null)
  if (isShownByTerminal(action, tone)) return
  const presenter = getPresenter()
  showToast({
    id: action.id,
    role: tone === 'good' ? 'status' : 'alert',
    text: `${isolated(targetText(action, presenter))}: ${presenter.text(text)}`,
    action: { label: commonText.show, run: () => openDetails(sessionKey) },
  })
}
