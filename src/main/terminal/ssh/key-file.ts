import type { ParsedKey } from 'ssh2'
import { isMissing } from '../../lib/errno'
import { fileTrouble } from '../failure'
import { readPlainFile, utf16Text } from '../read-file'
import { parsedKey } from './agent'
import { UnusableKey } from './key-trouble'
import {
  isEncrypted,
  isPrivateKey,
  type OpenedKey,
  openedKey,
  openPrivateKey,
  openSshHeader,
} from './private-key'
import { parsePuttyKey } from './putty-key'
import { fieldsOf } from './ssh-blob'

/** Far above any key; a path that leads elsewhere must not be read to its end. */
const maxKeyBytes = 64 * 1024

/** A key file, read but perhaps not opened. */
export type KeyFile = {
  path: string
  /** The public half where it is known without a passphrase: inside the file or in the `.pub` beside it. */
  publicKey: ParsedKey | null
  /**
   * The private half: open, or the text of one that wants a passphrase; `null` where the file is a public key, whose
   * other half an agent may hold.
   */
  privateKey: { opened: OpenedKey } | { locked: string } | null
}

/**
 * Reads a key file in OpenSSH's format, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY's, or a public key. Nothing is decrypted.
 *
 * @returns null where there is no file, nor a public key beside its place
 * @throws {Error} with a sentence where it cannot be read, or is no key that is supported
 */
export async function readKeyFile(path: string): Promise<KeyFile | null> {
  const text = await readText(path)
  const beside = () => readText(`${path}.pub`).catch(() => null)
  if (text === null || !isPrivateKey(text)) {
    const line = text ?? (await beside())
    return line === null ? null : { path, publicKey: publicKeyOf(line), privateKey: null }
  }
  if (isEncrypted(text)) {
    const line = publicHalf(text) ?? (await beside())
    return { path, publicKey: line === null ? null : publicKeyOf(line), privateKey: { locked: text } }
  }
  const opening = openPrivateKey(text, undefined)
  if (opening.kind === 'open') {
    const opened = openedKey(opening.pem)
    return { path, publicKey: opened.publicKey, privateKey: { opened } }
  }
  throw new UnusableKey(opening.kind === 'unusable' ? opening.trouble : { why: 'damaged' })
}

/** The public key that stands in clear in an encrypted file, as a line of text. */
function publicHalf(text: string): string | null {
  const blob = openSshHeader(text)?.publicBlob ?? parsePuttyKey(text)?.publicBlob
  const type = blob && fieldsOf(blob)[0]
  return type ? `${type.toString('latin1')} ${blob.toString('base64')}` : null
}

/** @throws {Error} where a line of text is not a public key that is supported */
function publicKeyOf(line: string): ParsedKey {
  const key = parsedKey(line)
  if (key) return key
  const type = /^([a-z0-9@.-]{1,64}) +AAAA/.exec(line)?.[1]
  throw new UnusableKey(type ? { why: 'type', name: type } : { why: 'notKey' })
}

/** @returns each byte a character, but for a file that Windows wrote in UTF-16 */
async function readText(path: string): Promise<string | null> {
  try {
    const bytes = await readPlainFile(path, maxKeyBytes)
    return utf16Text(bytes) ?? bytes.toString('latin1')
  } catch (error) {
    if (isMissing(error)) return null
    throw new Error(fileTrouble(error), { cause: error })
  }
}
