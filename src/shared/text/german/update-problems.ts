import type { Translation } from '../catalogue'
import type { updateProblemsText } from '../update-problems'

export const updateProblems: Translation<typeof updateProblemsText> = {
  noSignedList:
    'Der Update-Server hat mit etwas geantwortet, das keine signierte Liste von Versionen ist. Es wurde nichts heruntergeladen. Ein Netzwerk, das eine Anmeldung verlangt, antwortet so; versuchen Sie es sonst später noch einmal.',
  wronglySigned:
    'Die Liste der Versionen ist nicht vom Hersteller von Sessiondeck signiert oder wurde unterwegs verändert. Es wurde nichts heruntergeladen.',
  unreadable:
    'Die Liste der Versionen ist in einer Form geschrieben, die diese Version nicht versteht. Es wurde nichts heruntergeladen. Holen Sie die neueste Version von der Download-Seite von Sessiondeck.',
  unreachable:
    'Der Update-Server ist nicht erreichbar. Prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.',
  tooLarge:
    'Die Antwort des Update-Servers ist viel zu lang für eine Liste von Versionen. Es wurde nichts heruntergeladen.',
  refused: (status) =>
    `Der Update-Server hat mit Fehler ${status} geantwortet. Versuchen Sie es später noch einmal.`,
  anotherFile:
    'Die heruntergeladene Datei ist nicht die veröffentlichte; sie wurde gelöscht und nicht installiert. Laden Sie sie noch einmal herunter; wenn auch das nicht hilft, holen Sie sie von der Download-Seite von Sessiondeck.',
  demoIsOff: 'Die Demo aktualisiert sich nicht selbst. Sessiondeck mit Ihren eigenen Konten schon.',
  buildIsOff: 'Dieser Build aktualisiert sich nicht selbst.',

  downloadDiskFull: (megabytes) =>
    `Der Datenträger ist voll: Das Update braucht ${megabytes} MB. Schaffen Sie Platz und laden Sie es noch einmal herunter.`,
  notSaved:
    'Das Update konnte nicht im Datenordner von Sessiondeck gespeichert werden. Prüfen Sie die Zugriffsrechte des Ordners.',
  sentElsewhere:
    'Der Update-Server hat Sessiondeck an eine unbekannte Adresse verwiesen; es wurde nichts heruntergeladen.',
  brokeOff:
    'Der Download ist abgebrochen. Prüfen Sie die Internetverbindung und laden Sie das Update noch einmal herunter.',
  notDownloadedBecause: (reason) => `Das Update konnte nicht heruntergeladen werden: ${reason}`,
  givenUp: 'Der Download wurde abgebrochen.',
  notDownloaded:
    'Das Update konnte nicht heruntergeladen werden. Holen Sie es von der Download-Seite von Sessiondeck.',

  noPkexec: (command) =>
    `Das Update wurde nicht installiert: Diesem System fehlt pkexec, um nach dem Passwort zu fragen. Sessiondeck läuft unverändert weiter. Versuchen Sie es noch einmal, oder führen Sie in einem Terminal dies aus und starten Sie Sessiondeck neu: ${command}`,
  notAllowed: (command) =>
    `Das Update wurde nicht installiert: Das System hat es nicht erlaubt. Sessiondeck läuft unverändert weiter. Versuchen Sie es noch einmal, oder führen Sie in einem Terminal dies aus und starten Sie Sessiondeck neu: ${command}`,
  installerBusy: (command) =>
    `Das Update wurde nicht installiert: Ein anderes Programm installiert gerade etwas. Versuchen Sie es noch einmal, oder führen Sie in einem Terminal dies aus und starten Sie Sessiondeck neu: ${command}`,
  installerRefused: (command) =>
    `Das Update wurde nicht installiert: Die Paketverwaltung hat es abgelehnt. Versuchen Sie es noch einmal, oder führen Sie in einem Terminal dies aus und starten Sie Sessiondeck neu: ${command}`,
  imageDiskFull: (file) =>
    `Der Datenträger ist voll; ${file} wurde nicht verändert. Schaffen Sie Platz und versuchen Sie es noch einmal.`,
  imageNotReplaced: (file, code) =>
    `${file} konnte nicht ersetzt werden (${code || 'unbekannter Fehler'}) und wurde nicht verändert. Prüfen Sie die Zugriffsrechte des Ordners, oder laden Sie die neue Version selbst herunter.`,
  setupFailed:
    'Das Update konnte nicht installiert werden, und Sessiondeck läuft unverändert weiter. Versuchen Sie es noch einmal, oder holen Sie die neue Version von der Download-Seite.',
}
