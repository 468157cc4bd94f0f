import type { actingText } from '../acting'
import { catalogue, type Translation } from '../catalogue'

export const acting: Translation<typeof actingText> = {
  gone: 'Diese Sitzung ist schon beendet. Es wurde nichts gesendet.',
  noMessage: (service) => `Bei ${service} gibt es keine Nachrichten an Sitzungen.`,
  noDisconnect: (service) => `Bei ${service} lassen sich Sitzungen nicht trennen.`,
  takesText: (service) => `${service} nimmt einen Text.`,
  takesHandler: (service) => `${service} nimmt den Aufruf eines Handlers.`,
  notWatchedNow:
    'Dieses Konto wird nicht mehr beobachtet, deshalb kann niemand sagen, ob die Sitzung beendet ist.',
  notToldByHeartbeats:
    'Das ließ sich nicht bestätigen: Kein Lebenszeichen hat rechtzeitig gezeigt, ob die Sitzung beendet ist. Spätere können es noch zeigen.',
  notToldByService:
    'Das ließ sich nicht bestätigen: Der Dienst wurde noch einmal gefragt, ob die Sitzung beendet ist, und seine Antwort sagt es nicht.',

  undone: 'Sie haben es rückgängig gemacht',
  leftByThen: 'die Sitzung war inzwischen beendet',
  keyRefused: 'der Dienst hat den Schlüssel nicht mehr angenommen',
  nobodyThere: 'der Dienst hat dort niemanden gefunden',
  nothingToSay: 'es gab nichts zu sagen',
  accountChanged: 'das Konto wurde geändert oder wird nicht mehr beobachtet',
  hadLeft: 'war schon beendet',
  somebodyElse: 'war beendet, und die ID gehört jetzt jemand anderem',
  beingDisconnected: 'wurde schon getrennt',
  notRecorded: 'konnte nicht ins Aktionsprotokoll geschrieben werden',
  stopped: 'vor dem Senden gestoppt',
  disconnectCancelled: 'die Trennung wurde abgebrochen',

  cannotMessage: (service) => `${service} kann keiner Sitzung eine Nachricht senden`,
  needsText: (service) => `${service} braucht eine Textnachricht`,
  needsHandler: (service) => `${service} braucht einen Handler-Aufruf`,
  doesNotReport: (service, variable) => `${service} meldet „${variable}“ nicht`,
  emptyText: 'der Text ist leer',
  tooLong: (most) => `der Text hat ausgefüllt mehr als ${catalogue.number(most)} Zeichen`,
  notWatched: 'das Konto wird nicht beobachtet',
  cannotDisconnect: (service) => `${service} kann keine Sitzung trennen`,
  disconnecting: 'wird schon getrennt',
  left: 'ist schon beendet',

  tooOld: 'Diese Auswahl ist zu alt. Wählen Sie die Sitzungen noch einmal aus.',
  oneOfEachKind: 'Geben Sie von jeder Art eine Nachricht an.',
  unknownVariable: (name) =>
    `Unbekannte Variable {${name}}. Für eine einfache Klammer geben Sie sie doppelt ein: {{ oder }}.`,
  enableFirst: 'Dieses Konto wird nicht beobachtet. Schalten Sie es zuerst ein.',
  unwatchedAccount: 'Ein Konto, das nicht beobachtet wird',
  sessions: (count) => catalogue.plural(count, { one: '# Sitzung', other: '# Sitzungen' }),
  outOfDate: 'Diese Vorschau ist veraltet. Prüfen Sie die Empfänger noch einmal und starten Sie dann.',
  noBulkAction: 'Diese Sammelaktion gibt es nicht.',
  nobody: 'Keine Empfänger.',
  typeToConfirm: (words) => `Geben Sie zur Bestätigung „${words}“ ein. Es wurde nichts gesendet.`,

  enabled: 'eingeschaltet',
  disabled: 'ausgeschaltet',
  newSource: (characters) => `neuer Quelltext, ${characters} Zeichen`,
  removed: 'endgültig entfernt',
  freeForAllOn: 'frei für alle: ein',
  freeForAllOff: 'frei für alle: aus',
  heartbeatOn: 'Lebenszeichen: ein',
  heartbeatOff: 'Lebenszeichen: aus',
  kickOutdatedOn: 'Veraltete hinauswerfen: ein',
  kickOutdatedOff: 'Veraltete hinauswerfen: aus',
  requireSessionsOn: 'nur mit Sitzung: ein',
  requireSessionsOff: 'nur mit Sitzung: aus',
  nameCleared: 'Name entfernt',
  newName: (name) => `Name „${name}“`,
}
