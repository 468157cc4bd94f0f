import { catalogue } from './catalogue'

/** What each kind of action is called. */
export const actionKindsText = catalogue.area('actionKinds', {
  message: 'Message',
  disconnect: 'Disconnect',
  'script-edit': 'Script change',
  'script-toggle': 'Script switch',
  'script-update': 'Script update',
  'script-remove': 'Script removal',
  'session-create': 'New session',
  'session-end': 'Session end',
})
