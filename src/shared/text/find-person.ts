import { catalogue } from './catalogue'

/** The search for a person, over all accounts. */
export const findPersonText = catalogue.area('findPerson', {
  title: 'Find a person',
  find: 'Find',
  field: 'Discord ID, key, user name, hardware ID, Roblox ID or job',
  fieldHelp: 'Paste it as is. Quotes and <@…> are stripped.',
  filledByLink: 'Filled in by a link. Nothing is queried until you press Find.',

  sessions: 'Sessions',
  sessionCount: (sessions: number) => catalogue.plural(sessions, { one: '# session', other: '# sessions' }),
  noSession: 'No session',
  asking: 'None in the list; querying the services…',
  nobody: 'No one matching this is online.',
  messageAll: 'Message all…',
  disconnectAll: 'Disconnect all…',
  similar: 'Similar sessions',
  similarCount: (sessions: number) =>
    catalogue.plural(sessions, {
      one: '# session with this in a name or an ID',
      other: '# sessions with this in a name or an ID',
    }),
  otherSimilarCount: (sessions: number) =>
    catalogue.plural(sessions, {
      one: '# other session with this in a name or an ID',
      other: '# other sessions with this in a name or an ID',
    }),
  firstSimilar: (shown: number) =>
    `These are the first ${catalogue.number(shown)}. The search of the list finds all of them.`,
  ended: 'Ended sessions',
  endedCount: (sessions: number) =>
    catalogue.plural(sessions, { one: '# ended session', other: '# ended sessions' }),
  latestEnded: (shown: number, sessions: number) =>
    `The latest ${catalogue.number(shown)} of ${catalogue.number(sessions)} ended sessions`,

  openDetails: 'Open details',
  /** Before how long ago. */
  started: 'started',
  left: 'left',
  watchedUntil: 'watched until',
  notInList: 'not in the list',

  accounts: 'Accounts',
  /** `how`: by what, such as `by key`. */
  queried: (how: string, said: string) => `Queried ${how}: ${said}`,
  searching: 'searching…',
  firstSessions: (sessions: number) =>
    catalogue.plural(sessions, { one: 'the first # session', other: 'the first # sessions' }),
  unknownThere: 'not known there',

  actions: 'Actions',
  noActions: 'No actions yet',
})
