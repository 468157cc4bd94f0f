import { useMemo } from 'react'
import type { Action } from '../../../shared/action'
import type { SessionKey } from '../../../shared/session'
import { useActions } from '../../stores/actions'

/** What was done to a person, newest first: what the log knew, with today's outcomes, and what came since. */
export function usePersonActions(logged: readonly Action[], keys: readonly SessionKey[]): readonly Action[] {
  const { byId, bySession } = useActions()
  return useMemo(() => {
    const all = new Map(logged.map((action) => [action.id, byId.get(action.id) ?? action]))
    for (const key of keys) for (const action of bySession.get(key) ?? []) all.set(action.id, action)
    return [...all.values()].sort((a, b) => b.requestedAt - a.requestedAt)
  }, [logged, keys, byId, bySession])
}
