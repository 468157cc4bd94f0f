import { catalogue } from './catalogue'

/** What can be done with a session, and what is asked and said about it. */
export const sessionActionsText = catalogue.area('sessionActions', {
  openTerminal: 'Open terminal',
  logs: 'Logs',
  message: 'Message',
  disconnect: 'Disconnect',
  alreadyDisconnecting: 'Already disconnecting',
  hasLeft: 'The session has left',
  notListed: 'This session is not listed any more.',

  user: 'User',
  service: 'Service',
  machine: 'Machine',
  script: 'Script',
  started: 'Started',
  disconnectTitle: 'Disconnect session',
  nothingToDisconnect: 'There is nothing to disconnect.',
  /** Before how long ago. */
  disconnectedBefore: 'Disconnected before,',
  sendsAgain: 'Disconnect sends one more request.',
  listedUnknown: (service: string) =>
    `${service} doesn’t say how soon the session leaves the list; the next heartbeats will tell.`,
  listedUpTo: (seconds: number) => `It may stay listed for up to ${seconds}\u00a0s.`,
  mayComeBack: 'The user may come back.',

  /** After the user's name. */
  left: (when: string) => `left ${when}. There is no session to act on any more.`,
  leftToAnother:
    'left, and the service gave the session’s ID to somebody else. There is no session to act on any more.',
  watchedUntil: (when: string) =>
    `was watched until ${when}. Have its account watch it again to act on the session.`,

  messageTitle: 'Send message',
  nothingSent: 'Nothing was sent.',
  /** Before the user's name. */
  to: 'To',
  send: 'Send',
  sendAgain: 'Send again',
  /** Before how long it takes so far. */
  sending: 'Sending…',
  waitingForClient: 'Waiting for the client, up to 60 s…',
  queued: 'Queued, not sent yet…',
  mayHaveArrived: 'It may have arrived. Sending it again may run it twice.',
  answer: 'Answer',
  copyAnswer: 'answer',

  sendingIn: (user: string, seconds: number) => `Sending the message to ${user} in ${seconds} seconds.`,
  disconnectingIn: (user: string, seconds: number) => `Disconnecting ${user} in ${seconds} seconds.`,
  tooLate: 'Too late to undo: it was already sent.',
  results: 'Results',
})
