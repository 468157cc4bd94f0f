import type { DetailField, RosterRow, SessionDetails } from '../../../shared/session'
import { rowFactsText } from '../../../shared/text/row-facts'
import { nothing } from '../../lib/format'

export type Section = SessionDetails['sections'][number]

/** What a row may say of its session, by its own names. */
export type RowFact = keyof RosterRow & keyof typeof rowFactsText

const facts: readonly (readonly [id: RowFact, kind: DetailField['kind'], personal?: 'personal'])[] = [
  ['id', 'id'],
  ['userName', 'text'],
  ['robloxId', 'id'],
  ['userId', 'id'],
  ['scriptId', 'id'],
  ['machineName', 'text'],
  ['machineId', 'id'],
  ['placeId', 'id'],
  ['universeId', 'id'],
  ['jobId', 'id'],
  ['userKey', 'id', 'personal'],
  ['hwid', 'id', 'personal'],
  ['ipAddress', 'text', 'personal'],
  ['status', 'text'],
  ['startedAt', 'time'],
  ['lastBeatAt', 'time'],
  ['beatCount', 'number'],
]

/** Every field of a row that a person may want, in the order in which it is shown. */
export const rowFields = facts.map(([id, kind, personal]) => ({ id, kind, personal: personal !== undefined }))

/** What the roster's row knows already, shown until the service has answered and when it does not. */
export function rowFacts(row: RosterRow): Section {
  const fields: DetailField[] = []
  for (const { id, kind, personal } of rowFields) {
    const value = row[id]
    if (typeof value !== 'string' && typeof value !== 'number') continue
    fields.push({ id, label: rowFactsText[id], value, kind, personal, emptyWord: nothing })
  }
  return { title: rowFactsText.title, fields }
}
