import { catalogue } from './catalogue'

/** What many parts say with the same words. */
export const commonText = catalogue.area('common', {
  cancel: 'Cancel',
  discard: 'Discard',
  refresh: 'Refresh',
  save: 'Save',
  show: 'Show',
  stop: 'Stop',
})
