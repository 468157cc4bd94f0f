import type { Translation } from '../catalogue'
import type { healthSignsText } from '../health-signs'

export const healthSigns: Translation<typeof healthSignsText> = {
  starting: 'fragt an',
  live: 'live',
  partial: 'lückenhaft',
  late: 'verspätet',
  'rate-limited': 'gedrosselt',
  refused: 'abgelehnt',
  offline: 'offline',
  paused: 'angehalten',
  off: 'aus',
  noKey: 'kein Schlüssel',
  removedAccount: 'Ein entferntes Konto',
  notPolledYet: 'Noch nicht abgefragt.',
  isOff: 'Ausgeschaltet. Wird nicht abgefragt.',
  unread: 'Nicht lesbar',
  script: (id) => `Skript ${id}`,
  copyHeartbeat: 'Lebenszeichen als curl kopieren',
  copyHeartbeatOf: (scope) => `Lebenszeichen von ${scope} als curl kopieren`,
}
