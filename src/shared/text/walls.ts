import { catalogue } from './catalogue'

/** What stands between us and a service and answered in its place. */
export const wallsText = catalogue.area('walls', {
  thisNetwork: 'This network',
  proxy: 'A proxy on the way',
  something: 'Something on the way',

  /** Why it stopped a request; follows {@link stopped}. */
  wantsSignIn: 'wants somebody to sign in first',
  banned: 'has banned this machine’s address',
  country: 'does not let in the country that this machine is in',
  program: 'does not let in programs of this kind',
  noService: 'does not find the service behind it',
  tooMany: 'has had too many requests from this machine’s address',
  rule: 'has a rule that keeps this machine out',
  browserFirst: 'wants to see a person’s browser first',
  turnedAway: 'turned it away',
  nothingThrough: 'let nothing through',
  proxySignIn: 'wants a sign-in, which is not supported',
  notAllowed: 'does not allow this address',
  notReached: 'does not reach the service',
  webPage: 'answered with a web page',
  /** @param proof the status and what else the answer is known by */
  stopped: (guard: string, who: string, why: string, proof: string) =>
    `${guard} stopped the request to ${who}: it ${why} (${proof}). The service has not seen it, so the key may well be right.`,
  later: (said: string) => `${said} It is asked again later.`,

  /** A proxy that may have passed the request on. */
  proxyTo: (who: string) => `A proxy on the way to ${who}`,
  noWholeAnswer: (proof: string) => `has no whole answer of it (${proof})`,
  answerLost: (who: string, proof: string, advice: string) =>
    `A proxy on the way to ${who} has no whole answer of it (${proof}). ${advice}`,

  /** The wall's own number and name of one refusal. */
  error: (code: string) => `error ${code}`,
  ray: (id: string) => `Ray ID ${id}`,
  reference: (id: string) => `reference ${id}`,

  signIn: 'Open any web page in a browser, sign in to the network there, and try again.',
  askNetwork: 'Ask whoever runs this network to let the service’s address through.',
  otherwise:
    'Try without a VPN or from another network, or ask the service to let its API be used from here.',
  otherwiseTelling: (reference: string) =>
    `Try without a VPN or from another network, or ask the service to let its API be used from here and tell it the ${reference}.`,
})
