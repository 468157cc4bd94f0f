import { useCallback, useSyncExternalStore } from 'react'
import type { RosterRow, SessionKey } from '../../shared/session'
import { request } from '../bridge'
import { type Departed, RosterReplica, type RosterSummary } from './roster-replica'
import { isWatched } from './workspace'

/** The window's one replica. */
export const roster = new RosterReplica(
  () => void request('roster.subscribe'),
  { now: Date.now, monotonicMs: () => performance.now() },
  isWatched,
)

const subscribeSummary = (listener: () => void) => roster.subscribeSummary(listener)

/** Whether the first snapshot is there, and how many sessions are live. */
export const useRosterSummary = (): RosterSummary =>
  useSyncExternalStore(subscribeSummary, () => roster.summary)

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
