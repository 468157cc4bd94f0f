import { catalogue } from './catalogue'

/** The list of live sessions: its search, filters, columns and rows, and how fresh it is. */
export const sessionListText = catalogue.area('sessionList', {
  title: 'Sessions',
  table: 'Live sessions',
  session: 'Session',
  column: 'Column',
  search: 'Search sessions',
  hits: (matched: number, total: number) => `${catalogue.number(matched)} of ${catalogue.number(total)}`,
  export: 'Export sessions…',
  addAccount: 'Add account',
  accountsFromConfig: 'Accounts of this run come from its config file',
  accountsOfDemo: 'The demo workspace has its own accounts',
  waiting: (sessions: number) => `${catalogue.number(sessions)} new`,
  showWaiting: 'Show them now',

  filters: 'Filters',
  removeFilter: (what: string) => `Remove filter: ${what}`,
  clearFilters: 'Clear',
  showAll: 'Show all sessions',
  filterColumn: (column: string) => `Filter ${column}`,
  changeFilter: (column: string) => `Change filter of ${column}`,
  contains: 'Contains',
  containsHint: 'Contains…',
  clearFilter: 'Clear filter',

  columns: 'Columns',
  moveColumnLeft: (column: string) => `Move ${column} left`,
  moveColumnRight: (column: string) => `Move ${column} right`,
  alreadyFirst: 'Already first',
  alreadyLast: 'Already last',
  columnsHidden: 'Columns that don’t fit are hidden.',
  resetColumns: 'Reset columns',
  sortAscending: 'Sort ascending',
  sortDescending: 'Sort descending',
  fitColumn: 'Fit to its text',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  hideColumn: (column: string) => `Hide ${column.toLowerCase()}`,

  hasLeft: 'This session has left',
  openDetails: 'Open details',
  logs: 'Logs…',
  message: (sessions: number) =>
    catalogue.plural(sessions, { one: 'Message…', other: 'Message # sessions…' }),
  disconnect: (sessions: number) =>
    catalogue.plural(sessions, { one: 'Disconnect…', other: 'Disconnect # sessions…' }),
  messageThenDisconnect: 'Message, wait, disconnect…',
  copyCell: (column: string) => `Copy ${column.toLowerCase()}`,
  copyRows: (rows: number) => catalogue.plural(rows, { one: 'Copy row', other: 'Copy # rows' }),
  copyIds: (sessions: number) =>
    catalogue.plural(sessions, { one: 'Copy session ID', other: 'Copy # session IDs' }),
  copyRobloxId: 'Copy Roblox ID',
  showInList: 'Show in the list',
  showAccount: 'Show only this account',
  tooManyRows: (most: number) =>
    `Only ${catalogue.number(most)} rows can be copied at once. Export the sessions instead.`,
  nothingCopied: 'Nothing was copied: these sessions are no longer listed.',

  selection: 'Selection',
  /** After how many. */
  selected: 'selected',
  clearSelection: 'Clear selection',
  select: 'Add to the selection',
  deselect: 'Drop from the selection',
  actionsForAll: (sessions: number) => `Actions for all ${catalogue.number(sessions)}…`,
  actionsForAllTooltip: 'Message or disconnect everyone shown',
  /** A command that asks for more before it does anything. */
  asking: (command: string) => `${command}…`,

  yours: 'yours',
  yoursTooltip: 'A terminal in this window runs in it',
  helpLive: 'Listed by the latest heartbeat',
  helpStale: 'No recent answer lists it: nobody can say whether it is still there',
  helpLeft: 'No longer listed',
  helpNotWatched: 'Nobody asks about it any more: it may well be there',
  helpDisconnecting: 'Being disconnected; a heartbeat will confirm it',
  helpDisconnectingFor: (span: string) => `Being disconnected; the service may go on listing it for ${span}`,

  noData: 'No data yet',
  updated: (span: string) => `Updated ${span} ago`,
  pausedSign: 'paused',
  paused: 'Paused. Not polling.',
  restartingSign: 'restarting',
  restarting: 'The watcher stopped and is being restarted',
  silent: (scopes: number) =>
    catalogue.plural(scopes, { one: 'Waiting for # scope', other: 'Waiting for # scopes' }),
  troubled: (sources: number) => `${catalogue.number(sources)} sources have problems.`,
  sweep: (scope: string, read: number) => `${scope}: read ${catalogue.number(read)}`,
  sweepOf: (scope: string, read: number, total: number) =>
    `${scope}: read ${catalogue.number(read)} of ${catalogue.number(total)}`,
})
