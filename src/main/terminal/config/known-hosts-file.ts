import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isMissing } from '../../lib/errno'
import { SerialWrites } from '../../lib/serial-writes'
import { readPlainFile } from '../read-file'
import {
  type HostKey,
  hashedKnownHostsLine,
  isAbout,
  type KnownHost,
  knownHostsLine,
  knownNames,
  lookup,
  parseKnownHost,
} from './known-hosts'

/** Far above any naturally grown list, bytes. */
const maxBytes = 64 * 1024 * 1024
/** Lines scanned before yielding to other work: each with a hashed name costs some 10 µs. */
const linesPerTurn = 200

/** The known_hosts files of a workspace. */
export type KnownHostsFiles = {
  /**
   * All that is said about a host, in the files' order.
   *
   * @throws where a file is there and cannot be read: who is trusted is then not known
   */
  about(host: string, port: number): Promise<KnownHost[]>
  /** The person accepted a key: until it is written down, and where it cannot be, `about` knows it all the same. */
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
  const writes = new SerialWrites()
  const [file] = files
  const lists = files.map((each) => new KnownHostsList(each))
  /** Lines that are accepted and not written yet. */
  const accepted = new Set<string>()

  const written = async (host: string, port: number) => {
    const found: KnownHost[] = []
    // In sequence: a disk that does not answer is asked once.
    for (const list of lists) found.push(...(await list.about(knownNames(host, port))))
    return found
  }

  const append = async (host: string, port: number, key: HostKey) => {
    if (lookup(await written(host, port), host, port, key).kind === 'known') return
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const text = (await readIfThere(file)).toString()
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
    async about(host, port) {
      const lines = [...accepted].filter((line) => isAbout(line, knownNames(host, port)))
      const unwritten = lines.flatMap((line) => parseKnownHost(line, file, 1) ?? [])
      return [...(await written(host, port)), ...unwritten]
    },
    accept: (host, port, key) => void accepted.add(knownHostsLine(host, port, key)),
    remember: (host, port, key) =>
      writes.run(async () => {
        await append(host, port, key)
        accepted.delete(knownHostsLine(host, port, key))
      }),
  }
}

/** One file, which is looked through once for each host until it changes. */
class KnownHostsList {
  readonly #file: string
  #bytes: Buffer | null = null
  #lines: string[] = []
  #found = new Map<string, Promise<KnownHost[]>>()

  constructor(file: string) {
    this.#file = file
  }

  async about(names: readonly string[]): Promise<KnownHost[]> {
    const bytes = await readIfThere(this.#file)
    if (!this.#bytes?.equals(bytes)) {
      this.#bytes = bytes
      this.#lines = bytes.toString().split('\n')
      this.#found = new Map()
    }
    const key = names.join()
    const found = this.#found.get(key) ?? this.#find(this.#lines, names)
    this.#found.set(key, found)
    return found
  }

  async #find(lines: readonly string[], names: readonly string[]): Promise<KnownHost[]> {
    const found: KnownHost[] = []
    for (const [index, line] of lines.entries()) {
      if (index % linesPerTurn === linesPerTurn - 1) await setImmediate()
      const entry = isAbout(line, names) ? parseKnownHost(line, this.#file, index + 1) : null
      if (entry) found.push(entry)
    }
    return found
  }
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readPlainFile(file, maxBytes)
  } catch (error) {
    if (isMissing(error)) return Buffer.alloc(0)
    throw error
  }
}
