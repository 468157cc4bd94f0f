import { catalogue } from './catalogue'

/** What the building blocks of the window say by themselves. `what`, `column`: as it is called elsewhere. */
export const componentsText = catalogue.area('components', {
  tryAgain: 'Try again',
  details: 'Details',
  showAnyway: 'Show them anyway',
  presenting: 'Presentation mode is on',
  reveal: (what: string) => `Reveal ${what}`,
  revealAlias: (alias: string, what: string) => `${alias}, reveal ${what}`,
  hide: (what: string) => `Hide ${what}`,
  copy: (what: string) => `Copy ${what}`,
  copyFailed: (what: string) => `Couldn’t copy ${what}`,

  find: 'Find',
  previousHit: 'Previous hit',
  nextHit: 'Next hit',
  closeSearch: 'Close the search',
  filterBy: (what: string) => `Filter by ${what.toLowerCase()}`,
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  widthOf: (column: string) => `Width of ${column}`,
  widthKeys: (help: string) => `${help}. Shift+← and → change its width`,

  ago: (span: string) => `${span} ago`,
  ahead: (span: string) => `in ${span}`,
  justNow: 'just now',
  earlier: 'earlier',
})
