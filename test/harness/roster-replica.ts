import type { RosterPatch, RosterRow, SessionKey } from '../../src/shared/session'

/** A copy of the roster at one revision. */
export type Replica = { revision: number; rows: Map<SessionKey, RosterRow> }

/** Changes a copy in place to the patch's revision; `false`: it is of another one, and stays as it was. */
export function applyPatch(replica: Replica, patch: RosterPatch): boolean {
  if (patch.from !== replica.revision) return false
  for (const key of patch.removes) replica.rows.delete(key)
  for (const row of patch.upserts) replica.rows.set(row.key, row)
  replica.revision = patch.to
  return true
}
