import type { RosterRow, SessionDetails } from '../../../shared/session'

/** Fields of a session's details, whatever the service, that say whose it is. */
const telling: ReadonlySet<string> = new Set(['key', 'discordId', 'discordData.id', 'hwid'])

/**
 * All that identifies a session's person: user name, ids, keys, hwid, job, also from its `details` where somebody has
 * looked. Personal: for hashing and comparing only.
 */
export function identitiesOf(row: RosterRow, details: SessionDetails | null): string[] {
  const fields = details?.sections.flatMap((section) => section.fields) ?? []
  const told = fields.filter(({ id }) => telling.has(id)).map(({ value }) => value)
  const values = [row.userName, row.robloxId, row.userId, row.userKey, row.hwid, row.jobId, ...told]
  return values.filter((value): value is string => typeof value === 'string' && value !== '')
}
