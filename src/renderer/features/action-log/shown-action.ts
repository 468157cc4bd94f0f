import type { Action, Outcome } from '../../../shared/action'
import { targetText } from '../../actions/target-text'
import type { Presenter } from '../../components/window-context'

/** Words of the contract, which must stay what they are. */
const fixed: ReadonlySet<string> = new Set(['kind'])

/**
 * An action as the screen, an export or the clipboard may show it. While presenting its target has a stand-in, and
 * what was written or answered is covered: it cannot be known which of its words name a person.
 */
export function shownAction(action: Action, presenter: Presenter): Action {
  if (!presenter.on) return action
  const isScript = action.kind.startsWith('script-')
  const covered = (text: string | null) => (text === null ? null : presenter.secret(text))
  return {
    ...action,
    target: targetText(action, presenter),
    // The changes of a script are described in our words.
    sent: isScript && action.sent !== null ? presenter.text(action.sent) : covered(action.sent),
    reason: covered(action.reason),
    outcome: shownOutcome(action.outcome, presenter),
  }
}

function shownOutcome(outcome: Outcome, presenter: Presenter): Outcome {
  if (outcome.kind === 'answered') return { ...outcome, response: presenter.secret('') }
  return JSON.parse(JSON.stringify(outcome), (name, value: unknown) =>
    typeof value === 'string' && !fixed.has(name) ? presenter.text(value) : value,
  )
}
