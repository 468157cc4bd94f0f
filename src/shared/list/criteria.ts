import { ageOf, type ColumnId, type FilterId } from '../columns/columns'
import { type ScriptNames, scriptNameOf } from '../script-names'
import type { RosterRow } from '../session'
import { folded, searchWords } from '../text-match'
import { type Relation, relatedBy } from './related'
import { rowState, type Scopes, seenAt } from './row-state'
import { columnText } from './row-text'

/** What one filter lets through. */
export type Filter = { kind: 'text'; text: string } | { kind: 'choice'; chosen: readonly string[] }
export type Filters = Readonly<Partial<Record<FilterId, Filter>>>
export type Sort = { column: ColumnId; direction: 'ascending' | 'descending' }

/** The account, and perhaps the one scope of it, that the list is narrowed to. */
export type Place = { accountId: string; scopeKey: string | null }

/** What the person asked to see. */
export type Criteria = {
  query: string
  place: Place | null
  /** Only the sessions that share something. */
  related: Relation | null
  filters: Filters
  sort: Sort
}

/** What the rows themselves do not hold. */
export type ListContext = {
  accountLabels: ReadonlyMap<string, string>
  scriptNames: ScriptNames
  scopes: Scopes
  /** Epoch ms; ages are counted from it. */
  now: number
}

const searchTexts = new WeakMap<RosterRow, string>()

/** Every field that can be searched, folded. Kept per row object: a changed row is another object. */
function searchText(row: RosterRow): string {
  const kept = searchTexts.get(row)
  if (kept !== undefined) return kept
  const fields = [
    row.userName,
    row.robloxId,
    row.userId,
    row.id,
    row.scriptId,
    row.machineName,
    row.machineId,
    row.placeId,
    row.universeId,
    row.jobId,
    row.userKey,
    row.hwid,
    row.ipAddress,
    row.status,
    row.provider,
  ]
  // A line break keeps a term from matching across two fields.
  const text = folded(fields.filter((field) => field !== null).join('\n'))
  searchTexts.set(row, text)
  return text
}

const timeColumns: ReadonlySet<string> = new Set(['started', 'beat', 'seen'])

/** The time of a time column, epoch ms; `null` where nobody says. */
export function columnTime(row: RosterRow, column: ColumnId, scopes: Scopes): number | null {
  if (column === 'started') return row.startedAt
  return column === 'beat' ? row.lastBeatAt : seenAt(row, scopes)
}

/** Whether what a column says depends on the health of scopes. */
export const ofHealth = (column: string) => column === 'state' || column === 'seen'

function passes(row: RosterRow, id: FilterId, filter: Filter, context: ListContext): boolean {
  if (id === 'provider') return filter.kind === 'text' || filter.chosen.includes(row.provider)
  if (filter.kind === 'text') {
    const wanted = folded(filter.text).trim()
    const has = (text: string | null) => folded(text ?? '').includes(wanted)
    // A script that goes by its name is still found by its id.
    return has(columnText(row, id, context.scriptNames)) || (id === 'script' && has(row.scriptId))
  }
  if (filter.chosen.length === 0) return true
  if (id === 'account') return filter.chosen.includes(row.accountId)
  if (id === 'script') return row.scriptId !== null && filter.chosen.includes(row.scriptId)
  if (id === 'state') return filter.chosen.includes(rowState(row, context.scopes))
  return filter.chosen.includes(ageOf(columnTime(row, id, context.scopes), context.now))
}

/** Tells whether a row is one of those that the person asked to see. */
export function matcher(criteria: Criteria, context: ListContext): (row: RosterRow) => boolean {
  const terms = searchWords(criteria.query)
  const labels = new Map([...context.accountLabels].map(([id, label]) => [id, folded(label)]))
  const names = new Map([...context.scriptNames].map(([key, name]) => [key, folded(name)]))
  const filters = Object.entries(criteria.filters) as [FilterId, Filter][]
  const { place } = criteria
  const isRelated = criteria.related ? relatedBy(criteria.related) : null
  return (row) => {
    if (place && row.accountId !== place.accountId) return false
    if (place && place.scopeKey !== null && !row.scopes.includes(place.scopeKey)) return false
    if (isRelated && !isRelated(row)) return false
    for (const term of terms)
      if (
        !searchText(row).includes(term) &&
        !labels.get(row.accountId)?.includes(term) &&
        !scriptNameOf(names, row)?.includes(term)
      )
        return false
    for (const [id, filter] of filters) if (!passes(row, id, filter, context)) return false
    return true
  }
}

/** Whether the same row may match one and not the other. */
export function matchesDiffer(
  a: Criteria,
  aContext: ListContext,
  b: Criteria,
  bContext: ListContext,
): boolean {
  if (a.query !== b.query || a.place !== b.place || a.related !== b.related || a.filters !== b.filters)
    return true
  if (b.query !== '' && aContext.accountLabels !== bContext.accountLabels) return true
  const namesMatter = b.query !== '' || b.filters.script !== undefined
  if (namesMatter && aContext.scriptNames !== bContext.scriptNames) return true
  if (aContext.scopes !== bContext.scopes && Object.keys(b.filters).some(ofHealth)) return true
  return aContext.now !== bContext.now && Object.keys(b.filters).some((id) => timeColumns.has(id))
}
