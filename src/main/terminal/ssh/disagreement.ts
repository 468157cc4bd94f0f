import { printableLine } from '../../../shared/printable'
import { describeError } from '../failure'

/** Algorithms that no well-kept server still offers. */
const outdated = [
  /^diffie-hellman-group(1|14)-sha1$|-group-exchange-sha1$|^rsa1024-/,
  /-cbc(@|$)|^arcfour|^blowfish|^3des|^des/,
  /^hmac-(md5|ripemd|sha1-96)/,
  /^ssh-(dss|rsa)$/,
]

const plurals: Readonly<Record<string, string>> = {
  'key exchange algorithm': 'key exchanges',
  'c->s cipher': 'ciphers',
  's->c cipher': 'ciphers',
  'c->s mac': 'message codes',
  's->c mac': 'message codes',
  'c->s compression': 'compressions',
  's->c compression': 'compressions',
}

/**
 * What the two sides do not share, as a sentence's end.
 *
 * @param offered what the server offers of a kind, in the words of ssh2's errors
 */
export function disagreement(error: Error, offered: (what: string) => readonly string[]): string {
  const what = /no matching (.+)$/.exec(error.message)?.[1] ?? ''
  if (what === 'host key format')
    return (
      'shows no host key that is supported: Ed25519, ECDSA, or RSA with SHA-2. Certificates of an authority, and ' +
      'RSA with SHA-1, are not'
    )
  if (!what) return `does not speak SSH as we do: ${describeError(error)}`

  // ext-info and strict exchange are signals among the algorithms.
  const names = offered(what).filter((name) => !/^(ext-info|kex-strict)-/.test(name))
  const kind = plurals[what.toLowerCase()] ?? printableLine(what, 40)
  const list = printableLine(names.join(', '), 200)
  const isOld = names.every((name) => outdated.some((pattern) => pattern.test(name)))
  if (isOld) return `offers no ${printableLine(what, 40)} that is supported. It may be too old to be safe`
  return (
    `offers only ${kind} that are not supported here yet: ${list}. Whoever runs it can let it offer a more usual one ` +
    'beside them'
  )
}
