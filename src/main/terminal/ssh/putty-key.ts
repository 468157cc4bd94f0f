import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { UnusableKey } from './key-trouble'
import { curveOf, fieldsOf } from './ssh-blob'

/** A key file of PuTTY's, taken apart. */
type PuttyKey = {
  version: number
  type: string
  encryption: string
  comment: string
  publicBlob: Buffer
  /** Encrypted where `encryption` is not `none`. */
  privateBlob: Buffer
  mac: string
}

/**
 * Takes a `.ppk` file apart; nothing is decrypted.
 *
 * @param text each byte of the file a character: a comment's bytes count
 * @returns null where it is cut off or bad
 */
export function parsePuttyKey(text: string): PuttyKey | null {
  const lines = text.split(/\r?\n/)
  const field = (name: string) =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
  const blob = (name: string) => {
    const at = lines.findIndex((line) => line.startsWith(`${name}: `))
    const count = Number(field(name))
    const body = lines.slice(at + 1, at + 1 + count).join('')
    return at >= 0 && /^[A-Za-z0-9+/]+=*$/.test(body) ? Buffer.from(body, 'base64') : null
  }
  const [, version, type] = /^PuTTY-User-Key-File-(\d): (\S+)$/.exec(lines[0] ?? '') ?? []
  const [publicBlob, privateBlob] = [blob('Public-Lines'), blob('Private-Lines')]
  const mac = field('Private-MAC')
  if (!type || !publicBlob || !privateBlob || !mac) return null
  return {
    version: Number(version),
    type,
    encryption: field('Encryption'),
    comment: field('Comment'),
    publicBlob,
    privateBlob,
    mac,
  }
}

/**
 * Opens a key of version 2, or one of version 3 that has no passphrase.
 *
 * @returns null where the passphrase is wrong or the key corrupt, which cannot be told apart
 * @throws {UnusableKey} where its type is not supported
 */
export function openPuttyKey(key: PuttyKey, passphrase: string): KeyObject | null {
  const plain = key.encryption === 'none' ? key.privateBlob : decrypt(key.privateBlob, passphrase)
  if (!plain || macOf(key, plain, passphrase) !== key.mac) return null
  const jwk = jwkOf(key, plain)
  return jwk && createPrivateKey({ key: jwk, format: 'jwk' })
}

/** Version 2's derivation for AES-256-CBC. */
function decrypt(blob: Buffer, passphrase: string): Buffer | null {
  const part = (index: number) =>
    createHash('sha1')
      .update(Buffer.from([0, 0, 0, index]))
      .update(passphrase)
      .digest()
  const key = Buffer.concat([part(0), part(1)]).subarray(0, 32)
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false)
  try {
    return Buffer.concat([decipher.update(blob), decipher.final()])
  } catch {
    return null
  }
}

function macOf(key: PuttyKey, plain: Buffer, passphrase: string): string {
  const [hash, secret] =
    key.version === 3
      ? (['sha256', Buffer.alloc(0)] as const)
      : ([
          'sha1',
          createHash('sha1')
            .update('putty-private-key-file-mac-key')
            .update(key.encryption === 'none' ? '' : passphrase)
            .digest(),
        ] as const)
  const mac = createHmac(hash, secret)
  const strings = [key.type, key.encryption, key.comment].map((text) => Buffer.from(text, 'latin1'))
  for (const field of [...strings, key.publicBlob, plain]) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(field.length)
    mac.update(length).update(field)
  }
  return mac.digest('hex')
}

function jwkOf({ type, publicBlob }: PuttyKey, plain: Buffer): JsonWebKey | null {
  const [, ...publicFields] = fieldsOf(publicBlob)
  const privateFields = fieldsOf(plain)
  const [first, second] = publicFields
  const [secret] = privateFields
  if (!first || !secret) return null
  if (type === 'ssh-ed25519') {
    // PuTTY writes it as a number, which loses zeros at its high end.
    const d = Buffer.concat([secret, Buffer.alloc(32)]).subarray(0, 32)
    return { kty: 'OKP', crv: 'Ed25519', x: first.toString('base64url'), d: d.toString('base64url') }
  }
  if (type === 'ssh-rsa') return rsaJwk(publicFields, privateFields)
  const curve = curveOf(type)
  if (!curve || !second) throw new UnusableKey({ why: 'type', name: type })
  const { crv, bytes } = curve
  return {
    kty: 'EC',
    crv,
    x: second.subarray(1, 1 + bytes).toString('base64url'),
    y: second.subarray(1 + bytes).toString('base64url'),
    d: unsigned(secret, bytes).toString('base64url'),
  }
}

function rsaJwk(publicFields: readonly Buffer[], privateFields: readonly Buffer[]): JsonWebKey | null {
  const [e, n] = publicFields
  const [d, p, q, inverse] = privateFields
  if (!e || !n || !d || !p || !q || !inverse) return null
  const word = (bytes: Buffer) => unsigned(bytes, 0).toString('base64url')
  const number = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)
  const rest = (prime: Buffer) => {
    const hex = (number(d) % (number(prime) - 1n)).toString(16)
    return word(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
  }
  return {
    kty: 'RSA',
    n: word(n),
    e: word(e),
    d: word(d),
    p: word(p),
    q: word(q),
    dp: rest(p),
    dq: rest(q),
    qi: word(inverse),
  }
}

/** A number with leading zeros stripped, or padded to that length. */
function unsigned(bytes: Buffer, length: number): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Buffer.alloc(0) : bytes.subarray(first)
  return Buffer.concat([Buffer.alloc(Math.max(0, length - digits.length)), digits])
}
