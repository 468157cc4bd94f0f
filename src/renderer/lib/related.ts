import type { RosterRow, SessionDetails, SessionKey } from '../../shared/session'

/** What two sessions can have in common. */
export type RelationId = 'user' | 'key' | 'hwid' | 'job' | 'machine' | 'place'

type Field =
  | 'userName'
  | 'robloxId'
  | 'userId'
  | 'userKey'
  | 'hwid'
  | 'jobId'
  | 'machineId'
  | 'placeId'
  | 'universeId'

/** Something that a session shares with others: sessions of `value` in `field`, and the one that it began with. */
export type Relation = { id: RelationId; field: Field; value: string; of: SessionKey }

/** What a relation is called. */
export const relationLabels: Readonly<Record<RelationId, string>> = {
  user: 'Same user',
  key: 'Same key',
  hwid: 'Same hardware id',
  job: 'Same job',
  machine: 'Same machine',
  place: 'Same place',
}

/** The first value of some fields of a session's details, by the service's own names. */
export function detailValue(details: SessionDetails | null, ...ids: readonly string[]): string | null {
  const fields = details?.sections.flatMap((section) => section.fields) ?? []
  for (const id of ids) {
    const value = fields.find((field) => field.id === id)?.value
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** What a session has that others may share; `details` may say more of it than the list. */
export function relationsOf(row: RosterRow, details: SessionDetails | null): Relation[] {
  const user: Field = row.userName !== null ? 'userName' : row.robloxId !== null ? 'robloxId' : 'userId'
  const place: Field = row.placeId !== null ? 'placeId' : 'universeId'
  const values: readonly (readonly [RelationId, Field, string | null])[] = [
    ['user', user, row[user]],
    ['key', 'userKey', row.userKey ?? detailValue(details, 'key')],
    ['hwid', 'hwid', row.hwid ?? detailValue(details, 'hwid')],
    ['job', 'jobId', row.jobId],
    ['machine', 'machineId', row.machineId],
    ['place', place, row[place]],
  ]
  return values.flatMap(([id, field, value]) => (value ? [{ id, field, value, of: row.key }] : []))
}

/** Whether a session is of a relation. Names are compared in any case, everything else letter by letter. */
export function isRelated({ field, value, of }: Relation, row: RosterRow): boolean {
  if (row.key === of) return true
  const own = row[field]
  if (own === null) return false
  return own === value || (field === 'userName' && own.toLowerCase() === value.toLowerCase())
}

/** How many other live sessions are of each relation, in one pass over all rows. */
export function countRelated(relations: readonly Relation[], rows: Iterable<RosterRow>): number[] {
  const counts = relations.map(() => 0)
  for (const row of rows)
    for (const [index, relation] of relations.entries())
      if (row.key !== relation.of && isRelated(relation, row)) counts[index] = (counts[index] ?? 0) + 1
  return counts
}
