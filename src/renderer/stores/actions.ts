import { useCallback, useSyncExternalStore } from 'react'
import type { Action } from '../../shared/action'
import type { SessionKey } from '../../shared/session'

const none: readonly Action[] = []

/**
 * Messages and disconnects of this run. A bulk action changes thousands within seconds, so that a change costs its own
 * session's few actions and nothing else: nobody is drawn again but those who look at that session.
 */
class SessionActions {
  #byId = new Map<string, Action>()
  #bySession = new Map<SessionKey, readonly Action[]>()
  #revision = 0
  readonly #listeners = new Map<SessionKey, Set<() => void>>()
  readonly #followers = new Set<() => void>()

  /** Grows with every change of any action. */
  get revision(): number {
    return this.#revision
  }

  /** The action with this id, if it is of this run. */
  find(id: string): Action | undefined {
    return this.#byId.get(id)
  }

  /** What was done to one session, oldest first. The list is replaced, never changed. */
  of(key: SessionKey): readonly Action[] {
    return this.#bySession.get(key) ?? none
  }

  /** Calls `listener` when that session's list is another; returns how to stop. */
  subscribe(key: SessionKey, listener: () => void): () => void {
    const known = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, known.add(listener))
    return () => {
      known.delete(listener)
      if (known.size === 0) this.#listeners.delete(key)
    }
  }

  /** Calls `listener` at every change; returns how to stop. */
  follow(listener: () => void): () => void {
    this.#followers.add(listener)
    return () => {
      this.#followers.delete(listener)
    }
  }

  /** Takes the whole list. */
  replace(list: readonly Action[]): void {
    this.#byId = new Map()
    this.#bySession = new Map()
    for (const action of list) this.#put(action)
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener()
    this.#moved()
  }

  /** Takes a new action, or one whose outcome changed. */
  change(action: Action): void {
    this.#put(action)
    const { sessionKey } = action
    if (sessionKey !== null) for (const listener of this.#listeners.get(sessionKey) ?? []) listener()
    this.#moved()
  }

  #moved(): void {
    this.#revision += 1
    for (const follower of this.#followers) follower()
  }

  #put(action: Action): void {
    const { id, sessionKey } = action
    const isKnown = this.#byId.has(id)
    this.#byId.set(id, action)
    if (sessionKey === null) return
    const before = this.of(sessionKey)
    const after = isKnown ? before.map((each) => (each.id === id ? action : each)) : [...before, action]
    this.#bySession.set(sessionKey, after)
  }
}

/** The window's one collection of them. */
export const sessionActions = new SessionActions()

/** What was done to one session, oldest first. */
export function useSessionActions(key: SessionKey): readonly Action[] {
  const subscribe = useCallback((listener: () => void) => sessionActions.subscribe(key, listener), [key])
  return useSyncExternalStore(subscribe, () => sessionActions.of(key))
}

const follow = (listener: () => void) => sessionActions.follow(listener)

/** For a view of many sessions: another number whenever an action changed. */
export const useActionsRevision = (): number => useSyncExternalStore(follow, () => sessionActions.revision)
