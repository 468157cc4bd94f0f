import { catalogue } from './catalogue'

/** Look-ups, and what they find. */
export const lookupText = catalogue.area('lookup', {
  title: 'Look up',
  emptyTitle: 'No active accounts',
  emptyAbout: 'Look-ups query the service of an account.',
  emptyRemedy: 'Add one, or turn one on.',
  account: 'Account',
  lookUp: 'Look up',
  idleTitle: 'Look someone up',
  idle: 'Queries the service directly, so it also finds sessions you don’t watch.',
  notFound: 'Not found',
  asking: 'Asking…',
  querying: 'Querying the service',
  result: 'Result',
  found: 'Sessions found',
  sessions: (sessions: number) => catalogue.plural(sessions, { one: '# session', other: '# sessions' }),
  firstSessions: (sessions: number) => `The first ${catalogue.number(sessions)} sessions; there are more`,
  firstOf: (sessions: number, total: number) =>
    `The first ${catalogue.number(sessions)} of ${catalogue.number(total)} sessions`,
  atMost: (sessions: number) =>
    `A look-up lists at most ${catalogue.number(sessions)}: ask for fewer to see the others.`,
  othersUnread: (why: string) => `The others could not be read: ${why}`,
  unread: (rows: number) =>
    catalogue.plural(rows, { one: '# row could not be read.', other: '# rows could not be read.' }),
  noneTitle: 'No sessions found',
  none: 'The service has no session that matches this.',
})
