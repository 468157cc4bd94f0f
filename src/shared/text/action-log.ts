import { catalogue } from './catalogue'

const actionCount = (actions: number) => catalogue.plural(actions, { one: '# action', other: '# actions' })

/** The record of every action. */
export const actionLogText = catalogue.area('actionLog', {
  title: 'Action log',
  actions: 'Actions',
  actionCount,
  selected: (actions: number) => `${catalogue.number(actions)} selected`,
  waiting: (actions: number) => `${catalogue.number(actions)} new`,
  showWaiting: 'Show them now',
  unreadTitle: 'The log cannot be read',
  loading: 'Loading the log',
  noMatchTitle: 'No matching actions',
  noMatch:
    'Search for a name, an account, a text or a reason; or for a whole key, hardware id, Discord id or job.',
  clearFilters: 'Clear filters',
  emptyTitle: 'No actions yet',
  empty:
    'Every message, disconnect and change of a script is recorded here before it is sent, with what became of it.',

  search: 'Search the log',
  found: (actions: number) => `${catalogue.number(actions)} found`,
  clear: 'Clear',
  export: 'Export the log…',
  exportWord: 'Export…',
  nothingToExport: 'Nothing to export',
  exportTitle: 'Export the action log',
  exportAll: (actions: number) => `All matching actions (${actionCount(actions)})`,
  exportSelection: (actions: number) => `The selection (${actionCount(actions)})`,

  time: 'Time',
  account: 'Account',
  action: 'Action',
  target: 'Target',
  outcome: 'Outcome',
  sent: 'Sent',
  reason: 'Reason',
  bulkAction: 'Bulk action',
  requested: 'Requested',
  answer: 'Answer',
  copyAnswer: 'answer',
  /** Before whom it was for. */
  to: 'To',
  showBulkAction: 'Show bulk action',
  showSession: 'Show session',
  notListed: 'This session is no longer listed',

  period: 'Period',
  anyTime: 'Any time',
  lastDay: 'Last 24 hours',
  lastWeek: 'Last 7 days',
  lastMonth: 'Last 30 days',

  inProgress: 'In progress',
  done: 'Done',
  cameBack: 'Came back',
  stillListed: 'Still listed',
  notProcessed: 'Not processed',
  failed: 'Failed',
  unknown: 'Outcome unknown',
  notSent: 'Not sent',

  batchRunning: 'Running',
  batchPaused: 'Paused',
  batchCounting: 'Counting down',
  batchStopping: 'Stopping',
  batchStopped: 'Stopped',
  batchDone: 'Done',
  batchInterrupted: 'Interrupted: Sessiondeck ended in the middle',
  doneCount: (actions: number) => `${catalogue.number(actions)} done`,
  failedCount: (actions: number) => `${catalogue.number(actions)} failed`,
  unknownCount: (actions: number) => `${catalogue.number(actions)} unknown`,
  unsentCount: (actions: number) => `${catalogue.number(actions)} not sent`,
  sendingCount: (actions: number) => `${catalogue.number(actions)} on the way`,
  plannedCount: (actions: number) => `${catalogue.number(actions)} waiting`,
  /** A state, and what became of some of its actions. */
  progress: (state: string, counts: string, actions: number) =>
    `${state}. ${counts || 'Nothing'} of ${catalogue.number(actions)}.`,
})
