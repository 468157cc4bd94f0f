import type { bulkDialogsText } from '../bulk-dialogs'
import { catalogue, type Translation } from '../catalogue'

export const bulkDialogs: Translation<typeof bulkDialogsText> = {
  title: 'Sammelaktion',
  underWay: 'Sammelaktionen',
  progressOf: (what) => `Fortschritt: ${what}`,
  disconnectingIn: (seconds) => `Trennung in ${seconds} s`,
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  cancelDisconnect: 'Trennung abbrechen',
  disconnectNow: 'Jetzt trennen',

  results: 'Ergebnisse',
  session: 'Sitzung',
  account: 'Konto',
  action: 'Aktion',
  result: 'Ergebnis',
  retry: (actions) =>
    catalogue.plural(actions, {
      one: '# fehlgeschlagene wiederholen …',
      other: '# fehlgeschlagene wiederholen …',
    }),
  reasonWas: (reason) => `Grund: ${reason}`,
  filter: 'Anzeigen',
  resultCount: (results) => catalogue.plural(results, { one: '# Ergebnis', other: '# Ergebnisse' }),
  loading: 'Ergebnisse werden geladen …',
  noMatch: 'Keine passenden Ergebnisse',

  disconnectAfter: 'Trennen nach',
  noWait: 'Ohne Wartezeit',
  waitSeconds: (seconds) => catalogue.plural(seconds, { one: '# Sekunde', other: '# Sekunden' }),
  waitMinutes: (minutes) => catalogue.plural(minutes, { one: '# Minute', other: '# Minuten' }),
  reason: 'Grund',
  reasonHelp: 'Freiwillig; steht dann im Aktionsprotokoll.',
  tooLong: 'Das ist zu lang.',
  handlerTooLong: 'Der Name eines Handlers hat höchstens 200 Zeichen.',
  writeFirst: 'Schreiben Sie erst eine Nachricht',
  checking: 'Empfänger werden geprüft …',
  confirm: (words) => `Geben Sie zur Bestätigung „${words}“ ein`,

  variables: (names) => `Variablen: ${names}`,
  gets: 'erhält:',
  unknownVariable: (name) => `Unbekannte Variable ${name}.`,

  recipients: 'Empfänger',
  noRecipients: 'Keine Empfänger',
  reaches: (sessions) =>
    catalogue.plural(sessions, { one: 'Erreicht # Sitzung', other: 'Erreicht # Sitzungen' }),
  disconnectedAnyway: 'Sitzungen werden auch getrennt, wenn ihre Nachricht fehlschlägt.',
  sessionCount: (sessions) => catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' }),
  requestCount: (requests) => catalogue.plural(requests, { one: '# Anfrage', other: '# Anfragen' }),
  reachesEveryone: 'Eine einzige Anfrage erreicht alle, auch wer noch dazukommt, bevor sie gesendet wird.',
  skipped: (sessions, why) => `${catalogue.number(sessions)} übersprungen: ${why}`,

  template: 'Vorlage',
  templateName: 'Name der Vorlage',
  chooseTemplate: 'Vorlage auswählen',
  noTemplate: 'Noch keine Vorlage gespeichert',
  saveTemplate: 'Als Vorlage speichern …',
  renameTemplate: 'Vorlage umbenennen …',
  deleteTemplate: 'Vorlage löschen',
  back: 'Zurück',
}
