import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hostNamePattern } from '../../../shared/host-name'
import { hostAndPort } from './host-and-port'
import { matchesPatternList } from './patterns'

/** A public key as it travels: its type, and the blob that begins with it. */
export type HostKey = { type: string; blob: Buffer }

/** One line of a known_hosts file that says something about somebody. */
export type KnownHost = {
  file: string
  /** From 1. */
  line: number
  marker: 'revoked' | 'cert-authority' | null
  /** The first field, as written: names, patterns or a hash. */
  names: string
  key: HostKey
}

/** What the files say about a host's key. */
type Trust =
  | { kind: 'known' }
  /** Nobody said anything about a key of this type. `otherTypesKnown`: the host is known by others. */
  | { kind: 'unknown'; otherTypesKnown: string[] }
  | { kind: 'changed'; known: KnownHost[] }
  | { kind: 'revoked'; by: KnownHost }

/**
 * Reads a public key's blob, as a server sends it.
 *
 * @returns null where it is not one
 */
export function readHostKey(blob: Buffer): HostKey | null {
  if (blob.length < 4) return null
  const length = blob.readUInt32BE(0)
  if (length === 0 || length > 100 || blob.length < 4 + length) return null
  return { type: blob.toString('latin1', 4, 4 + length), blob }
}

/** `SHA256:…` without padding, as OpenSSH prints it. */
export function fingerprint(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** The names under which something may be said of a host. */
export const knownNames = (host: string, port: number): string[] =>
  // As OpenSSH does: a key written down before the server moved to another port is still the host's.
  port === 22 ? [host] : [hostAndPort(host, port), host]

/** Whether a line of a known_hosts file may say something about one of these names. Cheap for most that do not. */
export function isAbout(line: string, wanted: readonly string[]): boolean {
  const [, field] = /^\s*(?:@\S+\s+)?(\S+)/.exec(line) ?? []
  return field !== undefined && wanted.some((name) => names(field, name))
}

/**
 * Reads a line of a known_hosts file.
 *
 * @param line its number, from 1
 * @returns null for a comment, and for what makes no sense, which is passed over as OpenSSH does
 */
export function parseKnownHost(text: string, file: string, line: number): KnownHost | null {
  const fields = text.trim().split(/\s+/)
  let marker: KnownHost['marker'] = null
  if (fields[0]?.startsWith('@')) {
    if (fields[0] !== '@revoked' && fields[0] !== '@cert-authority') return null
    marker = fields[0] === '@revoked' ? 'revoked' : 'cert-authority'
    fields.shift()
  }
  const [names, type, base64] = fields
  if (!names || names.startsWith('#') || !type || !base64) return null
  const key = readHostKey(Buffer.from(base64, 'base64'))
  return key?.type === type ? { file, line, marker, names, key } : null
}

/** Whether a line's first field names a host (`host` or `[host]:port`): by pattern list or by hash. */
function names(field: string, name: string): boolean {
  if (!field.startsWith('|')) return matchesPatternList(field.split(','), name)
  const [, version, salt, hash] = field.split('|')
  if (version !== '1' || !salt || !hash) return false
  return hashOf(name, Buffer.from(salt, 'base64')).equals(Buffer.from(hash, 'base64'))
}

const hashOf = (name: string, salt: Buffer): Buffer =>
  createHmac('sha1', salt).update(name.toLowerCase()).digest()

/** The key types by which a host is known, each once, in the files' order. */
export function knownTypes(entries: readonly KnownHost[], host: string, port: number): string[] {
  const name = hostAndPort(host, port)
  const known = entries.filter((entry) => entry.marker === null && names(entry.names, name))
  return [...new Set(known.map((entry) => entry.key.type))]
}

/** What the files say about the key that a host showed. A revocation wins over everything. */
export function lookup(entries: readonly KnownHost[], host: string, port: number, key: HostKey): Trust {
  const name = hostAndPort(host, port)
  const about = entries.filter((entry) => names(entry.names, name))
  const same = about.filter((entry) => entry.key.blob.equals(key.blob))

  const revoked = same.find((entry) => entry.marker === 'revoked')
  if (revoked) return { kind: 'revoked', by: revoked }
  if (same.some((entry) => entry.marker === null)) return { kind: 'known' }

  const plain = about.filter((entry) => entry.marker === null)
  const changed = plain.filter((entry) => entry.key.type === key.type)
  if (changed.length > 0) return { kind: 'changed', known: changed }

  // An authority's line is about certificates, and says nothing of a key that comes without one.
  if (port !== 22 && plain.length === 0) {
    // By its name alone. Unlike in OpenSSH, a key that was revoked before is still revoked.
    const before = lookup(entries, host, 22, key)
    if (before.kind === 'known' || before.kind === 'revoked') return before
  }
  return { kind: 'unknown', otherTypesKnown: [...new Set(plain.map((entry) => entry.key.type))] }
}

/**
 * The line that makes a key known, in OpenSSH's format, without a line break.
 *
 * @throws for what is no name: the line would speak of other hosts too
 */
export function knownHostsLine(host: string, port: number, key: HostKey): string {
  return lineOf(entryName(host, port).toLowerCase(), key)
}

function entryName(host: string, port: number): string {
  if (!hostNamePattern.test(host)) throw new Error('not the name of a host')
  return hostAndPort(host, port)
}

/** The same with the host's name hashed, so that nobody who reads the file learns where it leads. */
export function hashedKnownHostsLine(host: string, port: number, key: HostKey): string {
  const salt = randomBytes(20)
  const hash = hashOf(entryName(host, port), salt)
  return lineOf(`|1|${salt.toString('base64')}|${hash.toString('base64')}`, key)
}

const lineOf = (names: string, key: HostKey): string => `${names} ${key.type} ${key.blob.toString('base64')}`
