import { catalogue } from './catalogue'

/** What is wrong with the TLS of a peer, which follows its name in a sentence, and what to do about it. */
export const tlsText = catalogue.area('tls', {
  expired: 'has a certificate that has expired',
  notYetValid: 'has a certificate that is not valid yet',
  revoked: 'has a certificate that was revoked',
  otherName: (names: readonly string[]) =>
    `has a certificate for another name${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
  unknownAuthority: 'has a certificate from an authority that this machine does not know',
  tooWeak: 'has a certificate or keys that are too weak to be safe',
  onlyHttp2: 'speaks only HTTP/2, and Sessiondeck speaks HTTP/1.1',
  noTls: 'speaks no TLS there',
  tooOld: 'speaks only a version of TLS that is too old to be safe',
  wantsCertificate: 'wants a certificate of this machine, which Sessiondeck cannot show',
  otherServer: 'does not serve this name',
  nothingInCommon: 'has no encryption in common with this machine',
  hungUp: 'hung up while the encryption was agreed on',
  notAccepted: (code: string) => `has a certificate or an encryption that is not accepted (${code})`,

  checkClock: 'Check this machine’s clock; if it is right, the certificate has to be renewed there.',
  inBetween:
    'Check the address. A network that wants a sign-in first, or a virus scanner that opens encrypted traffic, can cause this too.',
  checkAddress: 'Check the address and its port.',
  updateThere: 'It has to be brought up to date there.',
  allowHttp1: 'Check the address, or have HTTP/1.1 allowed there.',
  otherWay: 'Ask whoever runs it for another way in.',
  addToSystem:
    'If you trust whoever opens this connection, such as your company’s network or a virus scanner, add its root certificate to this machine’s certificates, then start Sessiondeck again.',
  addByVariable:
    'If you trust whoever opens this connection, such as your company’s network or a virus scanner, put its root certificate into a file and name that in the environment variable NODE_EXTRA_CA_CERTS, then start Sessiondeck again.',
})
