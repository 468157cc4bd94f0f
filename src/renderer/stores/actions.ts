import { create } from 'zustand'
import type { Action } from '../../shared/action'
import type { SessionKey } from '../../shared/session'

/** Messages and disconnects of this run. The maps are replaced, never changed. */
export type Actions = {
  byId: ReadonlyMap<string, Action>
  /** Oldest first. */
  bySession: ReadonlyMap<SessionKey, readonly Action[]>
}

export const useActions = create<Actions>(() => ({ byId: new Map(), bySession: new Map() }))

const index = (byId: ReadonlyMap<string, Action>): Actions => {
  const bySession = new Map<SessionKey, Action[]>()
  for (const action of byId.values()) {
    if (action.sessionKey === null) continue
    const list = bySession.get(action.sessionKey)
    if (list) list.push(action)
    else bySession.set(action.sessionKey, [action])
  }
  return { byId, bySession }
}

/** Takes the whole list. */
export const setActions = (list: readonly Action[]): void =>
  useActions.setState(index(new Map(list.map((action) => [action.id, action]))))

/** Takes a new action, or one whose outcome changed. */
export const changeAction = (action: Action): void =>
  useActions.setState(({ byId }) => index(new Map(byId).set(action.id, action)))

const none: readonly Action[] = []

/** What was done to one session, oldest first. */
export const useSessionActions = (key: SessionKey): readonly Action[] =>
  useActions((state) => state.bySession.get(key) ?? none)
