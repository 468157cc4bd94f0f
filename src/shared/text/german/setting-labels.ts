import type { Translation } from '../catalogue'
import type { settingLabelsText } from '../setting-labels'

export const settingLabels: Translation<typeof settingLabelsText> = {
  heartbeatIntervalMs: 'Lebenszeichen, Sekunden',
  theme: 'Farbschema',
  density: 'Zeilen',
  clock: 'Uhrzeit',
  language: 'Sprache',
  notifications: 'Benachrichtigungen auf dem Desktop',
  sound: 'Ton',
  badge: 'Zahl auf dem Symbol',
  closeTo: 'Beim Schließen des Fensters',
  waitsBeforeSending: 'Vor dem Senden 5 Sekunden warten',
  updateChecks: 'Automatisch nach Updates suchen',
  autostart: 'Mit dem Computer starten',
  shortcuts: 'Tasten der Kurzbefehle',
  findShortcut: 'Befehlspalette von überall',
}
