import type { Action } from '../../../shared/action'
import type { SessionKey } from '../../../shared/session'
import { sessionActions, useActionsRevision } from '../../stores/actions'

/** What was done to a person, newest first: what the log knew, with today's outcomes, and what came since. */
export function usePersonActions(logged: readonly Action[], keys: readonly SessionKey[]): readonly Action[] {
  // Drawn anew whenever an action changes; a person has but a few.
  useActionsRevision()
  const all = new Map(logged.map((action) => [action.id, sessionActions.find(action.id) ?? action]))
  for (const key of keys) for (const action of sessionActions.of(key)) all.set(action.id, action)
  return [...all.values()].sort((a, b) => b.requestedAt - a.requestedAt)
}
