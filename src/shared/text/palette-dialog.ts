import { catalogue } from './catalogue'

/** The one field for everything. */
export const paletteDialogText = catalogue.area('paletteDialog', {
  title: 'Command palette',
  field: 'Go to, do or find',
  fieldHint: 'Go to, do or find anything',
  results: 'Results',
  nothing: 'Nothing matches.',
  recent: 'Recent',
  sessions: 'Live sessions',
  people: 'People',
  find: (text: string) => `Find “${text}” at your services`,
  findCovered: 'Find this person at your services',
})
