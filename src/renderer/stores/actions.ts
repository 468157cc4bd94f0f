import { useCallback, useSyncExternalStore } from 'react'
import type { Action } from '../../shared/action'
import type { SessionKey } from '../../shared/session'
import { request } from '../bridge'

const none: readonly Action[] = []

/** A session that is shown. `news`: what changed since the request to the log; `null` once its answer is in. */
type Looked = {
  list: readonly Action[]
  news: Map<string, Action> | null
  readonly listeners: Set<() => void>
}

/** A list with an action in its new state, or with a new one at its end. */
const put = (list: readonly Action[], action: Action): readonly Action[] =>
  list.some(({ id }) => id === action.id)
    ? list.map((each) => (each.id === action.id ? action : each))
    : [...list, action]

/**
 * What was done to the sessions that are shown, as the log knows it and as it changes. A bulk action changes thousands
 * within seconds: nothing is kept of a session that is not shown.
 */
class SessionActions {
  readonly #looked = new Map<SessionKey, Looked>()

  /** What was done to one session, oldest first. The list is replaced, never changed. */
  of(key: SessionKey): readonly Action[] {
    return this.#looked.get(key)?.list ?? none
  }

  /** Requests what the log has of that session and calls `listener` when its list changes; returns how to stop. */
  subscribe(key: SessionKey, listener: () => void): () => void {
    const known = this.#looked.get(key)
    const looked: Looked = known ?? { list: none, news: null, listeners: new Set() }
    looked.listeners.add(listener)
    if (!known) {
      this.#looked.set(key, looked)
      void this.#load(key, looked)
    }
    return () => {
      looked.listeners.delete(listener)
      if (looked.listeners.size === 0) this.#looked.delete(key)
    }
  }

  /** Takes a new action, or one whose outcome changed. */
  change(action: Action): void {
    const looked = action.sessionKey === null ? undefined : this.#looked.get(action.sessionKey)
    if (!looked) return
    looked.news?.set(action.id, action)
    this.#show(looked, put(looked.list, action))
  }

  /** Sends the requests again: there is a new watch thread. */
  reload(): void {
    for (const [key, looked] of this.#looked) void this.#load(key, looked)
  }

  async #load(key: SessionKey, looked: Looked): Promise<void> {
    const news = new Map<string, Action>()
    looked.news = news
    const result = await request('action.about', { key })
    if (looked.news !== news) return
    looked.news = null
    if (result.ok) this.#show(looked, [...news.values()].reduce(put, result.value))
  }

  #show(looked: Looked, list: readonly Action[]): void {
    looked.list = list
    for (const listener of looked.listeners) listener()
  }
}

/** The window's one collection of them. */
export const sessionActions = new SessionActions()

/** What was done to one session, oldest first; the log's answer comes a moment after the first render. */
export function useSessionActions(key: SessionKey): readonly Action[] {
  const subscribe = useCallback((listener: () => void) => sessionActions.subscribe(key, listener), [key])
  return useSyncExternalStore(subscribe, () => sessionActions.of(key))
}
