import { catalogue } from './catalogue'

/** How a source is doing, in one word, and what is said of it where there is more room. */
export const healthSignsText = catalogue.area('healthSigns', {
  starting: 'asking',
  live: 'live',
  partial: 'partial',
  late: 'late',
  'rate-limited': 'rate-limited',
  refused: 'refused',
  offline: 'offline',
  paused: 'paused',
  off: 'off',
  noKey: 'no key',
  removedAccount: 'A removed account',
  notPolledYet: 'Not polled yet.',
  isOff: 'Off. Not polling.',
  unread: 'Couldn’t read',
  script: (id: string) => `Script ${id}`,
  copyHeartbeat: 'Copy heartbeat as curl',
  copyHeartbeatOf: (scope: string) => `Copy heartbeat of ${scope} as curl`,
})
