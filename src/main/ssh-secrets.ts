import path from 'node:path'
import type { SshHost } from '../shared/terminal'

/** OpenSSH's default key files, in its order. */
export const usualFiles = ['~/.ssh/id_rsa', '~/.ssh/id_ecdsa', '~/.ssh/id_ed25519']

/** In place of a key file: not even the usual ones. */
export const noFile = 'none'

/** The key files that a list names, the usual ones where it is empty. */
export function namedFiles(identityFiles: readonly string[]): readonly string[] {
  return identityFiles.length > 0 ? identityFiles.filter((file) => file !== noFile) : usualFiles
}

/** A home folder's `~/…`, spelled out. */
export function expandHome(file: string, home: string): string {
  if (file === '~') return home
  return file.startsWith('~/') || file.startsWith('~\\') ? path.join(home, file.slice(2)) : file
}

/** The name under which a login's password is kept. */
export const passwordName = ({ user, host, port }: { user: string; host: string; port: number }): string =>
  `password:${user}@${host}:${port}`

/** The name under which a key file's passphrase is kept. `file`: its whole path. */
export const passphraseName = (file: string): string => `passphrase:${file}`

/** Every name under which something may be remembered for a host: its own, its hops' and its key files'. */
export function secretNames({ user, host, port, jumps, identityFiles }: SshHost, home: string): string[] {
  const hops = jumps.map((jump) => ({ ...jump, user: jump.user ?? user }))
  const choices = [identityFiles, ...jumps.flatMap(({ keys }) => (keys ? [keys.identityFiles] : []))]
  const files = choices.flatMap(namedFiles)
  return [
    ...[{ user, host, port }, ...hops].map(passwordName),
    ...new Set(files.map((file) => passphraseName(expandHome(file, home)))),
  ]
}
