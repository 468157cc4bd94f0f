import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto'
import ssh2, { type ParsedKey } from 'ssh2'
import { errorCode } from '../../lib/errno'
import { firstKey, parsedKey, type Sign } from './agent'
import { type KeyTrouble, UnusableKey } from './key-trouble'
import { openPuttyKey, parsePuttyKey } from './putty-key'
import { curveOf, fieldsOf, publicBlobOf } from './ssh-blob'

/** What came of opening a private key. `locked`: it wants a passphrase, or another one. */
export type Opening =
  | { kind: 'open'; pem: string }
  | { kind: 'locked' }
  /** No passphrase helps. */
  | { kind: 'unusable'; trouble: KeyTrouble }

/** Opens the text of a private key. It may take seconds: that is how a passphrase is kept from being guessed. */
export type OpenKey = (text: string, passphrase: string | undefined) => Promise<Opening>

/** A key that can sign. */
export type OpenedKey = { publicKey: ParsedKey; sign: Sign }

const unusable = (trouble: KeyTrouble): Opening => ({ kind: 'unusable', trouble })
const locked: Opening = { kind: 'locked' }
const damaged = unusable({ why: 'damaged' })

/** Whether a text is a private key of any kind, for us or not. */
export const isPrivateKey = (text: string): boolean =>
  /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-/m.test(text)

/** Whether a private key is encrypted, as its head says: nothing is derived. */
export function isEncrypted(text: string): boolean {
  const header = openSshHeader(text)
  if (header) return header.cipher !== 'none'
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED|^Encryption: (?!none)/m.test(text)
}

/**
 * Opens a private key: OpenSSH's format, PEM (PKCS#1, SEC 1, PKCS#8), PuTTY's. Takes all the time that the key's
 * derivation takes, unless it is not encrypted.
 *
 * @param passphrase left out to learn whether any will do
 */
export function openPrivateKey(text: string, passphrase: string | undefined): Opening {
  if (/-----BEGIN OPENSSH PRIVATE KEY-----/.test(text)) return openOpenSsh(text, passphrase)
  if (/^PuTTY-User-Key-File-/m.test(text)) return openPutty(text, passphrase)
  if (/-----BEGIN ((RSA|EC|DSA|ENCRYPTED) )?PRIVATE KEY-----/.test(text)) return openPem(text, passphrase)
  return unusable({ why: 'kind' })
}

/** A key from the PEM that `openPrivateKey` gave. */
export function openedKey(pem: string): OpenedKey {
  const key = createPrivateKey(pem)
  const { type, blob } = publicBlobOf(key)
  const publicKey = parsedKey(`${type} ${blob.toString('base64')}`)
  if (!publicKey) throw new UnusableKey({ why: 'type', name: type })
  return {
    publicKey,
    // RSA is told the hash, a curve implies one, Ed25519 has none.
    sign: (data, hash) =>
      new Promise((resolve, reject) => {
        sign(hash ?? curveOf(type)?.hash ?? null, data, key, (error, signature) => {
          if (error) reject(error)
          else resolve(signature)
        })
      }),
  }
}

function opened(key: KeyObject): Opening {
  try {
    publicBlobOf(key)
  } catch (error) {
    return unusable(error instanceof UnusableKey ? error.trouble : { why: 'kind' })
  }
  return { kind: 'open', pem: key.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** What the runtime says of a cipher, a derivation or a kind of key that it does not know. A wrong passphrase gives others. */
const unknownToRuntime = /UNSUPPORTED_|UNKNOWN_|EVP_UNSUPPORTED/

function openPem(text: string, passphrase: string | undefined): Opening {
  if (/-----BEGIN DSA /.test(text)) return unusable({ why: 'kindNamed', name: 'DSA' })
  const encrypted = isEncrypted(text)
  try {
    // Any passphrase shows whether the runtime knows how the key is encrypted.
    return opened(createPrivateKey({ key: text, passphrase: passphrase ?? randomUUID() }))
  } catch (error) {
    const isUnknown = unknownToRuntime.test(errorCode(error))
    if (!encrypted) return unusable({ why: isUnknown ? 'kind' : 'damagedOrKind' })
    if (!isUnknown) return locked
    return unusable({ why: passphrase === undefined ? 'opensslEncryption' : 'kind' })
  }
}

function openPutty(text: string, passphrase: string | undefined): Opening {
  if (!/^PuTTY-User-Key-File-[23]:/m.test(text)) return unusable({ why: 'oldestPutty' })
  const key = parsePuttyKey(text)
  if (!key) return damaged
  const encrypted = key.encryption !== 'none'
  if (encrypted && key.version === 3) return unusable({ why: 'newerPutty' })
  if (encrypted && key.encryption !== 'aes256-cbc') return unusable({ why: 'encryption' })
  try {
    const found = openPuttyKey(key, passphrase ?? '')
    if (found) return opened(found)
  } catch (error) {
    return error instanceof UnusableKey ? unusable(error.trouble) : damaged
  }
  return encrypted ? locked : damaged
}

function openOpenSsh(text: string, passphrase: string | undefined): Opening {
  const header = openSshHeader(text)
  if (!header?.isWhole) return damaged
  const { cipher, type } = header
  if (!/^(ssh-(rsa|ed25519)|ecdsa-sha2-nistp(256|384|521))$/.test(type)) {
    return unusable(type.startsWith('sk-') ? { why: 'securityKey' } : { why: 'type', name: type })
  }
  // The one of OpenSSH's ciphers for which the runtimes have no single name.
  if (cipher.startsWith('chacha20')) return unusable({ why: 'cipher', name: cipher })

  const parsed: unknown = ssh2.utils.parseKey(text, passphrase)
  if (parsed instanceof Error) {
    if (/^Unsupported (cipher|kdf)/.test(parsed.message)) return unusable({ why: 'cipher', name: cipher })
    return cipher === 'none' ? damaged : locked
  }
  const pem = firstKey(parsed)?.getPrivatePEM()
  if (!pem) return damaged
  const key = createPrivateKey(pem)
  return publicBlobOf(key).blob.equals(header.publicBlob) ? opened(key) : damaged
}

type OpenSshHeader = {
  cipher: string
  /** Of the key, which stands in clear. */
  type: string
  publicBlob: Buffer
  /** All that the file promises is there. */
  isWhole: boolean
}

const magic = 'openssh-key-v1\0'

/** What stands in clear in a file of OpenSSH's format; `null` where it is none. */
export function openSshHeader(text: string): OpenSshHeader | null {
  const base64 = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+?)-----END/.exec(text)?.[1]
  const bytes = Buffer.from(base64 ?? '', 'base64')
  if (bytes.toString('latin1', 0, magic.length) !== magic) return null
  // The cipher, the derivation of its key and the options of that; then how many keys there are; then those.
  const head = fieldsOf(bytes.subarray(magic.length)).slice(0, 3)
  const keysAt = magic.length + head.reduce((sum, field) => sum + 4 + field.length, 0) + 4
  const [publicBlob, privateBlob] = fieldsOf(bytes.subarray(keysAt))
  const [cipher] = head
  if (!cipher || !publicBlob) return null
  return {
    cipher: cipher.toString('latin1'),
    type: fieldsOf(publicBlob)[0]?.toString('latin1') ?? '',
    publicBlob,
    isWhole: privateBlob !== undefined,
  }
}
