import { catalogue, type Translation } from '../catalogue'
import type { filesText } from '../files'

const sessionCount = (sessions: number) =>
  catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' })

export const files: Translation<typeof filesText> = {
  details: 'Details exportieren',
  allFields: 'Alle Felder dieser Sitzung',
  withPersonalFields: 'Mit persönlichen Feldern wie Schlüsseln, HWIDs und Adressen',
  sessions: 'Sitzungen exportieren',
  allListed: (sessions) => `Alle aufgelisteten Sitzungen (${sessionCount(sessions)})`,
  selection: (sessions) => `Die Auswahl (${sessionCount(sessions)})`,
  withPersonal: 'Mit Schlüsseln, HWIDs und IP-Adressen',
  what: 'Was',
  format: 'Format',
  csv: 'CSV, für eine Tabellenkalkulation',
  json: 'JSON, für ein Programm',
  presenting: 'Präsentationsmodus:',
  masked:
    'Die Datei ist so verdeckt wie der Bildschirm. Namen sind Platzhalter; Schlüssel, HWIDs, Adressen und Texte fehlen oder sind Punkte. Schalten Sie den Modus aus, um zu exportieren, wofür sie stehen.',
  tooLarge:
    'Das ist zu groß für eine Datei. Filtern Sie, zum Beispiel nach Zeitraum, und exportieren Sie es in Teilen.',
}
