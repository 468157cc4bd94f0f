import { catalogue, type Translation } from '../catalogue'
import type { navigationText } from '../navigation'

export const navigation: Translation<typeof navigationText> = {
  fold: 'Navigation einklappen',
  unfold: 'Navigation ausklappen',
  accounts: 'Konten',
  demo: 'Demo',
  fromFile: 'aus Datei',
  live: (sessions) => `${catalogue.number(sessions)} live`,
  liveWord: 'live',
  showAll: 'Sitzungen aller Konten anzeigen',
  findPerson: 'Jemanden finden',
  settings: 'Einstellungen',

  showScopes: (account) => `Bereiche von ${account} anzeigen`,
  hideScopes: (account) => `Bereiche von ${account} ausblenden`,
  edit: (account) => `${account} bearbeiten`,
  account: (account, health, sessions) =>
    `${account}: ${health}, ${catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' })}`,

  actionsFor: (name) => `Aktionen für ${name}`,
  messageEveryone: 'Nachricht an alle …',
  disconnectEveryone: 'Alle trennen …',
  messageWaitDisconnect: 'Nachricht, warten, trennen …',

  pause: 'Beobachtung anhalten',
  resume: 'Beobachtung fortsetzen',
  mute: 'Benachrichtigungen 1 Stunde stummschalten',
  unmute: 'Benachrichtigungen wieder einschalten',
  mutedUntil: (time) => `Stumm bis ${time}. Klicken schaltet sie wieder ein`,
}
