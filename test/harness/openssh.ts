import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { scanSshConfig } from '../../src/main/terminal/config/ssh-config'
import { record } from './connection-recorder'
import { connectFrom } from './ssh-machine'

/** What came of connecting to a host. `known`: the known hosts afterwards. */
export type Outcome = { isIn: boolean; says: string; known: string }

/** What both clients are given. */
export type Setting = {
  /** Of `~/.ssh/config`. */
  config: readonly string[]
  /** Of `~/.ssh/known_hosts`. */
  known?: string
  environment?: NodeJS.ProcessEnv
}

/**
 * Connects to a host as OpenSSH's client does, and as we do after an import of the same config file. A host key that
 * nothing is known about is accepted by both, one that is another than the known one by neither; nothing else is answered.
 *
 * @param folder not there before
 */
export async function connectBoth(
  folder: string,
  alias: string,
  { config, known = '', environment = {} }: Setting,
): Promise<{ openSsh: Outcome; ours: Outcome }> {
  const home = path.join(folder, 'home')
  const at = (name: string) => path.join(home, '.ssh', name)
  const outcome = async (connect: () => Promise<Omit<Outcome, 'known'>>): Promise<Outcome> => {
    await mkdir(at('.'), { recursive: true })
    await writeFile(at('known_hosts'), known)
    // The jump's client reads the file too, and nothing of the command line.
    const own = [
      'Host *',
      `UserKnownHostsFile ${at('known_hosts')}`,
      'GlobalKnownHostsFile none',
      'BatchMode yes',
    ]
    const lines = [...config, ...own, 'StrictHostKeyChecking accept-new', 'UpdateHostKeys no']
    await writeFile(at('config'), `${lines.join('\n')}\n`)
    const result = { ...(await connect()), known: await readFile(at('known_hosts'), 'utf8') }
    await rm(home, { recursive: true })
    return result
  }
  return {
    openSsh: await outcome(() => byOpenSsh(at('config'), alias, environment)),
    ours: await outcome(() => byUs(home, alias, environment)),
  }
}

function byOpenSsh(config: string, alias: string, environment: NodeJS.ProcessEnv) {
  const env = { ...process.env, SSH_AUTH_SOCK: undefined, ...environment }
  return new Promise<Omit<Outcome, 'known'>>((resolve) => {
    execFile('ssh', ['-F', config, alias, 'exit 7'], { env }, (error, _, stderr) =>
      resolve({ isIn: error?.code === 7, says: stderr }),
    )
  })
}

async function byUs(home: string, alias: string, environment: NodeJS.ProcessEnv) {
  const { hosts } = await scanSshConfig(home)
  const host = hosts.find(({ label }) => label === alias)
  if (!host) throw new Error(`${alias} was not imported.`)
  const terminal = record(connectFrom(home, environment)(host), ({ kind }) =>
    kind === 'host-key' ? [] : null,
  )
  const isIn = await Promise.race([terminal.live().then(() => true), terminal.ended.then(() => false)])
  if (isIn) terminal.connection.write('exit 7\n')
  const { reason } = await terminal.ended
  return { isIn, says: [...terminal.notices, reason].join('\n') }
}
