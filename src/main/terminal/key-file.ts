import { createPrivateKey } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { ParsedKey } from 'ssh2'
import { parsedKey } from './agent'
import { fileTrouble } from './failure'

/** Far above any key; a path that leads elsewhere must not be read to its end. */
const maxKeyBytes = 64 * 1024

/** A key file, read but perhaps not opened. */
export type KeyFile = {
  path: string
  /** The public half where it is known without a passphrase: inside the file or in the `.pub` beside it. */
  publicKey: ParsedKey | null
  encrypted: boolean
  /**
   * Opens the key; `null` where the file is a public key, whose private half an agent may hold.
   *
   * @returns null where the passphrase is wrong, or the key is of no use
   */
  unlock: ((passphrase: string | undefined) => ParsedKey | null) | null
}

/**
 * Reads a key file in OpenSSH's format or PEM (PKCS#1, SEC 1, PKCS#8), or a public key.
 *
 * @returns null where there is no file, nor a public key beside its place
 * @throws {Error} with a sentence where it cannot be read, or is no key that is supported
 */
export async function readKeyFile(path: string): Promise<KeyFile | null> {
  const text = await readText(path)
  const beside = () => readText(`${path}.pub`).catch(() => null)
  if (text === null || !/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-/m.test(text)) {
    const line = text ?? (await beside())
    return line === null ? null : { path, publicKey: publicKeyOf(line), encrypted: false, unlock: null }
  }
  const unlock = (passphrase: string | undefined) => privateKey(text, passphrase)
  const open = unlock(undefined)
  if (open) return { path, publicKey: open, encrypted: false, unlock: () => open }

  const line = publicHalf(text) ?? (await beside())
  const publicKey = line === null ? null : publicKeyOf(line)
  if (/^PuTTY-User-Key-File-[^12]/m.test(text))
    throw new Error('PuTTY’s newer format is not supported; PuTTYgen exports it as an OpenSSH key')
  // Who has nothing to unlock must not be asked for a passphrase.
  if (!isLocked(text)) throw new Error('its kind of key is not supported')
  return { path, publicKey, encrypted: true, unlock }
}

/** Whether a key that could not be read may be one that wants a passphrase. */
const isLocked = (text: string): boolean =>
  /-----BEGIN (OPENSSH|ENCRYPTED) PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED|^Encryption: (?!none)/m.test(text)

function privateKey(text: string, passphrase: string | undefined): ParsedKey | null {
  const key = parsedKey(text, passphrase)
  if (key) return key.isPrivateKey() ? key : null
  try {
    // ssh2 does not read PKCS#8, Node does.
    const opened = createPrivateKey({ key: text, passphrase })
    const type = opened.asymmetricKeyType === 'ec' ? 'sec1' : 'pkcs1'
    return parsedKey(opened.export({ type, format: 'pem' }).toString())
  } catch {
    return null
  }
}

const magic = 'openssh-key-v1\0'

/** The public key that stands in clear in an encrypted file of OpenSSH's format, as a line of text. */
function publicHalf(text: string): string | null {
  const base64 = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+?)-----END/.exec(text)?.[1]
  if (!base64) return null
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.toString('latin1', 0, magic.length) !== magic) return null
  try {
    let at = magic.length
    const next = () => {
      const end = at + 4 + bytes.readUInt32BE(at)
      const field = bytes.subarray(at + 4, end)
      at = end
      return field
    }
    // The cipher, the derivation of its key and the options of that come first, then how many keys there are.
    next()
    next()
    next()
    at += 4
    const blob = next()
    const type = blob.toString('latin1', 4, 4 + blob.readUInt32BE(0))
    return `${type} ${blob.toString('base64')}`
  } catch {
    return null
  }
}

/** @throws {Error} where a line of text is not a public key that is supported */
function publicKeyOf(line: string): ParsedKey {
  const key = parsedKey(line)
  if (key) return key
  const type = /^([a-z0-9@.-]{1,64}) +AAAA/.exec(line)?.[1]
  throw new Error(type ? `keys of type ${type} are not supported` : 'it is not a key')
}

async function readText(path: string): Promise<string | null> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxKeyBytes), 0, maxKeyBytes, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(fileTrouble(error), { cause: error })
  }
}
