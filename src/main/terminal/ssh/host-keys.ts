import type { ServerHostKeyAlgorithm } from 'ssh2'
import { hostNamePattern } from '../../../shared/host-name'
import { printableLine } from '../../../shared/printable'
import { sshText } from '../../../shared/text/ssh'
import { hostAndPort } from '../config/host-and-port'
import {
  fingerprint,
  type HostKey,
  type KnownHost,
  knownTypes,
  lookup,
  readHostKey,
} from '../config/known-hosts'
import type { KnownHostsFiles } from '../config/known-hosts-file'
import type { Ask } from '../connection'
import { ConnectionFailure, fileTrouble } from '../failure'

/** Our order where the host is not known. As in OpenSSH, `ssh-rsa` with its SHA-1 signatures is not among them. */
const algorithms: ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
]

/** The type of key that a host-key algorithm signs with: RSA has one type and several algorithms. */
const typeOf = (algorithm: string) => (algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm)

/** Checks one server's key, first against what is known, then with the person. */
export type HostKeyCheck = {
  /** What to offer the server: the types by which it is known come first, so that it shows a key we can compare. */
  offer: ServerHostKeyAlgorithm[]
  /**
   * Called with the key that the server shows first.
   *
   * @throws {ConnectionFailure} where it is not to be trusted
   */
  verify(blob: Buffer): Promise<void>
  /** Whether a key, shown later, is the one that was accepted. */
  isAccepted(blob: Buffer): boolean
  /** Once the server has proved that the key is its own: writes an accepted one down. Rejects where it cannot. */
  settle(): Promise<void>
}

/** Whose key is checked. */
type Server = {
  host: string
  port: number
  /** The name by which it is known instead, as OpenSSH's `HostKeyAlias` says. */
  hostKeyAlias?: string
}

/**
 * @param ask asked for a key that nothing is known about, and for nothing else
 * @throws {ConnectionFailure} where the known hosts cannot be read, or cannot name the server
 */
export async function hostKeyCheck(server: Server, files: KnownHostsFiles, ask: Ask): Promise<HostKeyCheck> {
  const address = hostAndPort(server.host, server.port)
  // An alias stands for the port too.
  const { host, port } = server.hostKeyAlias ? { host: server.hostKeyAlias, port: 22 } : server
  const known = hostAndPort(host, port)
  const name = known === address ? address : sshText.alias(known, address)
  if (!hostNamePattern.test(host)) throw new ConnectionFailure(sshText.badName(printableLine(name)), false)
  const read = () =>
    files.about(host, port).catch((error) => {
      throw new ConnectionFailure(sshText.knownHostsUnreadable(name, fileTrouble(error)), false, {
        cause: error,
      })
    })
  const types = knownTypes(await read(), host, port)
  const isKnown = (algorithm: string) => types.includes(typeOf(algorithm))
  let accepted: HostKey | null = null
  let isNew = false

  return {
    offer: [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))],
    async verify(blob) {
      const key = readHostKey(blob)
      if (!key) throw new ConnectionFailure(sshText.badHostKey(name), false)
      // Read again: another tab may have learnt of it meanwhile.
      const trust = lookup(await read(), host, port, key)
      if (trust.kind === 'unknown') {
        const answer = await ask({
          kind: 'host-key',
          host: name,
          keyType: key.type,
          fingerprint: fingerprint(blob),
          otherTypesKnown: trust.otherTypesKnown,
        })
        if (!answer) throw new ConnectionFailure(sshText.hostKeyNotAccepted(name), false)
        isNew = true
        files.accept(host, port, key)
      } else if (trust.kind !== 'known') {
        throw new ConnectionFailure(refusal(trust, { name, known }, key), false)
      }
      accepted = key
    },
    isAccepted: (blob) => accepted?.blob.equals(blob) ?? false,
    async settle() {
      if (!accepted || !isNew) return
      isNew = false
      await files.remember(host, port, accepted)
    },
  }
}

const place = (entry: KnownHost) => `${entry.file}:${entry.line}`

/** Why a key is a hard stop, and how somebody who knows better repairs it. */
function refusal(
  trust: { kind: 'changed'; known: KnownHost[] } | { kind: 'revoked'; by: KnownHost },
  { name, known: entryName }: { name: string; known: string },
  key: HostKey,
): string {
  const shown = `${key.type} ${fingerprint(key.blob)}`
  switch (trust.kind) {
    case 'revoked':
      return sshText.hostKeyRevoked(name, shown, place(trust.by))
    case 'changed': {
      const known = trust.known.map((entry) => sshText.knownIn(fingerprint(entry.key.blob), place(entry)))
      const files = [...new Set(trust.known.map((entry) => entry.file))]
      const repair = files.map((file) => `ssh-keygen -f "${file}" -R "${entryName}"`)
      return sshText.hostKeyChanged(name, shown, known.join(', '), repair.join(' ; '))
    }
  }
}
