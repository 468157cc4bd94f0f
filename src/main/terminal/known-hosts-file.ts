import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type HostKey,
  hashedKnownHostsLine,
  type KnownHost,
  knownHostsLine,
  lookup,
  parseKnownHosts,
} from './known-hosts'

/** The known_hosts files of a workspace. */
export type KnownHostsFiles = {
  /** @throws where a file is there and cannot be read: who is trusted is then not known. */
  read(): Promise<KnownHost[]>
  /** The person accepted a key: until it is written down, and where it cannot be, `read` knows it all the same. */
  accept(host: string, port: number, key: HostKey): void
  /**
   * Appends a key to the first file, which is made for its owner alone where there is none. Other lines stay as they
   * are, whatever they say. In a file that hides names, its name is hidden too.
   *
   * @throws where the file cannot be written
   */
  remember(host: string, port: number, key: HostKey): Promise<void>
}

/**
 * The files of a person and of their machine, in OpenSSH's order: an administrator's list, and what it revokes, counts.
 *
 * @param home the home folder
 */
export function usualKnownHosts(
  home: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): [string, ...string[]] {
  const system =
    platform === 'win32' ? path.join(environment.ProgramData ?? 'C:\\ProgramData', 'ssh') : '/etc/ssh'
  const both = (folder: string, name: string): [string, string] => [
    path.join(folder, name),
    path.join(folder, `${name}2`),
  ]
  return [...both(path.join(home, '.ssh'), 'known_hosts'), ...both(system, 'ssh_known_hosts')]
}

/** @param files the first is written to, all are read; those that do not exist are empty */
export function knownHostsFiles(files: readonly [string, ...string[]]): KnownHostsFiles {
  // Two tabs that learn of a host at once must not write its key twice, or into each other's line.
  let lastWrite: Promise<void> = Promise.resolve()

  const [file] = files
  /** Lines that are accepted and not written yet. */
  const accepted = new Set<string>()

  const readFiles = async () => {
    const texts = await Promise.all(files.map(readIfThere))
    return files.flatMap((each, index) => parseKnownHosts(texts[index] ?? '', each))
  }

  const append = async (host: string, port: number, key: HostKey) => {
    if (lookup(await readFiles(), host, port, key).kind === 'known') return
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const text = await readIfThere(file)
    const handle = await open(file, 'a', 0o600)
    try {
      const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n'
      const line = /^\|1\|[^|\s]+\|[^|\s]+\s/m.test(text) ? hashedKnownHostsLine : knownHostsLine
      await handle.appendFile(`${lineBreak}${line(host, port, key)}\n`)
    } finally {
      await handle.close()
    }
  }

  return {
    async read() {
      const written = await readFiles()
      return [...written, ...[...accepted].flatMap((line) => parseKnownHosts(line, file))]
    },
    accept: (host, port, key) => void accepted.add(knownHostsLine(host, port, key)),
    remember(host, port, key) {
      const write = lastWrite.then(async () => {
        await append(host, port, key)
        accepted.delete(knownHostsLine(host, port, key))
      })
      lastWrite = write.catch(() => undefined)
      return write
    },
  }
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
