import type { backupFileText } from '../backup-file'
import type { Translation } from '../catalogue'

export const backupFile: Translation<typeof backupFileText> = {
  unreadable:
    'Die Datei lässt sich nicht lesen. Prüfen Sie ihre Zugriffsrechte und wählen Sie sie noch einmal aus.',
  mistake: (place, what) =>
    `Diese Sicherung ist fehlerhaft${place ? ` bei ${place}` : ''}: ${what}. Es wurde nichts importiert.`,
  foreign:
    'Das ist keine Sicherung von Sessiondeck. Wählen Sie eine Datei, die unter Einstellungen, Sicherung exportiert wurde.',
  damaged:
    'Diese Datei ist beschädigt oder keine Sicherung von Sessiondeck: Sie enthält kein gültiges JSON. Wählen Sie eine andere.',
  newer:
    'Diese Sicherung stammt von einem neueren Sessiondeck. Aktualisieren Sie Sessiondeck und importieren Sie sie dann noch einmal.',
  tooLarge:
    'Diese Datei ist zu groß für eine Sicherung. Wählen Sie eine Datei, die Sessiondeck exportiert hat.',
  notOpen: 'Es ist keine Sicherung geöffnet. Wählen Sie die Datei noch einmal aus.',
  changed:
    'Seit dem Öffnen der Sicherung hat sich hier etwas geändert. Es wurde nichts importiert. Wählen Sie die Datei noch einmal aus.',
  settingMistake: (what) => `Der Wert ${what}.`,
}
