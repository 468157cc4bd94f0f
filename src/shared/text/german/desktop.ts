import type { Translation } from '../catalogue'
import type { desktopText } from '../desktop'

export const desktop: Translation<typeof desktopText> = {
  notStarted: 'Sessiondeck konnte nicht starten',
  debugging: (asked) =>
    `Sessiondeck startet nicht mit ${asked}: Das Fenster wäre damit einem anderen Programm ausgeliefert.`,
  failingTitle: 'Das Fenster stürzt immer wieder ab.',
  failing: 'Die Beobachtung läuft im Hintergrund weiter. Mehr steht im Protokoll im Datenordner.',
  tryAgain: 'Noch einmal versuchen',
  quit: 'Beenden',

  viewMenu: 'Darstellung',
  copyDiagnostics: 'Diagnose kopieren',
  openLogs: 'Protokollordner öffnen',
  backups: 'Sicherungen',
  allFiles: 'Alle Dateien',

  autostartNotWritten: (reason, file) =>
    `Der Eintrag, der Sessiondeck startet, konnte nicht geschrieben werden: ${reason}. Prüfen Sie die Zugriffsrechte von ${file}.`,
  autostartNotRemoved: (reason, file) =>
    `Der Eintrag, der Sessiondeck startet, konnte nicht entfernt werden: ${reason}. Prüfen Sie die Zugriffsrechte von ${file}.`,
  noAutostart: 'Nur ein installiertes Sessiondeck mit Ihren eigenen Konten kann von selbst starten.',
  shortcutTaken: (keys) =>
    `Das System gibt ${keys} nicht an Sessiondeck; eine andere Anwendung hat diese Tasten. Wählen Sie in den Einstellungen andere.`,

  saving: 'Es wird gerade eine andere Datei gespeichert. Schließen Sie das zuerst ab.',
  saveDiskFull: 'Die Datei wurde nicht gespeichert. Der Datenträger ist voll. Wählen Sie einen anderen Ort.',
  saveQuota:
    'Die Datei wurde nicht gespeichert. Ihr Speicherplatz auf diesem Datenträger ist aufgebraucht. Wählen Sie einen anderen Ort.',
  saveNotAllowed:
    'Die Datei wurde nicht gespeichert. Sie dürfen dort nicht schreiben. Wählen Sie einen anderen Ort.',
  saveReadOnly:
    'Die Datei wurde nicht gespeichert. Der Datenträger ist schreibgeschützt. Wählen Sie einen anderen Ort.',
  saveFolder:
    'Die Datei wurde nicht gespeichert. Es gibt einen Ordner mit diesem Namen. Wählen Sie einen anderen Ort.',
  saveRefused:
    'Die Datei wurde nicht gespeichert. Der Datenträger hat sie nicht angenommen. Wählen Sie einen anderen Ort.',
  noFileManager:
    'Der Ordner konnte nicht geöffnet werden: Dieses System hat kein Programm für Ordner. Suchen Sie im Datenordner nach „logs“.',
  clipboardNotRead: 'Die Zwischenablage wird nur gelesen, während das Fenster von Sessiondeck den Fokus hat.',
  onlyHttps: 'Nur Links mit https: werden geöffnet.',

  noKeychain:
    'Dieses System hat keinen Schlüsselbund. Behalten Sie den Schlüssel nur bis zum Beenden, oder starten Sie einen Schlüsselbunddienst.',
  keyUnreadable:
    'Der gespeicherte Schlüssel ließ sich nicht aus dem Schlüsselbund lesen. Geben Sie ihn neu ein.',
  keyNotStored:
    'Der Schlüssel konnte nicht gespeichert werden. Prüfen Sie den freien Platz und die Zugriffsrechte des Datenordners.',
  hostNotForgotten:
    'Das ist erledigt, aber was für den Host gemerkt war, konnte nicht gelöscht werden. Prüfen Sie den freien Platz und die Zugriffsrechte des Datenordners.',
}
