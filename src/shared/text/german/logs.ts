import { catalogue, type Translation } from '../catalogue'
import type { logsText } from '../logs'

export const logs: Translation<typeof logsText> = {
  title: 'Sitzungsprotokoll',
  onMachine: (machine) => `auf ${machine}`,
  viewer: 'Anzeige',
  view: 'Ansicht des Protokolls',
  entries: 'Einträge',
  text: 'Text',
  find: 'Im Protokoll suchen',
  noHits: 'keine',
  hits: (current, found) => `${current} von ${found}`,
  moreHits: (current, found) => `${current} von ${found}+`,
  coveredTitle: 'Das Protokoll ist verdeckt',
  covered:
    'Der Präsentationsmodus ist an, und Namen und Adressen in Eingaben und Ausgaben lassen sich nicht verdecken.',
  showFirst: 'Präsentationsmodus: erst das Protokoll anzeigen',
  loading: 'Protokoll wird geladen',
  emptyTitle: 'Noch kein Protokoll',
  empty:
    'In dieser Sitzung wurde nichts eingegeben oder ausgegeben, oder ihr Dienst bewahrt nichts davon auf.',
  linesLeft: (lines) =>
    catalogue.plural(lines, {
      one: '# frühere Zeile wird nicht angezeigt. „Kopieren“ und „Speichern“ nehmen alle.',
      other: '# frühere Zeilen werden nicht angezeigt. „Kopieren“ und „Speichern“ nehmen alle.',
    }),
  logs: 'Protokoll',
  nothingYet: 'Noch nichts zum Kopieren oder Speichern da',
  lineCount: (lines) => catalogue.plural(lines, { one: '# Zeile', other: '# Zeilen' }),
  entryCount: (entries) => catalogue.plural(entries, { one: '# Eintrag', other: '# Einträge' }),
}
