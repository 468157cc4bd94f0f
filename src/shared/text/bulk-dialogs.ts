import { catalogue } from './catalogue'

/** What is asked before something is done to many sessions, and what became of it. */
export const bulkDialogsText = catalogue.area('bulkDialogs', {
  title: 'Bulk action',
  underWay: 'Bulk actions',
  progressOf: (what: string) => `Progress of ${what}`,
  disconnectingIn: (seconds: number) => `Disconnecting in ${seconds} s`,
  pause: 'Pause',
  resume: 'Resume',
  cancelDisconnect: 'Cancel disconnect',
  disconnectNow: 'Disconnect now',

  results: 'Results',
  session: 'Session',
  account: 'Account',
  action: 'Action',
  result: 'Result',
  retry: (actions: number) => `Retry ${catalogue.number(actions)} failed…`,
  reasonWas: (reason: string) => `Reason: ${reason}`,
  filter: 'Show',
  resultCount: (results: number) => catalogue.plural(results, { one: '# result', other: '# results' }),
  loading: 'Loading results…',
  noMatch: 'No matching results',

  disconnectAfter: 'Disconnect after',
  noWait: 'No wait',
  waitSeconds: (seconds: number) => catalogue.plural(seconds, { one: '# second', other: '# seconds' }),
  waitMinutes: (minutes: number) => catalogue.plural(minutes, { one: '# minute', other: '# minutes' }),
  reason: 'Reason',
  reasonHelp: 'Optional; kept in the action log.',
  tooLong: 'This is too long.',
  handlerTooLong: 'A handler name has at most 200 characters.',
  writeFirst: 'Write a message first',
  checking: 'Checking recipients…',
  confirm: (words: string) => `Type “${words}” to confirm`,

  variables: (names: string) => `Variables: ${names}`,
  /** After whom. */
  gets: 'gets:',
  unknownVariable: (name: string) => `Unknown variable ${name}.`,

  recipients: 'Recipients',
  noRecipients: 'No recipients',
  reaches: (sessions: number) =>
    catalogue.plural(sessions, { one: 'Reaches # session', other: 'Reaches # sessions' }),
  disconnectedAnyway: 'Sessions are disconnected even if their message fails.',
  sessionCount: (sessions: number) => catalogue.plural(sessions, { one: '# session', other: '# sessions' }),
  requestCount: (requests: number) => catalogue.plural(requests, { one: '# request', other: '# requests' }),
  reachesEveryone: 'One request reaches everyone, including anyone who joins before it is sent.',
  skipped: (sessions: number, why: string) => `${catalogue.number(sessions)} skipped: ${why}`,

  template: 'Template',
  templateName: 'Template name',
  chooseTemplate: 'Choose a template',
  noTemplate: 'No template saved yet',
  saveTemplate: 'Save as template…',
  renameTemplate: 'Rename template…',
  deleteTemplate: 'Delete template',
  back: 'Back',
})
