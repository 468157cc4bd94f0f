import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = '/usr/sbin/sshd'
const isRoot = process.getuid?.() === 0

/** Whether a real OpenSSH server can be started here. */
export const hasSshd = process.platform === 'linux' && existsSync(program)
/** Whether it can check passwords: it must read the shadow file, and we must make a user. */
export const hasPasswords = hasSshd && isRoot

type KeyType = 'ed25519' | 'rsa' | 'ecdsa'

/** A real OpenSSH server on loopback, with a folder, host keys and (as root) a user of its own. */
export type Sshd = {
  host: '127.0.0.1'
  port: number
  user: string
  /** The user's, which only the server of this run knows. Empty where `hasPasswords` is false. */
  password: string
  /** The user's home folder. */
  home: string
  /** A folder that goes with the server and that the user can read. */
  files: string
  /** A throwaway folder, gone after `stop`. */
  folder: string
  /** The known_hosts line of one of its host keys. */
  knownHostsLine(type: KeyType): Promise<string>
  /** Makes a key pair and lets it in. @returns the private key's path */
  addKey(name: string, options?: { passphrase?: string; type?: KeyType; pem?: boolean }): Promise<string>
  /** Lets in whoever has the other half of a public key, as one line. */
  admit(publicKey: string): Promise<void>
  /** What the server logged so far. */
  log(): Promise<string>
  /** The processes that serve signed-in connections. */
  children(): Promise<number[]>
  /** Ends it with all its connections and starts it again on the same port, as after a reboot or a new installation. */
  restart(as: 'the same' | 'with new host keys'): Promise<void>
  stop(): Promise<void>
}

/** @param lines added to the server's config, before ours: the first value of a keyword counts */
export async function startSshd(lines: string[] = [], hostKeys: KeyType[] = ['ed25519']): Promise<Sshd> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sshd-'))
  const at = (name: string) => path.join(folder, name)
  const port = await freePort()
  const { user, password, home } = await makeUser()
  // Where the user can reach it: the folder may be inside one that is root's alone.
  const authorizedKeys = path.join(isRoot ? home : folder, 'authorized_keys')
  await Promise.all(hostKeys.map((type) => makeKey(at(`host_${type}`), { type })))
  await writeFile(authorizedKeys, '')

  const config = [
    ...lines,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    ...hostKeys.map((type) => `HostKey ${at(`host_${type}`)}`),
    `PidFile ${at('pid')}`,
    `AuthorizedKeysFile ${authorizedKeys}`,
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
  const log = () => readFile(at('log'), 'utf8').catch(() => '')
  const admit = (publicKey: string) => appendFile(authorizedKeys, `${publicKey.trim()}\n`)
  const startOnce = async () => {
    const starts = (text: string) => text.split('Server listening').length
    const before = starts(await log())
    const server = spawn(program, ['-D', '-f', at(newer ? 'config.newer' : 'config'), '-E', at('log')], {
      stdio: 'ignore',
    })
    const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    await patiently(10_000, async () => {
      const text = await log()
      if (starts(text) === before) throw new Error(`sshd does not listen: ${text}`)
    })
    const pid = server.pid ?? 0
    return {
      pid,
      async end() {
        // From the top, or a server could still tell that its shell was killed: that is an end, not a loss.
        for (const each of await descendants(pid)) signal(each, 'SIGKILL')
        await exited
      },
    }
  }
  let server = await startOnce()

  return {
    host: '127.0.0.1',
    port,
    user,
    password,
    home,
    files: isRoot ? home : folder,
    folder,
    async knownHostsLine(type) {
      const [keyType, key] = (await readFile(at(`host_${type}.pub`), 'utf8')).split(' ')
      return `[127.0.0.1]:${port} ${keyType} ${key}\n`
    },
    async addKey(name, options = {}) {
      await makeKey(at(name), options)
      await admit(await readFile(at(`${name}.pub`), 'utf8'))
      return at(name)
    },
    admit,
    log,
    children: async () => (await descendants(server.pid)).slice(1),
    async restart(as) {
      await server.end()
      if (as === 'with new host keys') {
        for (const type of hostKeys) {
          await rm(at(`host_${type}`))
          await makeKey(at(`host_${type}`), { type })
        }
      }
      server = await startOnce()
    },
    async stop() {
      await server.end()
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
async function makeUser(): Promise<{ user: string; password: string; home: string }> {
  if (!isRoot) return { user: os.userInfo().username, password: '', home: os.homedir() }
  const user = `sd-${randomBytes(4).toString('hex')}`
  const home = `/home/${user}`
  const password = randomBytes(12).toString('base64url')
  await whileLocked(() => run('useradd', ['-m', '-d', home, '-s', '/bin/bash', user]))
  await whileLocked(() => setPassword(user, password))
  return { user, password, home }
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
  await patiently(15_000, change)
}

/** Repeats an attempt while it fails, up to a time-out, ms. Without Vitest, so that benchmarks can start a server too. */
async function patiently(forMs: number, attempt: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + forMs
  for (;;) {
    try {
      await attempt()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await sleep(100)
  }
}
