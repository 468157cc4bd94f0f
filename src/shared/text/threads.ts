import { catalogue } from './catalogue'

/** What is said while a part of the application stops, restarts or does not answer. */
export const threadsText = catalogue.area('threads', {
  watchRestarting: 'Watching stopped unexpectedly and is being restarted. Try again in a moment.',
  terminalsRestarting: 'The terminals stopped unexpectedly and are being restarted. Try again in a moment.',
  /** What became of a request, and after it what to do. */
  watchStopped: 'Watching stopped unexpectedly before it answered',
  terminalsStopped: 'The terminals stopped unexpectedly before they answered',
  watchReturns: 'It is being restarted; try again in a moment.',
  terminalsReturn: 'They are being restarted; try again in a moment.',
  closing: 'Sessiondeck is closing',
  nothingAsked: 'Nothing more is asked.',
  notSent: 'Sessiondeck is closing. Nothing more is asked.',
  demoStopped: 'The demo services stopped and are being restarted.',
  terminalsRestarted: 'The terminals stopped unexpectedly and were restarted. Reconnect to go on.',
  noTerminal: 'This terminal is no longer there.',
  noHost: 'This host is no longer saved. Choose another one, or save it again.',
  notAllowed: 'This request is not allowed.',
})
