import type { Translation } from '../catalogue'
import type { resultFiltersText } from '../result-filters'

export const resultFilters: Translation<typeof resultFiltersText> = {
  all: 'Alle Ergebnisse',
  failed: 'Fehlgeschlagen',
  unknown: 'Unbekannt',
  unsent: 'Nicht gesendet',
  done: 'Erledigt',
  planned: 'Ausstehend',
}
