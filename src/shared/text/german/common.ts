import type { Translation } from '../catalogue'
import type { commonText } from '../common'

export const common: Translation<typeof commonText> = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  copied: 'Kopiert',
  copy: 'Kopieren',
  discard: 'Verwerfen',
  dismiss: 'Ausblenden',
  done: 'Fertig',
  quoted: (text) => `„${text}“`,
  refresh: 'Aktualisieren',
  save: 'Speichern',
  saveAs: 'Speichern …',
  show: 'Anzeigen',
  stop: 'Stoppen',
  undo: 'Rückgängig',
}
