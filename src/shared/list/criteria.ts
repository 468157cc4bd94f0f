import type { Filter, ListContext } from '../columns/column'
import { type ColumnId, type FilterId, filterableOf } from '../columns/columns'
import { scriptNameOf } from '../script-names'
import type { RosterRow } from '../session'
import { folded, searchWords } from '../text-match'
import { type Relation, relatedBy } from './related'

export type Filters = Readonly<Partial<Record<FilterId, Filter>>>
export type Sort = { column: ColumnId; direction: 'ascending' | 'descending' }

/** The account, and perhaps the one scope of it, that the list is narrowed to. */
export type Place = { accountId: string; scopeKey: string | null }

/** What the person wants to see. */
export type Criteria = {
  query: string
  place: Place | null
  /** Only the sessions that share something. */
  related: Relation | null
  filters: Filters
  sort: Sort
}

/** A row and, once somebody has searched, the text that was searched; `null` before. */
export type Searched = { row: RosterRow; text: string | null }

/** Every field that can be searched, folded. */
function searchText(row: RosterRow): string {
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
  let text = ''
  // A line break keeps a term from matching across two fields.
  for (const field of fields) if (field !== null) text += `${field}\n`
  return folded(text)
}

/** A test whether a row is one of those that the person wants to see. */
export function matcher(criteria: Criteria, context: ListContext): (searched: Searched) => boolean {
  const terms = searchWords(criteria.query)
  const labels = new Map([...context.accountLabels].map(([id, label]) => [id, folded(label)]))
  const names = new Map([...context.scriptNames].map(([key, name]) => [key, folded(name)]))
  const filters = (Object.entries(criteria.filters) as [FilterId, Filter][]).map(([id, filter]) =>
    filterableOf(id).passes(filter, context),
  )
  const { place } = criteria
  const isRelated = criteria.related ? relatedBy(criteria.related) : null
  return (searched) => {
    const { row } = searched
    if (place && row.accountId !== place.accountId) return false
    if (place && place.scopeKey !== null && !row.scopes.includes(place.scopeKey)) return false
    if (isRelated && !isRelated(row)) return false
    for (const term of terms) {
      searched.text ??= searchText(row)
      if (
        !searched.text.includes(term) &&
        !labels.get(row.accountId)?.includes(term) &&
        !scriptNameOf(names, row)?.includes(term)
      )
        return false
    }
    for (const passes of filters) if (!passes(row)) return false
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
  const filterIds = Object.keys(b.filters) as FilterId[]
  const needs = new Set(filterIds.flatMap((id) => filterableOf(id).filterNeeds))
  if (b.query !== '') needs.add('accountLabels').add('scriptNames')
  return [...needs].some((part) => aContext[part] !== bContext[part])
}

/** Whether the new criteria exclude every row that the old ones do: the same filters, and the same words or longer ones. */
export function narrows(
  from: Criteria,
  fromContext: ListContext,
  to: Criteria,
  toContext: ListContext,
): boolean {
  if (matchesDiffer({ ...from, query: to.query }, fromContext, to, toContext)) return false
  const words = searchWords(to.query)
  return searchWords(from.query).every((term) => words.some((word) => word.includes(term)))
}
