import type { ScopeKey } from '../account'
import type { ScopeHealth } from '../health'
import type { RosterRow } from '../session'

/** The state of a row's session. `unwatched`: its account or scope is off or gone, and not polled. */
export const rowStates = ['live', 'disconnecting', 'stale', 'left', 'unwatched'] as const
export type RowState = (typeof rowStates)[number]

/** The health of every scope, by key. */
export type Scopes = ReadonlyMap<ScopeKey, ScopeHealth>

/** Our last heartbeat that listed the session, epoch ms; `null` before any is known. */
export function seenAt(row: RosterRow, scopes: Scopes): number | null {
  let latest: number | null = null
  for (const key of row.scopes) {
    const at = scopes.get(key)?.lastSuccessAt ?? null
    if (at !== null && (latest === null || at > latest)) latest = at
  }
  if (row.missedSince === null) return latest
  // It was missed by the latest success, so it was seen before that: also where the clock was set back in between.
  return latest === null ? row.missedSince : Math.min(row.missedSince, latest)
}

/**
 * `stale`: the latest heartbeat did not list it, or none of its scopes answers now, so that it may have left. A scope that
 * has not answered yet (`starting`) is given the benefit of the doubt.
 */
export function rowState(row: RosterRow, scopes: Scopes): RowState {
  if (row.disconnecting) return 'disconnecting'
  if (row.missedSince !== null) return 'stale'
  let known = false
  for (const key of row.scopes) {
    const state = scopes.get(key)?.state
    if (state === 'live' || state === 'partial' || state === 'starting') return 'live'
    known ||= state !== undefined
  }
  return known ? 'stale' : 'live'
}
