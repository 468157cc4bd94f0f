import type { RosterRow, SessionKey } from '../../shared/session'
import { ageOf, type ColumnId, type FilterId } from './columns'
import { type Relation, relatedBy } from './related'
import { type RowState, rowState, type Scopes, seenAt } from './row-state'
import { columnText } from './row-text'
import { type ScriptNames, scriptNameOf } from './script-names'

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

type SortValue = string | number | null
type Entry = { key: SessionKey; row: RosterRow; value: SortValue; matched: boolean }

const searchTexts = new WeakMap<RosterRow, string>()

/** Every field that can be searched, lower case. Kept per row object: a changed row is another object. */
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
  const text = fields
    .filter((field) => field !== null)
    .join('\n')
    .toLowerCase()
  searchTexts.set(row, text)
  return text
}

const timeColumns: ReadonlySet<string> = new Set(['started', 'beat', 'seen'])

/** The time of a time column, epoch ms; `null` where nobody says. */
function columnTime(row: RosterRow, column: ColumnId, scopes: Scopes): number | null {
  if (column === 'started') return row.startedAt
  return column === 'beat' ? row.lastBeatAt : seenAt(row, scopes)
}

const stateRanks: Readonly<Record<RowState, number>> = { disconnecting: 0, stale: 1, left: 2, live: 3 }

function sortValue(row: RosterRow, column: ColumnId, context: ListContext): SortValue {
  switch (column) {
    case 'account':
      return (context.accountLabels.get(row.accountId) ?? '').toLowerCase()
    case 'state':
      return stateRanks[rowState(row, context.scopes)]
    case 'started':
    case 'beat':
    case 'seen':
      return columnTime(row, column, context.scopes)
    default:
      return columnText(row, column, context.scriptNames)?.toLowerCase() ?? null
  }
}

function passes(row: RosterRow, id: FilterId, filter: Filter, context: ListContext): boolean {
  if (id === 'provider') return filter.kind === 'text' || filter.chosen.includes(row.provider)
  if (filter.kind === 'text') {
    const wanted = filter.text.trim().toLowerCase()
    const has = (text: string | null) => (text ?? '').toLowerCase().includes(wanted)
    // A script that goes by its name is still found by its id.
    return has(columnText(row, id, context.scriptNames)) || (id === 'script' && has(row.scriptId))
  }
  if (filter.chosen.length === 0) return true
  if (id === 'account') return filter.chosen.includes(row.accountId)
  if (id === 'script') return row.scriptId !== null && filter.chosen.includes(row.scriptId)
  if (id === 'state') return filter.chosen.includes(rowState(row, context.scopes))
  return filter.chosen.includes(ageOf(columnTime(row, id, context.scopes), context.now))
}

function matcher(criteria: Criteria, context: ListContext): (row: RosterRow) => boolean {
  const terms = criteria.query.toLowerCase().split(/\s+/).filter(Boolean)
  const labels = new Map([...context.accountLabels].map(([id, label]) => [id, label.toLowerCase()]))
  const names = new Map([...context.scriptNames].map(([key, name]) => [key, name.toLowerCase()]))
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

/** Nothing said sorts last, whichever way; equal values sort by key, so that the order is total. */
function comparer(direction: Sort['direction']): (a: Entry, b: Entry) => number {
  const sign = direction === 'ascending' ? 1 : -1
  return (a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1
      if (b.value === null) return -1
      return a.value < b.value ? -sign : sign
    }
    if (a.key === b.key) return 0
    return a.key < b.key ? -1 : 1
  }
}

const ofHealth = (column: string) => column === 'state' || column === 'seen'

function ordersDiffer(a: Criteria, aContext: ListContext, b: Criteria, bContext: ListContext): boolean {
  const { column, direction } = b.sort
  if (a.sort.column !== column || a.sort.direction !== direction) return true
  if (column === 'account') return aContext.accountLabels !== bContext.accountLabels
  if (column === 'script') return aContext.scriptNames !== bContext.scriptNames
  return ofHealth(column) && aContext.scopes !== bContext.scopes
}

