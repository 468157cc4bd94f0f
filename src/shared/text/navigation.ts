import { catalogue } from './catalogue'

/** The navigation: accounts, what is done to everybody in them, and the switches below. */
export const navigationText = catalogue.area('navigation', {
  fold: 'Fold navigation',
  unfold: 'Unfold navigation',
  accounts: 'Accounts',
  demo: 'demo',
  fromFile: 'from file',
  live: (sessions: number) => `${catalogue.number(sessions)} live`,
  /** After how many. */
  liveWord: 'live',
  showAll: 'Show the sessions of all accounts',
  findPerson: 'Find a person',
  settings: 'Settings',

  showScopes: (account: string) => `Show scopes of ${account}`,
  hideScopes: (account: string) => `Hide scopes of ${account}`,
  edit: (account: string) => `Edit ${account}`,
  account: (account: string, health: string, sessions: number) =>
    `${account}: ${health}, ${catalogue.plural(sessions, { one: '# session', other: '# sessions' })}`,

  actionsFor: (name: string) => `Actions for ${name}`,
  messageEveryone: 'Message everyone…',
  disconnectEveryone: 'Disconnect everyone…',
  messageWaitDisconnect: 'Message, wait, disconnect…',

  pause: 'Pause watching',
  resume: 'Resume watching',
  mute: 'Mute notifications for 1 hour',
  unmute: 'Unmute notifications',
  mutedUntil: (time: string) => `Muted until ${time}. Press to unmute`,
})
