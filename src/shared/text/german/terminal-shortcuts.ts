import type { Translation } from '../catalogue'
import type { terminalShortcutsText } from '../terminal-shortcuts'

export const terminalShortcuts: Translation<typeof terminalShortcutsText> = {
  title: 'Terminals',
  togglePanel: 'Terminals anzeigen oder einklappen',
  newTab: 'Neues Terminal',
  close: 'Terminal schließen',
  split: 'Nach rechts teilen, nach unten teilen',
  otherTab: 'Voriger und nächster Tab',
  moveTab: 'Tab verschieben',
  otherPane: 'Voriges und nächstes Terminal einer Teilung',
  find: 'Im Terminal suchen',
  copyPaste: 'Im Terminal kopieren, einfügen',
  zoom: 'Schriftgröße der Terminals',
  clear: 'Zeilenpuffer leeren',
  reset: 'Terminal zurücksetzen: Modi, Farben, Bildschirm',
  saveOutput: 'Ausgabe speichern',
  maximise: 'Terminals statt der Liste',
  leave: 'Vom Terminal zu seinem Tab',
}
