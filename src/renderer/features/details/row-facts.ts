import type { DetailField, RosterRow, SessionDetails } from '../../../shared/session'
import { nothing } from '../../lib/format'

export type Section = SessionDetails['sections'][number]

type Fact = readonly [id: keyof RosterRow, label: string, kind: DetailField['kind'], personal?: 'personal']

const facts: readonly Fact[] = [
  ['id', 'Session ID', 'id'],
  ['userName', 'User', 'text'],
  ['robloxId', 'Roblox ID', 'id'],
  ['userId', 'User ID', 'id'],
  ['scriptId', 'Script', 'id'],
  ['machineName', 'Machine', 'text'],
  ['machineId', 'Machine ID', 'id'],
  ['placeId', 'Place', 'id'],
  ['universeId', 'Universe', 'id'],
  ['jobId', 'Job', 'id'],
  ['userKey', 'User key', 'id', 'personal'],
  ['hwid', 'Hardware ID', 'id', 'personal'],
  ['ipAddress', 'IP address', 'text', 'personal'],
  ['status', 'Status', 'text'],
  ['startedAt', 'Started', 'time'],
  ['lastBeatAt', 'Last beat', 'time'],
  ['beatCount', 'Beats', 'number'],
]

/** Every field of a row that a person may want, in the order in which it is shown. */
export const rowFields = facts.map(([id, label, kind, personal]) => ({
  id,
  label,
  kind,
  personal: personal !== undefined,
}))

/** What the roster's row knows already, shown until the service has answered and when it does not. */
export function rowFacts(row: RosterRow): Section {
  const fields: DetailField[] = []
  for (const { id, label, kind, personal } of rowFields) {
    const value = row[id]
    if (typeof value !== 'string' && typeof value !== 'number') continue
    fields.push({ id, label, value, kind, personal, emptyWord: nothing })
  }
  return { title: 'Session', fields }
}
