import { catalogue, type Translation } from '../catalogue'
import type { watchRequestsText } from '../watch-requests'

export const watchRequests: Translation<typeof watchRequestsText> = {
  notWatchedLookup:
    'Dieses Konto wird zurzeit nicht beobachtet. Schalten Sie es ein und suchen Sie noch einmal.',
  notWatchedScripts:
    'Dieses Konto wird zurzeit nicht beobachtet. Schalten Sie es ein und versuchen Sie es noch einmal.',
  notWatchedLogs:
    'Dieses Konto wird zurzeit nicht beobachtet. Schalten Sie es ein und öffnen Sie die Protokolle noch einmal.',
  notWatchedStatistics:
    'Dieses Konto wird zurzeit nicht beobachtet. Schalten Sie es ein und öffnen Sie die Statistik noch einmal.',
  notWatchedTerminal:
    'Dieses Konto wird zurzeit nicht beobachtet. Schalten Sie es ein und öffnen Sie das Terminal noch einmal.',
  lookupStopped: 'Diese Suche wurde gestoppt.',
  incomplete: (why) =>
    `Nur die Liste des Kontos wurde durchsucht, und sie ist zurzeit nicht vollständig: ${why}`,
  noCounts: 'Dieser Dienst zählt Sitzungen nicht nach Skripten.',
  noScripts: 'Bei diesem Dienst lassen sich Skripte weder ansehen noch ändern.',
  noLogs: 'Dieser Dienst führt keine Protokolle seiner Sitzungen.',
  noStatistics: 'Dieser Dienst führt keine Statistik.',
  noTerminals: 'Dieser Dienst hat keine Terminals.',
  gone: 'Diese Sitzung ist schon beendet.',

  curlNotWatched: 'Diese Sitzung oder ihr Konto wird zurzeit nicht beobachtet.',
  curlTooOld: 'Diese Vorschau ist zu alt. Sehen Sie nach, wen sie jetzt erreicht, und kopieren Sie sie dann.',
  curlNothing: 'Dafür wird beim Dienst nichts angefragt.',
  curlTooMany: (requests, most) =>
    `Das sind ${catalogue.number(requests)} Anfragen; als curl gibt es höchstens ${catalogue.number(most)}. Wählen Sie weniger Sitzungen.`,
}
