import type { DetailField, RosterRow, SessionDetails } from '../../../shared/session'
import { nothing } from '../../lib/format'

export type Section = SessionDetails['sections'][number]

type Fact = readonly [id: keyof RosterRow, label: string, kind: DetailField['kind'], personal?: 'personal']

const facts: readonly Fact[] = [
  ['id', 'Session id', 'id'],
  ['userName', 'User', 'text'],
  ['robloxId', 'Roblox id', 'id'],
  ['userId', 'User id', 'id'],
  ['scriptId', 'Script', 'id'],
  ['machineName', 'Machine', 'text'],
  ['machineId', 'Machine id', 'id'],
  ['placeId', 'Place', 'id'],
  ['universeId', 'Universe', 'id'],
  ['jobId', 'Job', 'id'],
  ['userKey', 'User key', 'id', 'personal'],
  ['hwid', 'Hardware id', 'id', 'personal'],
  ['ipAddress', 'IP address', 'text', 'personal'],
  ['status', 'Status', 'text'],
  ['startedAt', 'Started', 'time'],
  ['lastBeatAt', 'Last beat', 'time'],
  ['beatCount', 'Beats', 'number'],
]

/** What the roster's row knows already, shown until the service has answered and when it does not. */
export function rowFacts(row: RosterRow): Section {
  const fields: DetailField[] = []
  for (const [id, label, kind, personal] of facts) {
    const value = row[id]
    if (typeof value !== 'string' && typeof value !== 'number') continue
    fields.push({ id, label, value, kind, personal: personal !== undefined, emptyWord: nothing })
  }
  return { title: 'Session', fields }
}
