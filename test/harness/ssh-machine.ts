import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Connect } from '../../src/main/terminal/connection'
import { openPrivateKey } from '../../src/main/terminal/ssh/private-key'
import { connectSsh } from '../../src/main/terminal/ssh/ssh'
import type { SshHost } from '../../src/shared/terminal'
import { sshHost } from './connection-recorder'

/** A home folder with known hosts of its own, from which to connect. */
export type Machine = {
  knownHosts: string
  /** What is in the known hosts now; empty where there is no file. */
  known(): Promise<string>
  connect(host: Partial<SshHost>): Connect
}

/**
 * @param folder where the home folder is made; not there before
 * @param known what the known hosts begin with; null: no file and no folder for it
 */
export async function machine(
  folder: string,
  known: string | null,
  environment: NodeJS.ProcessEnv = {},
): Promise<Machine> {
  const knownHosts = path.join(folder, '.ssh', 'known_hosts')
  await mkdir(folder, { recursive: true })
  if (known !== null) {
    await mkdir(path.dirname(knownHosts))
    await writeFile(knownHosts, known)
  }
  const connect = connectFrom(folder, environment)
  return {
    knownHosts,
    known: () => readFile(knownHosts, 'utf8').catch(() => ''),
    connect: (host) => connect(sshHost(host)),
  }
}

/** Connects from a home folder that is there, whose keys are opened in this thread. */
export const connectFrom = (home: string, environment: NodeJS.ProcessEnv): ((host: SshHost) => Connect) =>
  connectSsh({
    knownHostsFiles: [path.join(home, '.ssh', 'known_hosts')],
    environment,
    platform: process.platform,
    home,
    openKey: async (text, passphrase) => openPrivateKey(text, passphrase),
  })
