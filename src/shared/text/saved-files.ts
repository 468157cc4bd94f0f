import { catalogue } from './catalogue'

/** What is said of a file that was saved. */
export const savedFilesText = catalogue.area('savedFiles', {
  saved: 'Saved',
  savedAs: (name: string) => `Saved ${name}`,
  show: 'Show in folder',
})
