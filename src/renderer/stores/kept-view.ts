import type { Filter } from '../../shared/columns/column'
import {
  type ColumnId,
  columnIds,
  type FilterId,
  filterables,
  filterIds,
  usualColumnIds,
} from '../../shared/columns/columns'
import type { Filters, Sort } from '../../shared/list/criteria'
import { type GridWidths, maxColumnWidth } from '../components/grid/grid-columns'
import { isOneOf, isRecord, isText, isWithin, storedRecord } from '../lib/checks'

/** Bounds of the side panels' widths, CSS px. */
export const panelBounds = {
  navigation: { min: 180, max: 360, default: 232 },
  details: { min: 300, max: 640, default: 372 },
} as const
export type PanelId = keyof typeof panelBounds

/** What is remembered of a view from run to run. */
export type KeptView = {
  shownColumns: readonly ColumnId[]
  /** `null`: the columns share the space. */
  columnWidths: GridWidths<ColumnId>
  sort: Sort
  filters: Filters
  panelWidths: Readonly<Record<PanelId, number>>
  navigationCollapsed: boolean
  collapsedAccounts: readonly string[]
}

const storageName = 'sessiondeck.view'
const leastColumnWidth = 40

/** Reads what the last run remembered. */
export const readKeptView = (): KeptView => keptViewOf(storedRecord(storageName))

/** A view as it was kept. Each field falls back on its own: one bad value does not cost the others. */
export function keptViewOf(kept: Readonly<Record<string, unknown>>): KeptView {
  const panels = isRecord(kept.panelWidths) ? kept.panelWidths : {}
  return {
    shownColumns: isColumns(kept.shownColumns) ? kept.shownColumns : [...usualColumnIds],
    columnWidths: isWidths(kept.columnWidths) ? kept.columnWidths : null,
    sort: isSort(kept.sort) ? kept.sort : { column: 'started', direction: 'descending' },
    filters: isFilters(kept.filters) ? kept.filters : {},
    panelWidths: {
      navigation: panelWidth('navigation', panels.navigation),
      details: panelWidth('details', panels.details),
    },
    navigationCollapsed: kept.navigationCollapsed === true,
    collapsedAccounts: isTexts(kept.collapsedAccounts) ? kept.collapsedAccounts : [],
  }
}

/** What is kept of a view: all but what is of this run only. */
export function keptPartOf(view: KeptView): KeptView {
  const { shownColumns, columnWidths, sort, filters, panelWidths, navigationCollapsed, collapsedAccounts } =
    view
  return {
    shownColumns,
    columnWidths,
    sort,
    filters,
    panelWidths,
    navigationCollapsed,
    collapsedAccounts,
  }
}

/** Remembers a view. */
export const writeKeptView = (view: KeptView): void =>
  globalThis.localStorage.setItem(storageName, JSON.stringify(keptPartOf(view)))

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

const isColumns = (value: unknown): value is ColumnId[] =>
  Array.isArray(value) && value.length > 0 && value.every((id) => isOneOf(id, columnIds))

const isWidths = (value: unknown): value is NonNullable<KeptView['columnWidths']> =>
  isRecord(value) &&
  Object.entries(value).every(
    ([id, width]) => isOneOf(id, columnIds) && isWithin(width, leastColumnWidth, maxColumnWidth),
  )

const isSort = (value: unknown): value is Sort =>
  isRecord(value) && isOneOf(value.column, columnIds) && isOneOf(value.direction, ['ascending', 'descending'])

/** Whether a saved filter fits its column: one by text only a column of texts, one by choice any column. */
const isFilter = (id: FilterId, value: unknown): value is Filter =>
  isRecord(value) &&
  (value.kind === 'text'
    ? filterables[id].filterKind === 'text' && isText(value.text)
    : value.kind === 'choice' && isTexts(value.chosen))

const isFilters = (value: unknown): value is Filters =>
  isRecord(value) &&
  Object.entries(value).every(([id, filter]) => isOneOf(id, filterIds) && isFilter(id, filter))

function panelWidth(panel: PanelId, value: unknown): number {
  const { min, max, default: usual } = panelBounds[panel]
  return isWithin(value, min, max) ? value : usual
}
