import { catalogue } from './catalogue'

/** What many parts say with the same words. */
export const commonText = catalogue.area('common', {
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',
  discard: 'Discard',
  dismiss: 'Dismiss',
  done: 'Done',
  quoted: (text: string) => `“${text}”`,
  refresh: 'Refresh',
  save: 'Save',
  saveAs: 'Save…',
  show: 'Show',
  stop: 'Stop',
  undo: 'Undo',
})
