import { catalogue } from './catalogue'

/** What became of a request to a service. `what` follows the name of who was asked; `words` are a quotation after a colon, or empty. */
export const exchangeText = catalogue.area('exchange', {
  noAnswer: (seconds: number) => `did not answer within ${catalogue.number(seconds)} s`,
  notWaitedFor: 'was not waited for any longer',
  tooMuch: 'sent more data than any honest answer holds',
  unknownName: 'has a host name that cannot be found',
  notBuilt: 'got nothing: the request could not be built from the account’s address and headers',
  noHttp: 'answered something that is not HTTP',
  hungUp: 'closed the connection without a whole answer',
  refusedConnection: 'refused the connection',
  notReachedInTime: 'could not be reached within 10 s',
  notReached: 'cannot be reached',
  nothingChanged: 'answered that nothing has changed (304), although nothing is kept that could have',
  noData: (status: number) => `answered without any data (${status})`,
  /** @param to an address, or empty */
  redirect: (to: string) => `answered with a redirect${to && ` to ${to}`}`,
  contradiction: (status: number) => `answered ${status}, an error, and in words that all went well`,
  ownError: (status: number) => `answered with an error of its own (${status})`,
  encoding: (names: string) => `sent an answer in an encoding that Sessiondeck does not read (${names})`,
  endsInMiddle: 'sent an answer that ends in the middle',
  damaged: 'sent a compressed answer that is damaged',
  notUtf8: 'answered text that is not UTF-8',
  webPage: 'answered a web page instead of JSON',
  nothing: 'answered nothing instead of JSON',
  notJson: 'answered something that is not JSON',
  otherShape: 'answered JSON that does not have the documented shape',
  quoted: (words: string) => `: “${words}”`,
  withProof: (what: string, proof: string) => `${what} (${proof})`,

  proxy: (who: string, proxy: string, what: string) =>
    `${who} cannot be reached: the system’s proxy ${proxy} ${what}. Check the proxy in this machine’s network settings.`,
  unknownOutcome: (who: string, what: string) =>
    `${who} ${what}, so it is not known whether the action took effect. Check whether it did before you try again.`,
  tls: (who: string, what: string, advice: string) => `${who} ${what}. ${advice}`,
  stopped: (who: string) => `The request to ${who} was stopped.`,
  timeout: (who: string, what: string) =>
    `${who} ${what}. Check the connection and the service’s status; it is asked again later.`,
  checkAddress: (who: string, what: string) => `${who} ${what}. Check the account’s address.`,
  checkInternet: (who: string, what: string) =>
    `${who} ${what}. Check the internet connection and the account’s address.`,
  checkBoth: (who: string, what: string) => `${who} ${what}. Check both.`,
  checkProxy: (who: string, what: string) => `${who} ${what}. Check the account’s address and the proxy.`,
  truncated: (who: string) =>
    `The answer of ${who} ended in the middle. Check the connection; it is asked again later.`,
  network: (who: string, what: string) =>
    `${who} ${what}. Check the internet connection, the proxy and the account’s address.`,
  unusable: (who: string, what: string) =>
    `${who} ${what}. Check the account’s address and the service’s status.`,
  redirected: (who: string, what: string) =>
    `${who} ${what}. It was not followed, so that the key goes nowhere else. Correct the account’s address.`,
  tooManySoon: (who: string) =>
    `${who} has had too many requests with this key and refused this one. Try again shortly.`,
  tooMany: (who: string, seconds: number) =>
    `${who} has had too many requests with this key and refused this one. Try again in ${catalogue.number(seconds)} s.`,
  unauthorized: (who: string, words: string, advice: string) =>
    `${who} does not accept the key (401)${words}. ${advice}`,
  forbidden: (who: string, words: string, advice: string) => `${who} forbids this (403)${words}. ${advice}`,
  notFound: (who: string, words: string) =>
    `${who} knows nothing there (404)${words}. Check the ID and the account’s address.`,
  unavailable: (who: string, status: number, words: string) =>
    `${who} is in trouble itself (${status})${words}. Wait, and check the service’s status.`,
  refused: (who: string, status: number, words: string) =>
    `${who} refused this (${status})${words}. Check what was asked for.`,

  gone: (service: string) => `${service} does not know this session any more: it has left. Nothing was done.`,
  otherService: (service: string) => `${service} cannot answer another service’s look-up.`,
  noneReadable: (service: string) =>
    `${service} lists sessions, but not one whose ID can be read. Check the account’s address and the service’s status.`,
  interrupted: (why: string) => `${why} What was read counts.`,
  listsMany: (service: string, all: number, shown: number) =>
    `${service} lists ${catalogue.number(all)} sessions; only the first ${catalogue.number(shown)} are shown.`,
  listsMore: (service: string, shown: number) =>
    `${service} lists more than ${catalogue.number(shown)} sessions; only the first ${catalogue.number(shown)} are shown.`,

  outOfBounds: (field: string, what: string) => `${field}: ${what}. Nothing was sent.`,
  request: 'request',
  notValid: 'not valid',
  empty: 'must not be empty',
  least: (least: number) => `must be ${catalogue.number(least)} or more`,
  between: (least: number, most: number) => `must be ${catalogue.number(least)} to ${catalogue.number(most)}`,
  atMost: (most: string) => `must be ${most} or less`,
  leastCharacters: (least: number) =>
    catalogue.plural(least, {
      one: 'must have at least # character',
      other: 'must have at least # characters',
    }),
  mostCharacters: (most: number) => `must have at most ${catalogue.number(most)} characters`,
  withdrawn: 'Withdrawn before anything was sent.',
  stoppedBefore: 'Stopped before anything was sent.',
  notId: 'This is not an ID.',
  notWatched: (who: string) => `${who} is not watched any more.`,
  writtenDown: 'It was written down, not sent.',
  pause: (wait: string) =>
    `The service asked for a pause; ${wait} of it are left. Nothing was sent. Try again then.`,
  noMoreRequests: (wait: string) =>
    `The service allows no more requests for another ${wait}. Nothing was sent. Try again then.`,
  waitSeconds: (count: number) => `${catalogue.number(count)} s`,
  waitMinutes: (count: number) => `${catalogue.number(count)} min`,

  /** The proof of a request: what was asked, and what came. */
  askedNothing: 'nothing',
  notAsked: 'not asked',
  notSent: 'not sent',
  notSentBounds: 'not sent: out of bounds',
  notSentId: 'not sent: not an id',
  silence: (seconds: number) => `no answer in ${catalogue.number(seconds)} s`,
  noWholeAnswer: 'no whole answer',
  /** @param note such as `14 sessions`, or empty */
  answered: (status: number, note: string, ms: number) => `${status}, ${note && `${note}, `}${ms} ms`,
  firstOfPages: (answer: string, pages: number) => `${answer}, the first of ${catalogue.number(pages)} pages`,
  sessions: (count: number) => catalogue.plural(count, { one: '# session', other: '# sessions' }),
})
