import { createPublicKey, type KeyObject } from 'node:crypto'
import { UnusableKey } from './key-trouble'

/** The curves that SSH has names for, by the end of a key's type. */
const curves = {
  nistp256: { openssl: 'prime256v1', crv: 'P-256', bytes: 32, hash: 'sha256' },
  nistp384: { openssl: 'secp384r1', crv: 'P-384', bytes: 48, hash: 'sha384' },
  nistp521: { openssl: 'secp521r1', crv: 'P-521', bytes: 66, hash: 'sha512' },
} as const

/** The curve of a key type such as `ecdsa-sha2-nistp256`, its numbers' size and the hash that is signed with it. */
export function curveOf(type: string): (typeof curves)[keyof typeof curves] | null {
  const name = /^ecdsa-sha2-(nistp\d+)$/.exec(type)?.[1]
  return Object.entries(curves).find(([each]) => each === name)?.[1] ?? null
}

/** The strings of a blob, one after another, as far as they are whole. */
export function fieldsOf(blob: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let at = 0; at + 4 <= blob.length; ) {
    const end = at + 4 + blob.readUInt32BE(at)
    if (end > blob.length) break
    fields.push(blob.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** Strings as SSH writes them: each with its length before it. */
export function blobOf(fields: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(
    fields.flatMap((field) => {
      const bytes = Buffer.from(field)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

/** A public key as it travels: its type, and the blob that begins with it. */
type PublicBlob = { type: string; blob: Buffer }

/**
 * The public half of a key in SSH's words.
 *
 * @throws {UnusableKey} where OpenSSH has none for it either
 */
export function publicBlobOf(privateKey: KeyObject): PublicBlob {
  const { asymmetricKeyType: kind = 'secret', asymmetricKeyDetails: details } = privateKey
  if (kind !== 'rsa' && kind !== 'ec' && kind !== 'ed25519') {
    const name = kind.startsWith('ed') ? `Ed${kind.slice(2)}` : kind.toUpperCase()
    throw new UnusableKey({ why: 'kindNamed', name })
  }
  const curve = Object.entries(curves).find(([, { openssl }]) => openssl === details?.namedCurve)?.[0]
  if (kind === 'ec' && !curve) throw new UnusableKey({ why: 'curve', name: String(details?.namedCurve) })

  const { n, e, x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const bytes = (word: string | undefined) => Buffer.from(word ?? '', 'base64url')
  const named = (type: string, ...fields: (Buffer | string)[]) => ({ type, blob: blobOf([type, ...fields]) })
  if (kind === 'rsa') return named('ssh-rsa', positive(bytes(e)), positive(bytes(n)))
  if (kind === 'ed25519') return named('ssh-ed25519', bytes(x))
  const point = Buffer.concat([Buffer.from([4]), bytes(x), bytes(y)])
  return named(`ecdsa-sha2-${curve}`, curve ?? '', point)
}

/** A number as SSH writes it: a first bit that is set would make it negative. */
const positive = (digits: Buffer): Buffer =>
  (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits
