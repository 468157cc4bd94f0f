import { catalogue } from './catalogue'

/** What the system's proxy did instead of opening a way: each follows its name in a sentence. */
export const proxyText = catalogue.area('proxy', {
  noSocks: 'does not speak SOCKS 5',
  wantsSignIn: 'asks for a sign-in, which is not supported',
  notAllowed: 'does not allow the way',
  networkUnreached: 'does not reach the network of the service',
  serviceUnreached: 'does not reach the service',
  refusedByService: 'was refused by the service',
  gaveUp: 'gave up on the way',
  refused: 'refused the way',
  hungUp: 'hung up instead of opening a way',
  networkSignIn: 'wants somebody to sign in to this network first',
  tooMany: 'has had too many requests',
  serviceNotAllowed: 'does not allow the way to the service',
  unknownName: 'has a host name that cannot be found',
  nameNotNow: 'has a host name that cannot be looked up now',
  nothingListens: 'cannot be reached: nothing listens there',
  silent: 'does not answer',
  noRoute: 'cannot be reached: there is no route to it',
  unreachable: (code: string) => `cannot be reached${code && ` (${code})`}`,
  noHttp: 'answers something that is not HTTP',
  withProof: (what: string, proof: string) => `${what} (${proof})`,
})
