import { catalogue } from './catalogue'

/** What a row says about its session, by its state. */
export const rowStateText = catalogue.area('rowState', {
  live: 'live',
  disconnecting: 'disconnecting',
  stale: 'stale',
  left: 'left',
  unwatched: 'not watched',
})
