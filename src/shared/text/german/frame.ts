import type { Translation } from '../catalogue'
import type { frameText } from '../frame'

export const frame: Translation<typeof frameText> = {
  sessions: 'Sitzungen',
  lookup: 'Nachschlagen',
  scripts: 'Skripte',
  machines: 'Maschinen',
  log: 'Aktionsprotokoll',
  terminals: 'Terminals',

  sections: 'Bereiche',
  navigation: 'Navigation',
  details: 'Details',
  navigationWidth: 'Breite der Navigation',
  detailsWidth: 'Breite der Details',
  skip: 'Überspringen',
  skipTo: (section) => `Direkt zu: ${section}`,
  skipToList: 'Direkt zur Liste',
  notifications: 'Mitteilungen',

  stopped: (part) => `${part}: ausgefallen`,
  dialogStopped: 'Der Dialog ist ausgefallen',
  navigationStopped: 'Die Navigation ist ausgefallen',
  terminalsStopped: 'Die Terminals sind ausgefallen',
  detailsStopped: 'Die Details sind ausgefallen',
  ownFault: (message) =>
    `Das ist ein Fehler von Sessiondeck, nicht von einem Dienst; die Beobachtung läuft weiter. Die Meldung: ${message}`,
  unknownError: 'Unbekannter Fehler',

  linkWaits:
    'Ein Link fragt nach einer Person. Schließen Sie, was offen ist, und öffnen Sie den Link dann noch einmal.',
  linkNotListed:
    'Die Sitzung aus dem Link steht nicht in Ihrer Liste: Sie ist vorbei, oder keines Ihrer Konten beobachtet sie.',
}
