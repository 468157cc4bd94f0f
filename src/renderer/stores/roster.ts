import { useCallback, useSyncExternalStore } from 'react'
import type { SessionCounts } from '../../shared/list/window'
import type { Departed, RosterRow, SessionKey } from '../../shared/session'
import { request } from '../bridge'
import { type ListSnapshot, type RosterSummary, RosterView } from './roster-view'

/** The window's one view of the roster. */
export const roster = new RosterView((wish) => void request('list.watch', wish), {
  now: Date.now,
  monotonicMs: () => performance.now(),
})

const subscribeList = (listener: () => void) => roster.subscribeList(listener)

/** Whether the watch thread has answered, and how many sessions are live. */
export const useRosterSummary = (): RosterSummary => useSyncExternalStore(subscribeList, () => roster.summary)

/** How many sessions each account and each script has. */
export const useSessionCounts = (): SessionCounts => useSyncExternalStore(subscribeList, () => roster.counts)

/** What `select` derives from the list on screen; drawn again only when that changes. */
export const useSessionList = <T>(select: (list: ListSnapshot) => T): T =>
  useSyncExternalStore(subscribeList, () => select(roster.list))

/** One live session; `undefined` when it is not listed (any more). Renders only when that row changes. */
export function useRow(key: SessionKey): RosterRow | undefined {
  const subscribe = useCallback((listener: () => void) => roster.subscribeRow(key, listener), [key])
  return useSyncExternalStore(subscribe, () => roster.row(key))
}

/** A session that left, as it was when it was last listed; `undefined` while it is live or after it is forgotten. */
export function useDeparted(key: SessionKey): Departed | undefined {
  const subscribe = useCallback((listener: () => void) => roster.subscribeRow(key, listener), [key])
  return useSyncExternalStore(subscribe, () => roster.departed(key))
}

/** Live sessions by their keys, or all of an account; none where the watch thread cannot answer. */
export async function loadRows(
  which: { keys: readonly SessionKey[] } | { accountId: string },
): Promise<readonly RosterRow[]> {
  const result = await request('session.rows', which)
  // They come from our own watch thread, which has checked them.
  return result.ok ? (JSON.parse(result.value.json) as RosterRow[]) : []
}

/** The sessions from a place to before another in the order on screen; none where that order is forgotten. */
export async function loadKeys(from: number, to: number): Promise<readonly SessionKey[]> {
  const { keys } = roster.list
  const known = keys.slice(from, to)
  if (known) return known
  const result = await request('list.keys', { revision: keys.revision, from, to })
  return result.ok ? result.value : []
}
