import { catalogue } from './catalogue'

/** Why the list of live sessions is empty, and what can be done about it. */
export const emptinessText = catalogue.area('emptiness', {
  querying: 'Querying the services',
  noAccountTitle: 'No account yet',
  noAccount: 'The live sessions of your accounts are listed here. SSH hosts are on the left.',
  noMatchTitle: 'No matching sessions',
  noMatch: (sessions: number) =>
    `None of the ${catalogue.number(sessions)} live sessions match your search and filters.`,
  allOff: 'All accounts are off',
  isOff: (account: string) => `${account} is off`,
  off: 'Accounts that are off aren’t polled.',
  pausedTitle: 'Paused',
  paused: 'Nothing is polled until you resume.',
  nobody: 'Nobody is online',
  nobodyRead: 'No one online in what could be read',
  offline: 'No connection',
  refused: 'Key not accepted',
  rateLimited: 'Rate limited',
  late: 'No usable answer',
  partial: 'Only partly read',
  unreachable: 'Couldn’t reach your services',
  othersElsewhere: 'The others are on the left.',
  showAll: 'Show all sessions',
  refresh: 'Refresh now',
  resume: 'Resume watching',
  openAccount: 'Open the account',
})
