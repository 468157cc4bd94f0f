import type { Action } from '../../shared/action'
import type { Presenter } from '../components/window-context'

/** Whom or what an action is about, as the screen may show it: people and machines have an alias while presenting. */
export function targetText(
  { target, kind, sessionKey }: Pick<Action, 'target' | 'kind' | 'sessionKey'>,
  presenter: Presenter,
): string {
  if (kind === 'session-create' || kind === 'session-end') return presenter.name('Machine', target)
  return sessionKey === null ? presenter.text(target) : presenter.name('User', target)
}
