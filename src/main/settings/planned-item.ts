import { isDeepStrictEqual } from 'node:util'
import type { BackupGroup, BackupItem } from '../../shared/backup'
import type { SavedTemplate } from '../../shared/bulk'
import type { SavedView } from '../../shared/list/saved-view'
import { printable, printableLine } from '../../shared/printable'
import type { Settings } from '../../shared/settings'
import type { SshHost } from '../../shared/terminal'
import { restorePlanText } from '../../shared/text/restore-plan'
import type { StoredAccount } from './stored'

/** What an item stands for. */
export type Content =
  | { kind: 'account'; account: StoredAccount }
  | { kind: 'host'; host: SshHost }
  | { kind: 'template'; template: SavedTemplate }
  | { kind: 'view'; view: SavedView }
  | { kind: 'scriptNames'; names: Readonly<Record<string, string>> }
  | { kind: 'setting'; changes: Partial<Settings> }

/** An item with what is done where it is chosen; `null` where it cannot be. */
export type PlannedItem = { item: BackupItem; content: Content | null }

/** What can differ, as the texts name it. */
const fields = [
  'name',
  'service',
  'address',
  'authHeader',
  'scopes',
  'onOrOff',
  'notifications',
  'requestsPerMinute',
  'group',
  'keys',
  'jumps',
  'forwards',
  'agentForwarding',
  'hostKey',
  'keepAlive',
  'keptOutput',
  'message',
  'columns',
  'order',
  'filters',
] as const
type Field = (typeof fields)[number]
/** What is looked at of an item. */
export type Fields = Readonly<Partial<Record<Field, unknown>>>

/** An item that passed its rules, beside what is here of it. */
export function compared(
  about: Pick<BackupItem, 'id' | 'group' | 'name' | 'detail'>,
  before: Fields | undefined,
  after: Fields,
  content: Content,
): PlannedItem {
  if (!before) return { item: { ...about, effect: 'add', why: '' }, content }
  const differs = fields.filter((field) => !isDeepStrictEqual(plain(before[field]), plain(after[field])))
  const effect = differs.length === 0 ? 'same' : 'replace'
  return {
    item: { ...about, effect, why: differs.map((field) => restorePlanText[field]).join(', ') },
    content,
  }
}

/** As a file has it: what is left out there and what is undefined here is the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** An item that cannot be taken, with the reason. */
export const refused = (id: string, group: BackupGroup, name: string, why: string): PlannedItem => ({
  item: { id, group, name, detail: '', effect: 'refused', why },
  content: null,
})

/** What a broken item has wrong. */
export const mistake = ({ place, what }: { place: string; what: string }): string =>
  restorePlanText.mistake(printableLine(place.replace('baseUrl', 'address'), 80), what)

/** What a broken item calls itself, where it does. */
export function nameIn(value: unknown, otherwise: string): string {
  if (typeof value !== 'object' || value === null) return otherwise
  const name = 'label' in value ? value.label : 'name' in value ? value.name : null
  return (typeof name === 'string' && printableLine(name, 60)) || otherwise
}

/** A form takes what can be typed: one line, and nothing that steers a reader's eye. */
export const isReadable = (name: string): boolean => printable(name) === name
