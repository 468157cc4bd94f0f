import type { Translation } from '../catalogue'
import type { commonText } from '../common'

export const common: Translation<typeof commonText> = {
  cancel: 'Abbrechen',
  discard: 'Verwerfen',
  refresh: 'Aktualisieren',
  save: 'Speichern',
  show: 'Anzeigen',
  stop: 'Stoppen',
}
