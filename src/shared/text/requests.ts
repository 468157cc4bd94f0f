import { catalogue } from './catalogue'

/** Requests between the window and the threads that went wrong. `what`: what happened, a sentence without its full stop. */
export const requestsText = catalogue.area('requests', {
  lost: 'A message inside Sessiondeck was lost',
  tryAgain: 'Try again; if it stays so, restart the app.',
  unknown: (name: string) => `There is no request "${name}" here.`,
  failed: (name: string) => `Sessiondeck failed at "${name}"`,
  answerLost: (name: string) => `Sessiondeck could not pass on the answer to "${name}"`,
  notCarried: (name: string) => `"${name}" cannot be asked like this. Nothing was done.`,
  noAnswer: (name: string) => `Sessiondeck’s window got no answer from its background part (${name})`,
  restart: 'Restart Sessiondeck.',
  outcomeUnknown: (what: string) =>
    `${what}, so it is not known whether this took effect. Check whether it did before you try again.`,
  advised: (what: string, advice: string) => `${what}. ${advice}`,
})
