import type { Translation } from '../catalogue'
import type { updatesText } from '../updates'

export const updates: Translation<typeof updatesText> = {
  title: 'Updates',
  banner: 'Update',
  whatsNew: 'Neuerungen',
  checked: 'Zuletzt gesucht',
  checksHelp:
    'Beim Start von Sessiondeck und alle 6 Stunden. Über Sie oder diesen Computer wird nichts gesendet, und heruntergeladen wird erst, wenn Sie es sagen.',

  releasing: (version) =>
    `Version ${version} wird schrittweise veröffentlicht. Sie wird hier bald angeboten.`,
  notChecked: 'Noch nicht gesucht.',
  newest: 'Sie haben die neueste Version.',
  checking: 'Updates werden gesucht …',
  available: (version, size) => `Version ${version} ist verfügbar (${size}).`,
  availableByHand: (version) =>
    `Version ${version} ist verfügbar. Diese Art von Paket kann sich nicht selbst aktualisieren.`,
  downloading: (version) => `Version ${version} wird heruntergeladen …`,
  ready: (version) =>
    `Version ${version} ist heruntergeladen. Starten Sie Sessiondeck neu, um sie zu nutzen.`,
  installing: (version) =>
    `Version ${version} wird installiert. Ihr System fragt vielleicht nach Ihrem Passwort.`,
  megabytes: (count) => `${count} MB`,
  progress: 'Fortschritt des Downloads',
  progressOf: (megabytes, size) => `${megabytes} von ${size}`,

  check: 'Nach Updates suchen',
  download: 'Herunterladen',
  openPage: 'Downloadseite öffnen',
  restart: 'Jetzt neu starten',
}
