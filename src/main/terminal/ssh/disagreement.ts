import { printableLine } from '../../../shared/printable'
import { sshText } from '../../../shared/text/ssh'
import { describeError } from '../failure'

/** Algorithms that no well-kept server still offers. */
const outdated = [
  /^diffie-hellman-group(1|14)-sha1$|-group-exchange-sha1$|^rsa1024-/,
  /-cbc(@|$)|^arcfour|^blowfish|^3des|^des/,
  /^hmac-(md5|ripemd|sha1-96)/,
  /^ssh-(dss|rsa)$/,
]

const plurals = (): Readonly<Record<string, string>> => ({
  'key exchange algorithm': sshText.keyExchanges,
  'c->s cipher': sshText.ciphers,
  's->c cipher': sshText.ciphers,
  'c->s mac': sshText.messageCodes,
  's->c mac': sshText.messageCodes,
  'c->s compression': sshText.compressions,
  's->c compression': sshText.compressions,
})

/**
 * What the two sides do not share, as a sentence's end.
 *
 * @param offered what the server offers of a kind, in the words of ssh2's errors
 */
export function disagreement(error: Error, offered: (what: string) => readonly string[]): string {
  const what = /no matching (.+)$/.exec(error.message)?.[1] ?? ''
  if (what === 'host key format') return sshText.noHostKey
  if (!what) return sshText.otherSsh(describeError(error))

  // ext-info and strict exchange are signals among the algorithms.
  const names = offered(what).filter((name) => !/^(ext-info|kex-strict)-/.test(name))
  const isOld = names.every((name) => outdated.some((pattern) => pattern.test(name)))
  const kind = printableLine(what, 40)
  if (isOld) return sshText.tooOld(kind)
  return sshText.tooUnusual(plurals()[what.toLowerCase()] ?? kind, printableLine(names.join(', '), 200))
}
