import { catalogue } from './catalogue'

/** What became of an action. `what`: what its kind is called. */
export const outcomesText = catalogue.area('outcomes', {
  'sending:message': 'Sending the message…',
  'sending:disconnect': 'Disconnecting…',
  'sending:script-edit': 'Changing the script…',
  'sending:script-toggle': 'Switching the script…',
  'sending:script-update': 'Updating the script…',
  'sending:script-remove': 'Removing the script…',
  'sending:session-create': 'Creating a session…',
  'sending:session-end': 'Ending the session…',

  queued: (what: string) => `${what} queued, not sent yet`,
  notSent: (what: string, why: string) => `${what} not sent: ${why}`,
  accepted: 'Accepted, confirming…',
  acceptedForUpTo: (span: string) => `Accepted, confirming… up to ${span}`,
  done: (what: string) => `${what} done`,
  messageDelivered: 'Message delivered',
  sessionCreated: 'Session created',
  sessionEnded: 'Session ended',
  answered: 'Message processed; the client replied',
  notProcessed: (why: string) => `Message not processed: ${why}`,
  disconnectedAfter: (span: string) => `Disconnected after ${span}`,
  stillListed: (span: string) => `Still listed after ${span}`,
  reconnectedAfter: (span: string) => `Reconnected after ${span}`,
  reconnectedSameKey: (span: string) => `Reconnected after ${span}, same key`,
  unknown: (what: string, why: string) => `${what}: outcome unknown: ${why}`,
  failed: (what: string, why: string) => `${what} failed: ${why}`,
})
