import type { Translation } from '../catalogue'
import type { componentsText } from '../components'

export const components: Translation<typeof componentsText> = {
  tryAgain: 'Erneut versuchen',
  details: 'Details',
  showAnyway: 'Trotzdem anzeigen',
  presenting: 'Der Präsentationsmodus ist an',
  reveal: (what) => `${what} aufdecken`,
  revealAlias: (alias, what) => `${alias}, ${what} aufdecken`,
  hide: (what) => `${what} verdecken`,
  copy: (what) => `${what} kopieren`,
  copyFailed: (what) => `Kopieren fehlgeschlagen: ${what}`,

  find: 'Suchen',
  previousHit: 'Voriger Treffer',
  nextHit: 'Nächster Treffer',
  closeSearch: 'Suche schließen',
  filterBy: (what) => `Filtern nach: ${what}`,
  sortBy: (column) => `Sortieren nach: ${column}`,
  widthOf: (column) => `Breite von ${column}`,
  widthKeys: (help) => `${help}. Umschalt+← und → ändern die Breite`,

  ago: (span) => `vor ${span}`,
  ahead: (span) => `in ${span}`,
  justNow: 'gerade eben',
  earlier: 'früher',
}
