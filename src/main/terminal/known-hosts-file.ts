import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type HostKey, type KnownHost, knownHostsLine, lookup, parseKnownHosts } from './known-hosts'

/** The known_hosts files of a workspace. */
export type KnownHostsFiles = {
  /** @throws where a file is there and cannot be read: who is trusted is then not known. */
  read(): Promise<KnownHost[]>
  /**
   * Appends a key to the first file, which is made for its owner alone where there is none. Other lines stay as they
   * are, whatever they say.
   *
   * @throws where the file cannot be written
   */
  remember(host: string, port: number, key: HostKey): Promise<void>
}

/** @param files the first is written to, all are read; those that do not exist are empty */
export function knownHostsFiles(files: readonly [string, ...string[]]): KnownHostsFiles {
  // Two tabs that learn of a host at once must not write its key twice, or into each other's line.
  let lastWrite: Promise<void> = Promise.resolve()

  const read = async () => {
    const texts = await Promise.all(files.map(readIfThere))
    return files.flatMap((file, index) => parseKnownHosts(texts[index] ?? '', file))
  }

  const append = async (host: string, port: number, key: HostKey) => {
    if (lookup(await read(), host, port, key).kind === 'known') return
    const [file] = files
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const text = await readIfThere(file)
    const handle = await open(file, 'a', 0o600)
    try {
      const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n'
      await handle.appendFile(`${lineBreak}${knownHostsLine(host, port, key)}\n`)
    } finally {
      await handle.close()
    }
  }

  return {
    read,
    remember(host, port, key) {
      const write = lastWrite.then(() => append(host, port, key))
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
