import { howToTrust } from '../trust'
import { errorCode } from './errno'

/** What is wrong with the TLS of a peer. */
export type TlsTrouble = {
  /** Follows the peer's name in a sentence. */
  what: string
  /** What a person can do: a sentence or two. */
  advice: string
}

const checkClock = 'Check this machine’s clock; if it is right, the certificate has to be renewed there.'
const inBetween =
  'Check the address. A network that wants a sign-in first, or a virus scanner that opens encrypted traffic, can cause this too.'
const checkAddress = 'Check the address and its port.'
const tooOld = 'It has to be brought up to date there.'

/** The peer speaks no HTTP/1.1. */
export const onlyHttp2: TlsTrouble = {
  what: 'speaks only HTTP/2, and Sessiondeck speaks HTTP/1.1',
  advice: 'Check the address, or have HTTP/1.1 allowed there.',
}

/** By the words in the runtime's codes, OpenSSL's and BoringSSL's alike; the first match counts. */
const troubles: readonly [codes: RegExp, what: string, advice: string][] = [
  [/^CERT_HAS_EXPIRED$/, 'has a certificate that has expired', checkClock],
  [/^CERT_NOT_YET_VALID$/, 'has a certificate that is not valid yet', checkClock],
  [/^CERT_REVOKED$/, 'has a certificate that was revoked', inBetween],
  [/ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, 'has a certificate for another name', inBetween],
  [
    /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/,
    'has a certificate from an authority that this machine does not know',
    howToTrust,
  ],
  [/_TOO_(SMALL|WEAK)$/, 'has a certificate or keys that are too weak to be safe', tooOld],
  [/NO_APPLICATION_PROTOCOL$/, onlyHttp2.what, onlyHttp2.advice],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|UNKNOWN_PROTOCOL|PACKET_LENGTH/, 'speaks no TLS there', checkAddress],
  [
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/,
    'speaks only a version of TLS that is too old to be safe',
    tooOld,
  ],
  [
    /CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE_UNKNOWN/,
    'wants a certificate of this machine, which Sessiondeck cannot show',
    'Ask whoever runs it for another way in.',
  ],
  [/UNRECOGNIZED_NAME/, 'does not serve this name', checkAddress],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER/, 'has no encryption in common with this machine', tooOld],
]

/** TLS and certificate codes, among all the failures of a connection. */
const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|EPROTO|(EE|CA)_(KEY|MD)_)/

/** What failed in an attempt at TLS; `null` where it is not TLS that failed. */
export function tlsTrouble(cause: unknown): TlsTrouble | null {
  if (!(cause instanceof Error)) return null
  const code = errorCode(cause)
  if (code === 'ECONNRESET' && /before secure TLS connection/.test(cause.message))
    return { what: 'hung up while the encryption was agreed on', advice: inBetween }
  if (!tlsCodes.test(code)) return null
  const known = troubles.find(([codes]) => codes.test(code))
  if (!known)
    return { what: `has a certificate or an encryption that is not accepted (${code})`, advice: inBetween }
  const [, what, advice] = known
  const names = what.endsWith('another name') ? otherNames(cause) : ''
  return { what: what + names, advice }
}

/** The first names a certificate covers, from its own text, which anybody can write. */
function otherNames(cause: Error): string {
  const cert: unknown = 'cert' in cause ? cause.cert : null
  const written =
    typeof cert === 'object' && cert !== null && 'subjectaltname' in cert ? cert.subjectaltname : ''
  const names = Array.from(
    String(written).matchAll(/(?:DNS|IP Address):([\w.*:-]{1,100})/g),
    ([, name]) => name,
  )
  return names.length > 0 ? ` (${names.slice(0, 2).join(', ')})` : ''
}
