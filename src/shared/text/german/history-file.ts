import type { Translation } from '../catalogue'
import type { historyFileText } from '../history-file'

export const historyFile: Translation<typeof historyFileText> = {
  unreadable:
    'Das Aktionsprotokoll konnte nicht gelesen werden. Prüfen Sie, ob sein Ordner lesbar ist, und versuchen Sie es noch einmal.',
  notRecordedLocked:
    'Ein anderes Programm hält die Datei des Aktionsprotokolls fest. Deshalb konnte dies nicht aufgezeichnet werden, und es wurde nichts gesendet. Schließen Sie das Programm, oder versuchen Sie es gleich noch einmal.',
  notRecorded:
    'Dies konnte nicht ins Aktionsprotokoll geschrieben werden; deshalb wurde nichts gesendet. Prüfen Sie, ob der Datenträger Platz hat und beschreibbar ist.',
  newer:
    'Das Aktionsprotokoll stammt von einem neueren Sessiondeck; deshalb wird keine Aktion gesendet. Starten Sie dieses, oder verschieben Sie history.db.',
  locked:
    'Ein anderes Programm hält die Datei des Aktionsprotokolls fest; deshalb wird keine Aktion gesendet. Schließen Sie es.',
  unwritable:
    'Das Aktionsprotokoll lässt sich nicht öffnen; deshalb wird keine Aktion gesendet. Prüfen Sie, ob sein Ordner beschreibbar ist und Platz hat.',
  deleted:
    'Die Datei des Aktionsprotokolls wurde gelöscht, während Sessiondeck lief. Eine neue wurde begonnen; was in der alten stand, ist weg.',
  replaced:
    'Die Datei des Aktionsprotokolls wurde ersetzt, während Sessiondeck lief. Es geht in der weiter, die jetzt da ist.',
  damaged: (aside) =>
    `Das Aktionsprotokoll war beschädigt. Es wurde als ${aside} aufgehoben, und ein neues wurde begonnen.`,
  copied: (actions, aside) =>
    `${actions} Aktionen waren mehr als ein Jahr älter als die neueste und wurden aus dem Protokoll genommen. Das bisherige Protokoll ist als ${aside} aufgehoben: Löschen Sie es, wenn die Uhr dieses Computers richtig ging.`,

  endedBeforeAnswer:
    'Sessiondeck wurde beendet, bevor die Antwort kam; deshalb kann niemand sagen, ob es gewirkt hat.',
  endedBeforeHeartbeat:
    'Der Dienst hat es angenommen, und Sessiondeck wurde beendet, bevor ein Lebenszeichen zeigen konnte, ob die Sitzung beendet ist.',
  endedBeforeTurn: 'Sessiondeck wurde beendet, bevor es an der Reihe war.',
  unreadableRecord: 'Dieser Eintrag des Aktionsprotokolls lässt sich nicht lesen.',
  damagedRecord: 'Ein beschädigter Eintrag',
}
