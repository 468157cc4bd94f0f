import { tlsText } from '../../shared/text/tls'
import { howToTrust } from '../trust'
import { errorCode } from './errno'

/** What is wrong with the TLS of a peer. */
export type TlsTrouble = {
  /** Follows the peer's name in a sentence. */
  what: string
  /** What a person can do: a sentence or two. */
  advice: string
}

/** The peer speaks no HTTP/1.1. */
export const onlyHttp2: TlsTrouble = {
  get what() {
    return tlsText.onlyHttp2
  },
  get advice() {
    return tlsText.allowHttp1
  },
}

/** By the words in the runtime's codes, OpenSSL's and BoringSSL's alike; the first match counts. */
const troubles = (cause: Error): readonly [codes: RegExp, what: string, advice: string][] => [
  [/^CERT_HAS_EXPIRED$/, tlsText.expired, tlsText.checkClock],
  [/^CERT_NOT_YET_VALID$/, tlsText.notYetValid, tlsText.checkClock],
  [/^CERT_REVOKED$/, tlsText.revoked, tlsText.inBetween],
  [/ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, tlsText.otherName(otherNames(cause)), tlsText.inBetween],
  [
    /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/,
    tlsText.unknownAuthority,
    howToTrust(),
  ],
  [/_TOO_(SMALL|WEAK)$/, tlsText.tooWeak, tlsText.updateThere],
  [/NO_APPLICATION_PROTOCOL$/, onlyHttp2.what, onlyHttp2.advice],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|UNKNOWN_PROTOCOL|PACKET_LENGTH/, tlsText.noTls, tlsText.checkAddress],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/, tlsText.tooOld, tlsText.updateThere],
  [
    /CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE_UNKNOWN/,
    tlsText.wantsCertificate,
    tlsText.otherWay,
  ],
  [/UNRECOGNIZED_NAME/, tlsText.otherServer, tlsText.checkAddress],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER/, tlsText.nothingInCommon, tlsText.updateThere],
]

/** TLS and certificate codes, among all the failures of a connection. */
const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|EPROTO|(EE|CA)_(KEY|MD)_)/

/** What failed in an attempt at TLS; `null` where it is not TLS that failed. */
export function tlsTrouble(cause: unknown): TlsTrouble | null {
  if (!(cause instanceof Error)) return null
  const code = errorCode(cause)
  if (code === 'ECONNRESET' && /before secure TLS connection/.test(cause.message))
    return { what: tlsText.hungUp, advice: tlsText.inBetween }
  if (!tlsCodes.test(code)) return null
  const known = troubles(cause).find(([codes]) => codes.test(code))
  if (!known) return { what: tlsText.notAccepted(code), advice: tlsText.inBetween }
  const [, what, advice] = known
  return { what, advice }
}

/** The first names a certificate covers, from its own text, which anybody can write. */
function otherNames(cause: Error): string[] {
  const cert: unknown = 'cert' in cause ? cause.cert : null
  const written =
    typeof cert === 'object' && cert !== null && 'subjectaltname' in cert ? cert.subjectaltname : ''
  const names = Array.from(
    String(written).matchAll(/(?:DNS|IP Address):([\w.*:-]{1,100})/g),
    ([, name = '']) => name,
  )
  return names.slice(0, 2)
}
