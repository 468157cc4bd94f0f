import { rowState, type Scopes, seenAt } from '../../../shared/list/row-state'
import { type ScriptNames, scriptNameOf } from '../../../shared/script-names'
import type { DetailField, RosterRow } from '../../../shared/session'
import { isoTime } from '../../../shared/times'
import { type CsvCell, csvDocument } from '../../lib/csv'
import { type RowFact, rowFields, type Section } from '../details/row-facts'
import type { ExportFormat } from './ExportDialog'

/** What an export needs to know besides the rows. */
type SessionFacts = {
  accountLabels: ReadonlyMap<string, string>
  scriptNames: ScriptNames
  scopes: Scopes
}

/** The columns of a file of sessions, the same in every language: programs read them. */
const header: Readonly<Record<RowFact | 'account' | 'provider' | 'state' | 'seenAt' | 'scriptName', string>> =
  {
    account: 'Account',
    provider: 'Service',
    id: 'Session ID',
    userName: 'User',
    robloxId: 'Roblox ID',
    userId: 'User ID',
    scriptId: 'Script',
    machineName: 'Machine',
    machineId: 'Machine ID',
    placeId: 'Place',
    universeId: 'Universe',
    jobId: 'Job',
    userKey: 'User key',
    hwid: 'Hardware ID',
    ipAddress: 'IP address',
    status: 'Status',
    startedAt: 'Started',
    lastBeatAt: 'Last beat',
    beatCount: 'Beats',
    state: 'State',
    seenAt: 'Seen',
    scriptName: 'Script name',
  }

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Sessions with every field that the list knows, also those that it does not show; personal ones only where `personal`
 * says so. Times are ISO 8601.
 */
export function sessionsText(
  rows: readonly RosterRow[],
  { accountLabels, scriptNames, scopes }: SessionFacts,
  { format, personal }: { format: ExportFormat; personal: boolean },
): string {
  const fields = rowFields.filter((field) => personal || !field.personal)
  const records = rows.map((row): Record<string, CsvCell> => {
    const known = fields.map(({ id, kind }): [string, CsvCell] => [id, cellOf(row[id], kind)])
    return {
      account: accountLabels.get(row.accountId) ?? row.accountId,
      provider: row.provider,
      ...Object.fromEntries(known),
      state: rowState(row, scopes),
      seenAt: isoTime(seenAt(row, scopes)),
      scriptName: scriptNameOf(scriptNames, row),
    }
  })
  if (format === 'json') return json(records)
  const names = [
    'account',
    'provider',
    ...fields.map(({ id }) => id),
    'state',
    'seenAt',
    'scriptName',
  ] as const
  return csvDocument(
    names.map((name) => header[name]),
    records.map((record) => Object.values(record)),
  )
}

function cellOf(value: unknown, kind: DetailField['kind']): CsvCell {
  if (typeof value === 'number') return kind === 'time' ? isoTime(value) : value
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

/** A session's details, a line a field; personal fields only where `personal` says so. Times are ISO 8601. */
export function detailsText(
  sections: readonly Section[],
  { format, personal }: { format: ExportFormat; personal: boolean },
): string {
  const shown = sections.map(({ title, fields }) => ({
    title,
    fields: fields.filter((field) => personal || !field.personal),
  }))
  if (format === 'csv')
    return csvDocument(
      ['Section', 'Field', 'Value'],
      shown.flatMap(({ title, fields }) =>
        fields.map(({ label, value, kind }) => [title, label, cellOf(value, kind)]),
      ),
    )
  const values = (fields: readonly DetailField[]) =>
    Object.fromEntries(fields.map(({ id, value, kind }) => [id, cellOf(value, kind)]))
  return json(Object.fromEntries(shown.map(({ title, fields }) => [title, values(fields)])))
}
