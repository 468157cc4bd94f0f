import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { vi } from 'vitest'

const run = promisify(execFile)
const program = '/usr/sbin/sshd'
const isRoot = process.getuid?.() === 0

/** Whether a real OpenSSH server can be started here. */
export const hasSshd = process.platform === 'linux' && existsSync(program)
/** Whether it can check passwords: it must read the shadow file, and we must make a user. */
export const hasPasswords = hasSshd && isRoot

export type KeyType = 'ed25519' | 'rsa' | 'ecdsa'

/** A real OpenSSH server on loopback, with a folder, host keys and (as root) a user of its own. */
export type Sshd = {
  host: '127.0.0.1'
  port: number
  user: string
  /** The user's, which only the server of this run knows. Empty where `hasPasswords` is false. */
  password: string
  /** A throwaway folder, gone after `stop`. */
  folder: string
  /** The known_hosts line of one of its host keys. */
  knownHostsLine(type: KeyType): Promise<string>
  /** Makes a key pair and lets it in. @returns the private key's path */
  addKey(name: string, options?: { passphrase?: string; type?: KeyType; pem?: boolean }): Promise<string>
  /** What the server logged so far. */
  log(): Promise<string>
  /** The processes that serve signed-in connections. */
  children(): Promise<number[]>
  stop(): Promise<void>
}

/** @param lines added to the server's config, before ours: the first value of a keyword counts */
export async function startSshd(lines: string[] = [], hostKeys: KeyType[] = ['ed25519']): Promise<Sshd> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sshd-'))
  // The user must reach its keys through it.
  await chmod(folder, 0o755)
  const at = (name: string) => path.join(folder, name)
  const port = await freePort()
  const { user, password } = await makeUser()
  await Promise.all(hostKeys.map((type) => makeKey(at(`host_${type}`), { type })))
  await writeFile(at('authorized_keys'), '')

  const config = [
    ...lines,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    ...hostKeys.map((type) => `HostKey ${at(`host_${type}`)}`),
    `PidFile ${at('pid')}`,
    `AuthorizedKeysFile ${at('authorized_keys')}`,
    'StrictModes no',
    'UsePAM no',
    'UseDNS no',
    'PrintMotd no',
    'LogLevel DEBUG1',
    'MaxStartups 200',
  ]
  await writeFile(at('config'), `${config.join('\n')}\n`)
  // Newer servers lock an address out after some failures, older ones do not know the word.
  await writeFile(at('config.newer'), `${config.join('\n')}\nPerSourcePenalties no\n`)
  const newer = await run(program, ['-t', '-f', at('config.newer')]).then(
    () => true,
    () => false,
  )
  if (isRoot) await mkdir('/run/sshd', { recursive: true })
  const server = spawn(program, ['-D', '-f', at(newer ? 'config.newer' : 'config'), '-E', at('log')], {
    stdio: 'ignore',
  })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const log = () => readFile(at('log'), 'utf8').catch(() => '')
  await vi.waitFor(
    async () => {
      if (!(await log()).includes('Server listening')) throw new Error(`sshd does not listen: ${await log()}`)
    },
    { timeout: 10_000 },
  )

  return {
    host: '127.0.0.1',
    port,
    user,
    password,
    folder,
    async knownHostsLine(type) {
      const [keyType, key] = (await readFile(at(`host_${type}.pub`), 'utf8')).split(' ')
      return `[127.0.0.1]:${port} ${keyType} ${key}\n`
    },
    async addKey(name, options = {}) {
      await makeKey(at(name), options)
      await appendFile(at('authorized_keys'), await readFile(at(`${name}.pub`), 'utf8'))
      return at(name)
    },
    log,
    children: async () => (await descendants(server.pid ?? 0)).slice(1),
    async stop() {
      for (const pid of (await descendants(server.pid ?? 0)).reverse()) signal(pid, 'SIGKILL')
      await exited
      await removeUser(user)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Sends a signal to a process that may be gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself.
  }
}

/** A process and all below it, parents first. */
async function descendants(pid: number): Promise<number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(
    names.map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
      return { child: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) }
    }),
  )
  const below = (of: number): number[] =>
    parents.flatMap(({ child, parent }) => (parent === of ? [child, ...below(child)] : []))
  return [pid, ...below(pid)]
}

/** Makes a key pair with OpenSSH's own tool. */
export async function makeKey(
  file: string,
  options: { passphrase?: string; type?: KeyType; pem?: boolean } = {},
): Promise<void> {
  const { passphrase = '', type = 'ed25519', pem = false } = options
  const format = pem ? ['-m', 'PEM'] : []
  await run('ssh-keygen', ['-q', '-t', type, '-N', passphrase, '-C', 'test', ...format, '-f', file])
}

/** @returns a port that was free a moment ago */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** As root a user of its own, whose password is made up here; else ourselves, who have keys only. */
async function makeUser(): Promise<{ user: string; password: string }> {
  if (!isRoot) return { user: os.userInfo().username, password: '' }
  const user = `sd-${randomBytes(4).toString('hex')}`
  const password = randomBytes(12).toString('base64url')
  await whileLocked(() => run('useradd', ['-m', '-s', '/bin/bash', user]))
  await whileLocked(() => setPassword(user, password))
  return { user, password }
}

/** Through standard input, because arguments can be seen by everybody on the machine. */
function setPassword(user: string, password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('chpasswd', { stdio: ['pipe', 'ignore', 'ignore'] })
    program.on('error', reject)
    program.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`chpasswd ended with ${code}`))))
    program.stdin.end(`${user}:${password}\n`)
  })
}

async function removeUser(user: string): Promise<void> {
  if (isRoot) await whileLocked(() => run('userdel', ['-r', '-f', user]))
}

/** Several servers may be started at once, and the list of users takes one change at a time. */
async function whileLocked(change: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(change, { timeout: 15_000, interval: 200 })
}
