import { providerIds } from '../ids'
import { userText } from '../list/row-label'
import { type RowState, rowState, rowStates, seenAt } from '../list/row-state'
import { providerCatalog } from '../providers/catalog'
import { scriptNameOf } from '../script-names'
import { rowStateText } from '../text/row-state'
import { folded } from '../text-match'
import {
  type Choice,
  type Column,
  choiceColumn,
  choiceFilter,
  type Filterable,
  type TextColumn,
  textColumn,
  timeColumn,
} from './column'

/** The ranks by which states are sorted: those that need a look come first. */
const stateRanks: Readonly<Record<RowState, number>> = {
  disconnecting: 0,
  stale: 1,
  left: 2,
  unwatched: 2,
  live: 3,
}

const services: readonly Choice[] = providerIds.map((id) => ({ id, label: providerCatalog[id].name }))

/** No filter offers sessions that are no longer in the list: they are on screen for a moment only. */
const states = (): readonly Choice[] =>
  rowStates
    .filter((state) => state !== 'left' && state !== 'unwatched')
    .map((id) => ({ id, label: rowStateText[id].charAt(0).toUpperCase() + rowStateText[id].slice(1) }))

/**
 * The columns of the list, in their first order. What each of them looks like stands in the table's cells; the header,
 * filters, order, search and look-ups read the rest from here.
 */
export const columns = {
  user: textColumn('user', {
    share: 200,
    minWidth: 148,
    yields: 0,
    text: userText,
    isId: (row) => row.userName === null,
  }),
  account: choiceColumn('account', {
    share: 116,
    minWidth: 98,
    yields: 2,
    choices: (accounts) => accounts,
    choiceOf: (row) => row.accountId,
    says: (row, { accountLabels }) => accountLabels.get(row.accountId) ?? providerCatalog[row.provider].name,
    sortValue: (row, { accountLabels }) => folded(accountLabels.get(row.accountId) ?? ''),
    sortNeeds: ['accountLabels'],
  }),
  script: textColumn('script', {
    share: 144,
    minWidth: 108,
    yields: 4,
    text: (row, names) => scriptNameOf(names, row) ?? row.scriptId ?? row.machineName ?? row.machineId,
    isId: (row, names) =>
      row.scriptId === null ? row.machineName === null : scriptNameOf(names, row) === null,
    id: (row) => row.scriptId,
    needs: ['scriptNames'],
  }),
  place: textColumn('place', {
    share: 124,
    minWidth: 90,
    yields: 5,
    text: (row) => row.placeId ?? row.universeId,
    isId: () => true,
  }),
  job: textColumn('job', {
    share: 116,
    minWidth: 80,
    yields: 8,
    text: (row) => row.jobId,
    isId: () => true,
  }),
  universe: textColumn('universe', {
    share: 116,
    minWidth: 90,
    yields: 9,
    isExtra: true,
    text: (row) => row.universeId,
    isId: () => true,
  }),
  robloxId: textColumn('robloxId', {
    share: 108,
    minWidth: 90,
    yields: 10,
    isExtra: true,
    text: (row) => row.robloxId,
    isId: () => true,
  }),
  sessionId: textColumn('sessionId', {
    share: 116,
    minWidth: 80,
    yields: 11,
    isExtra: true,
    text: (row) => row.id,
    isId: () => true,
  }),
  status: textColumn('status', {
    share: 88,
    minWidth: 70,
    yields: 12,
    isExtra: true,
    text: (row) => row.status,
    isId: () => false,
  }),
  started: timeColumn('started', {
    share: 94,
    minWidth: 88,
    yields: 3,
    time: (row) => row.startedAt,
  }),
  beat: timeColumn('beat', {
    share: 68,
    minWidth: 68,
    yields: 6,
    time: (row) => row.lastBeatAt,
  }),
  seen: timeColumn('seen', {
    share: 68,
    minWidth: 68,
    yields: 7,
    isExtra: true,
    time: (row, { scopes }) => seenAt(row, scopes),
    needs: ['scopes'],
  }),
  state: choiceColumn('state', {
    share: 160,
    minWidth: 156,
    yields: 1,
    choices: states,
    choiceOf: (row, { scopes }) => rowState(row, scopes),
    says: (row, { scopes }) => rowStateText[rowState(row, scopes)],
    needs: ['scopes'],
    sortValue: (row, { scopes }) => stateRanks[rowState(row, scopes)],
    sortNeeds: ['scopes'],
  }),
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof columns

/** The columns that say a text. */
export type TextColumnId = {
  [K in ColumnId]: (typeof columns)[K] extends TextColumn ? K : never
}[ColumnId]

/** In their first order. */
export const columnIds = Object.keys(columns) as readonly ColumnId[]

/** Everything about a column, whichever it is. */
export const columnOf = (id: ColumnId): Column => columns[id]

/** Those that a new list shows. */
export const usualColumnIds = columnIds.filter((id) => !columnOf(id).isExtra)

/** What the rows can be filtered by: every column, and the service, which has none. */
export const filterables = {
  ...columns,
  provider: choiceFilter('service', {
    // Of the services, those that an account is at.
    choices: (accounts) => services.filter(({ id }) => accounts.some(({ provider }) => provider === id)),
    known: () => services,
    choiceOf: (row) => row.provider,
  }),
} as const satisfies Record<ColumnId | 'provider', Filterable>

export type FilterId = keyof typeof filterables

export const filterIds = Object.keys(filterables) as readonly FilterId[]

/** Everything about a filter, whichever it is. */
export const filterableOf = (id: FilterId): Filterable => filterables[id]
