import type { RosterChunk, RosterPatch, RosterPatchMessage, RosterRow, SessionKey } from './session'

/** A copy of the roster at one revision. */
export type Replica = { revision: number; rows: Map<SessionKey, RosterRow> }

/** Reads a chunk's rows. They come from our own watch thread, which has checked them. */
const decodeChunk = (chunk: RosterChunk): RosterRow[] =>
  JSON.parse(new TextDecoder().decode(chunk.bytes)) as RosterRow[]

/** A patch as it is sent. */
export const encodePatch = ({ from, to, upserts, removes }: RosterPatch): RosterPatchMessage => ({
  from,
  to,
  json: JSON.stringify({ upserts, removes }),
})

/** Reads a patch. It comes from our own watch thread, which has checked its rows. */
export const decodePatch = ({ from, to, json }: RosterPatchMessage): RosterPatch => ({
  from,
  to,
  ...(JSON.parse(json) as Pick<RosterPatch, 'upserts' | 'removes'>),
})

/**
 * Changes `replica` in place to the patch's revision. `false` on a revision gap: the replica is untouched and needs
 * a snapshot. A patch that the replica's snapshot already holds changes nothing and is `true`.
 */
export function applyPatch(replica: Replica, patch: RosterPatch): boolean {
  if (patch.to <= replica.revision) return true
  if (patch.from !== replica.revision) return false
  for (const key of patch.removes) replica.rows.delete(key)
  for (const row of patch.upserts) replica.rows.set(row.key, row)
  replica.revision = patch.to
  return true
}

/**
 * Puts a snapshot together: give it every chunk, it answers with the new replica at the last one and `null` before.
 * A chunk of another snapshot, or one out of order, drops what was collected so far.
 */
export function createSnapshotReader(): (chunk: RosterChunk) => Replica | null {
  let revision = -1
  let expected = 0
  let rows = new Map<SessionKey, RosterRow>()
  return (chunk) => {
    if (chunk.index === 0) {
      revision = chunk.revision
      expected = 0
      rows = new Map()
    }
    if (chunk.revision !== revision || chunk.index !== expected) {
      revision = -1
      return null
    }
    for (const row of decodeChunk(chunk)) rows.set(row.key, row)
    expected += 1
    return expected === chunk.total ? { revision, rows } : null
  }
}
