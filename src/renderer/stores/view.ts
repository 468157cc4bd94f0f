import { create } from 'zustand'
import type { Filter } from '../../shared/columns/column'
import {
  type ColumnId,
  columnIds,
  columns,
  type FilterId,
  usualColumnIds,
} from '../../shared/columns/columns'
import type { Place, Sort } from '../../shared/list/criteria'
import type { Relation } from '../../shared/list/related'
import { type KeptView, type PanelId, panelBounds, readKeptView, writeKeptView } from './kept-view'

/** How the person looks at the list; `query`, `place` and `related` are of this run only. */
export type View = KeptView & { query: string; place: Place | null; related: Relation | null }

/** How the person looks at the list now. */
export const useView = create<View>(() => ({ ...readKeptView(), query: '', place: null, related: null }))

/** Remembers the view from now on; returns how to stop. */
export const keepView = (): (() => void) => useView.subscribe(writeKeptView)

const set = useView.setState

/** Searches every field. */
export const setQuery = (query: string): void => set({ query })

/** Narrows the list to an account or a scope; `null` shows all. */
export const setPlace = (place: Place | null): void => set({ place })

/** Narrows the list to the sessions that share something; `null` shows all. */
export const setRelated = (related: Relation | null): void => set({ related })

/** Sorts by a column in that direction. */
export const sortIn = (column: ColumnId, direction: Sort['direction']): void =>
  set({ sort: { column, direction } })

/** Sorts by a column; again: the other way round. Times begin with the latest. */
export const sortBy = (column: ColumnId): void =>
  set(({ sort }) => ({
    sort: sort.column === column ? reversed(sort) : { column, direction: columns[column].firstDirection },
  }))

const reversed = ({ column, direction }: Sort): Sort => ({
  column,
  direction: direction === 'ascending' ? 'descending' : 'ascending',
})

const isEmpty = (filter: Filter): boolean =>
  filter.kind === 'text' ? filter.text.trim() === '' : filter.chosen.length === 0

/** Filters by a column or the provider; an empty filter takes it away. */
export const setFilter = (id: FilterId, filter: Filter): void =>
  set(({ filters }) => {
    const next = { ...filters }
    delete next[id]
    if (isEmpty(filter)) return { filters: next }
    const kept = filter.kind === 'text' ? filter : { kind: filter.kind, chosen: [...filter.chosen] }
    return { filters: { ...next, [id]: kept } }
  })

/** Lets one choice of a filter through, or no longer. */
export const toggleChoice = (id: FilterId, choice: string): void => {
  const filter = useView.getState().filters[id]
  const chosen = filter?.kind === 'choice' ? filter.chosen : []
  const next = chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice]
  setFilter(id, { kind: 'choice', chosen: next })
}

/** Whether anything keeps sessions out of the list. */
export const isNarrowed = ({ query, place, related, filters }: View): boolean =>
  query.trim() !== '' || place !== null || related !== null || Object.keys(filters).length > 0

/** Shows every session again. */
export const clearFilters = (): void => set({ query: '', place: null, related: null, filters: {} })

/** Shows or hides a column; the last one stays. A column that comes back takes its first place among the shown. */
export const toggleColumn = (column: ColumnId): void =>
  set(({ shownColumns }) => {
    if (!shownColumns.includes(column)) return { shownColumns: inserted(shownColumns, column) }
    return shownColumns.length === 1 ? {} : { shownColumns: shownColumns.filter((id) => id !== column) }
  })

function inserted(shown: readonly ColumnId[], column: ColumnId): ColumnId[] {
  const before = columnIds.slice(0, columnIds.indexOf(column))
  const at = Math.max(-1, ...before.map((id) => shown.indexOf(id))) + 1
  return [...shown.slice(0, at), column, ...shown.slice(at)]
}

/** Moves a column by `step` places. */
export const moveColumn = (column: ColumnId, step: -1 | 1): void =>
  set(({ shownColumns }) => {
    const from = shownColumns.indexOf(column)
    const to = from + step
    const other = shownColumns[to]
    if (from < 0 || other === undefined) return {}
    return {
      shownColumns: shownColumns.map((id, index) => (index === to ? column : index === from ? other : id)),
    }
  })

/** Puts a column on one side of another that is shown. */
export const putColumn = (column: ColumnId, other: ColumnId, side: 'before' | 'after'): void =>
  set(({ shownColumns }) => {
    const others = shownColumns.filter((id) => id !== column)
    const at = others.indexOf(other)
    if (at < 0 || others.length === shownColumns.length) return {}
    const to = side === 'before' ? at : at + 1
    return { shownColumns: [...others.slice(0, to), column, ...others.slice(to)] }
  })

/** Fixes the columns' widths, px. */
export const setColumnWidths = (widths: Partial<Record<ColumnId, number>>): void =>
  set(({ columnWidths }) => ({ columnWidths: { ...columnWidths, ...widths } }))

/** Choice, order and widths as on the first day. */
export const resetColumns = (): void => set({ shownColumns: [...usualColumnIds], columnWidths: null })

/** Takes over a whole view. */
export const takeView = (view: KeptView): void => set(view)

/** Sets the width of a side panel within its bounds, CSS px. */
export const setPanelWidth = (panel: PanelId, value: number): void =>
  set(({ panelWidths }) => {
    const { min, max } = panelBounds[panel]
    return { panelWidths: { ...panelWidths, [panel]: Math.min(max, Math.max(min, Math.round(value))) } }
  })

/** Folds the navigation to its icons, or unfolds it. */
export const toggleNavigation = (): void =>
  set(({ navigationCollapsed }) => ({ navigationCollapsed: !navigationCollapsed }))

/** Hides or shows the scopes of an account. */
export const toggleAccount = (accountId: string): void =>
  set(({ collapsedAccounts }) => ({
    collapsedAccounts: collapsedAccounts.includes(accountId)
      ? collapsedAccounts.filter((id) => id !== accountId)
      : [...collapsedAccounts, accountId],
  }))
