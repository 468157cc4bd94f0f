import type { actionLogText } from '../action-log'
import { catalogue, type Translation } from '../catalogue'

const actionCount = (actions: number) => catalogue.plural(actions, { one: '# Aktion', other: '# Aktionen' })

export const actionLog: Translation<typeof actionLogText> = {
  title: 'Aktionsprotokoll',
  actions: 'Aktionen',
  actionCount,
  selected: (actions) => `${catalogue.number(actions)} ausgewählt`,
  waiting: (actions) => `${catalogue.number(actions)} neu`,
  showWaiting: 'Jetzt anzeigen',
  unreadTitle: 'Das Protokoll lässt sich nicht lesen',
  loading: 'Protokoll wird geladen',
  noMatchTitle: 'Keine passenden Aktionen',
  noMatch:
    'Suchen Sie nach einem Namen, einem Konto, einem Text oder einem Grund, oder nach einem ganzen Schlüssel, einer HWID, einer Discord-ID oder einem Job.',
  clearFilters: 'Filter zurücksetzen',
  emptyTitle: 'Noch keine Aktionen',
  empty:
    'Jede Nachricht, jede Trennung und jede Änderung eines Skripts wird vor dem Senden hier festgehalten, samt dem, was daraus wurde.',

  search: 'Im Protokoll suchen',
  found: (actions) => `${catalogue.number(actions)} gefunden`,
  clear: 'Zurücksetzen',
  export: 'Protokoll exportieren …',
  exportWord: 'Exportieren …',
  nothingToExport: 'Nichts zu exportieren',
  exportTitle: 'Aktionsprotokoll exportieren',
  exportAll: (actions) => `Alle passenden Aktionen (${actionCount(actions)})`,
  exportSelection: (actions) => `Die Auswahl (${actionCount(actions)})`,

  time: 'Zeit',
  account: 'Konto',
  action: 'Aktion',
  target: 'Ziel',
  outcome: 'Ergebnis',
  sent: 'Gesendet',
  reason: 'Grund',
  bulkAction: 'Sammelaktion',
  requested: 'Angefordert',
  answer: 'Antwort',
  copyAnswer: 'Antwort',
  to: 'An',
  showBulkAction: 'Sammelaktion anzeigen',
  showSession: 'Sitzung anzeigen',
  notListed: 'Diese Sitzung ist nicht mehr in der Liste',

  period: 'Zeitraum',
  anyTime: 'Jederzeit',
  lastDay: 'Letzte 24 Stunden',
  lastWeek: 'Letzte 7 Tage',
  lastMonth: 'Letzte 30 Tage',

  inProgress: 'Läuft noch',
  done: 'Erledigt',
  cameBack: 'Zurückgekommen',
  stillListed: 'Noch in der Liste',
  notProcessed: 'Nicht verarbeitet',
  failed: 'Fehlgeschlagen',
  unknown: 'Ergebnis unbekannt',
  notSent: 'Nicht gesendet',

  batchRunning: 'Läuft',
  batchPaused: 'Angehalten',
  batchCounting: 'Countdown läuft',
  batchStopping: 'Wird gestoppt',
  batchStopped: 'Gestoppt',
  batchDone: 'Erledigt',
  batchInterrupted: 'Unterbrochen: Sessiondeck wurde mittendrin beendet',
  doneCount: (actions) => `${catalogue.number(actions)} erledigt`,
  failedCount: (actions) => `${catalogue.number(actions)} fehlgeschlagen`,
  unknownCount: (actions) => `${catalogue.number(actions)} unbekannt`,
  unsentCount: (actions) => `${catalogue.number(actions)} nicht gesendet`,
  sendingCount: (actions) => `${catalogue.number(actions)} unterwegs`,
  plannedCount: (actions) => `${catalogue.number(actions)} wartend`,
  progress: (state, counts, actions) =>
    `${state}. Von ${catalogue.number(actions)}: ${counts || 'noch nichts'}.`,
}
