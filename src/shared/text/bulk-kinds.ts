import { catalogue } from './catalogue'

/** What each kind of bulk action is called, as a command. */
export const bulkKindsText = catalogue.area('bulkKinds', {
  message: 'Message',
  disconnect: 'Disconnect',
  'message-disconnect': 'Message, wait, disconnect',
})
