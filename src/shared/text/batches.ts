import { catalogue } from './catalogue'

const ofAll = (done: number, total: number) => `${catalogue.number(done)} of ${catalogue.number(total)}`
const sessionCount = (sessions: number) =>
  catalogue.plural(sessions, { one: '# session', other: '# sessions' })

/** How bulk actions stand. `label`: whom one is for, such as `Hub One` or `47 sessions`. */
export const batchesText = catalogue.area('batches', {
  messaging: (label: string) => `Messaging: ${label}`,
  disconnecting: (label: string) => `Disconnecting: ${label}`,
  messagingThenDisconnecting: (label: string) => `Messaging, then disconnecting: ${label}`,
  timeLeft: (state: string, time: string) => `${state}, ${time} left`,
  paused: (label: string) => `Paused: ${label}`,
  messagesSent: (label: string) => `Messages sent: ${label}`,
  stopping: (label: string) => `Stopping: ${label}`,
  stopped: (label: string) => `Stopped: ${label}`,
  interrupted: (label: string) => `Interrupted: ${label}`,
  messagedIn: (done: number, total: number, label: string) =>
    `Message delivered to ${ofAll(done, total)} in ${label}`,
  messaged: (done: number, total: number) => `Message delivered to ${ofAll(done, total)} sessions`,
  disconnectedIn: (done: number, total: number, label: string) =>
    `Disconnected ${ofAll(done, total)} in ${label}`,
  disconnected: (done: number, total: number) => `Disconnected ${ofAll(done, total)} sessions`,
  bothDone: (done: number, total: number, label: string) =>
    `Messages and disconnects done: ${ofAll(done, total)}, ${label}`,

  done: (done: number, total: number) => `${ofAll(done, total)} done`,
  failed: (actions: number) => `${catalogue.number(actions)} failed`,
  unknown: (actions: number) => `${catalogue.number(actions)} unknown`,
  notSent: (actions: number) => `${catalogue.number(actions)} not sent`,

  atOnce: 'at once',
  aboutSeconds: (seconds: number) => `about ${seconds} s`,
  aboutMinutes: (minutes: number) => `about ${minutes} min`,
  aboutHours: (hours: number) => `about ${hours} h`,

  message: (sessions: number) => `Message ${sessionCount(sessions)}`,
  disconnect: (sessions: number) => `Disconnect ${sessionCount(sessions)}`,
  messageAndDisconnect: (sessions: number) => `Message and disconnect ${sessionCount(sessions)}`,
})
