import { useCallback, useSyncExternalStore } from 'react'
import type { Input } from '../../shared/contract'
import type { Choice } from '../../shared/list/choice'
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

/** Live sessions, chosen in the list or all of an account; none where the watch thread cannot answer. */
export async function loadRows(which: Input<'session.rows'>): Promise<readonly RosterRow[]> {
  const result = await request('session.rows', which)
  // They come from our own watch thread, which has checked them.
  return result.ok ? (JSON.parse(result.value.json) as RosterRow[]) : []
}

/** Everybody in the rows on screen. */
export const everyoneShown = (): Choice => {
  const { revision, length } = roster.list.keys
  return { kind: 'stretch', stretch: { revision, from: 0, to: length }, except: [], also: [] }
}