function matchesDiffer(a: Criteria, aContext: ListContext, b: Criteria, bContext: ListContext): boolean {
  if (a.query !== b.query || a.place !== b.place || a.related !== b.related || a.filters !== b.filters)
    return true
  if (b.query !== '' && aContext.accountLabels !== bContext.accountLabels) return true
  const namesMatter = b.query !== '' || b.filters.script !== undefined
  if (namesMatter && aContext.scriptNames !== bContext.scriptNames) return true
  if (aContext.scopes !== bContext.scopes && Object.keys(b.filters).some(ofHealth)) return true
  return aContext.now !== bContext.now && Object.keys(b.filters).some((id) => timeColumns.has(id))
}

/**
 * The rows in the order asked for, those that match. A patch is merged into the kept order: linear in all rows, not
 * a new sort, so that 50,000 rows cost milliseconds.
 */
export class ListOrder {
  #entries: Entry[] = []
  #keys: readonly SessionKey[] | null = []
  #criteria: Criteria
  #context: ListContext

  constructor(criteria: Criteria, context: ListContext) {
    this.#criteria = criteria
    this.#context = context
  }

  /** The keys of the rows that match, in order. The same array until something changes. */
  get keys(): readonly SessionKey[] {
    if (this.#keys) return this.#keys
    const keys: SessionKey[] = []
    for (const entry of this.#entries) if (entry.matched) keys.push(entry.key)
    this.#keys = keys
    return keys
  }

  /** How many of these rows the person's wishes let through. */
  countMatches(rows: Iterable<RosterRow>): number {
    const matches = matcher(this.#criteria, this.#context)
    let count = 0
    for (const row of rows) if (matches(row)) count += 1
    return count
  }

  /** Takes other wishes, or another context. Sorts and matches again only where the answer may differ. */
  change(criteria: Criteria, context: ListContext): void {
    const resort = ordersDiffer(this.#criteria, this.#context, criteria, context)
    const rematch = matchesDiffer(this.#criteria, this.#context, criteria, context)
    this.#criteria = criteria
    this.#context = context
    if (!resort && !rematch) return
    const matches = matcher(criteria, context)
    for (const entry of this.#entries) {
      if (rematch) entry.matched = matches(entry.row)
      if (resort) entry.value = sortValue(entry.row, criteria.sort.column, context)
    }
    if (resort) this.#entries.sort(comparer(criteria.sort.direction))
    this.#keys = null
  }

  /** Merges changed and new rows and drops the removed ones. */
  patch(upserts: Iterable<RosterRow>, removes: Iterable<SessionKey>): void {
    const touched = new Set(removes)
    const matches = matcher(this.#criteria, this.#context)
    const fresh: Entry[] = []
    for (const row of upserts) {
      touched.add(row.key)
      const value = sortValue(row, this.#criteria.sort.column, this.#context)
      fresh.push({ key: row.key, row, value, matched: matches(row) })
    }
    if (touched.size === 0) return
    const compare = comparer(this.#criteria.sort.direction)
    fresh.sort(compare)
    this.#entries = merge(this.#entries, touched, fresh, compare)
    this.#keys = null
  }
}

/** Two sorted lists as one; `old` without what was touched. */
function merge(
  old: readonly Entry[],
  touched: ReadonlySet<SessionKey>,
  fresh: readonly Entry[],
  compare: (a: Entry, b: Entry) => number,
): Entry[] {
  const merged: Entry[] = []
  let next = 0
  for (const entry of old) {
    if (touched.has(entry.key)) continue
    for (let candidate = fresh[next]; candidate && compare(candidate, entry) < 0; candidate = fresh[next]) {
      merged.push(candidate)
      next += 1
    }
    merged.push(entry)
  }
  for (; next < fresh.length; next += 1) {
    const candidate = fresh[next]
    if (candidate) merged.push(candidate)
  }
  return merged
}
