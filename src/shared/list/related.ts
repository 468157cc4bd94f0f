import type { RosterRow, SessionDetails, SessionKey } from '../session'
import { relationsText } from '../text/relations'
import { folded, reads } from '../text-match'

/** What two sessions can have in common. */
export const relationIds = ['user', 'key', 'hwid', 'job', 'machine', 'place'] as const
export type RelationId = (typeof relationIds)[number]

/** The fields that tell so. */
export const relationFields = [
  'userName',
  'robloxId',
  'userId',
  'userKey',
  'hwid',
  'jobId',
  'machineId',
  'placeId',
  'universeId',
] as const
type Field = (typeof relationFields)[number]

/** Something that a session shares with others: sessions of `value` in `field`, and the one that it began with. */
export type Relation = { id: RelationId; field: Field; value: string; of: SessionKey }

/** What a relation is called. */
export const relationLabels: Readonly<Record<RelationId, string>> = relationsText

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

/** Written out, because they are called for every row of the roster. */
const readers: Readonly<Record<Field, (row: RosterRow) => string | null>> = {
  userName: (row) => row.userName,
  robloxId: (row) => row.robloxId,
  userId: (row) => row.userId,
  userKey: (row) => row.userKey,
  hwid: (row) => row.hwid,
  jobId: (row) => row.jobId,
  machineId: (row) => row.machineId,
  placeId: (row) => row.placeId,
  universeId: (row) => row.universeId,
}

/** A test whether a session has a value. Names are compared as they read, everything else letter by letter. */
function having({ field, value }: Relation): (row: RosterRow) => boolean {
  const read = readers[field]
  if (field !== 'userName') return (row) => read(row) === value
  const wanted = folded(value)
  return (row) => {
    const name = read(row)
    return name !== null && reads(name, wanted)
  }
}

/** A test whether a session is of a relation; the one that it began with always is. */
export function relatedBy(relation: Relation): (row: RosterRow) => boolean {
  const has = having(relation)
  return (row) => has(row) || row.key === relation.of
}

/** How many other live sessions are of each relation, in one pass over all rows. */
export function countRelated(relations: readonly Relation[], rows: Iterable<RosterRow>): number[] {
  const counters = relations.map((relation) => ({ has: having(relation), of: relation.of, count: 0 }))
  for (const row of rows)
    for (const counter of counters) if (counter.has(row) && row.key !== counter.of) counter.count += 1
  return counters.map(({ count }) => count)
}
