import { catalogue } from './catalogue'

/** The results of a bulk action, by what became of them. */
export const resultFiltersText = catalogue.area('resultFilters', {
  all: 'All results',
  failed: 'Failed',
  unknown: 'Unknown',
  unsent: 'Not sent',
  done: 'Done',
  planned: 'Pending',
})
