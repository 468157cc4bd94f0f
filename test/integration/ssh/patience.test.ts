import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { AuthContext, KeyboardAuthContext } from 'ssh2'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Question } from '../../../src/main/terminal/connection'
import { record } from '../../harness/connection-recorder'
import { ScriptedServers, serveShell } from '../../harness/scripted-server'
import { type Machine, machine } from '../../harness/ssh-machine'
import { freePort, hasPasswords, hasSshd, type Sshd, signal, startSshd } from '../../harness/sshd'

const run = promisify(execFile)

/** A promise, and how to fulfil it. */
function later<T>(): { come: (value: T) => void; promise: Promise<T> } {
  let come: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    come = resolve
  })
  return { come, promise }
}

/** Longer than a machine may take for anything. */
const minute = 60_000

/** Timers are ours, the network is not. */
describe('the time to sign in', () => {
  let folder: string
  const servers = new ScriptedServers()
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'patience-'))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })
  afterEach(async () => {
    vi.useRealTimers()
    servers.close()
    await rm(folder, { recursive: true })
  })

  /** A server that takes who signs in to `authenticate`. */
  const speaking = (authenticate: (context: AuthContext) => void) =>
    servers.speaking((connection) => {
      connection.on('authentication', authenticate)
      serveShell(connection, (channel) => channel.write('welcome'))
    })
  const home = (): Promise<Machine> => machine(path.join(folder, 'home'), null)
  const accepting =
    (answer: (question: Question) => string[] | null | Promise<string[] | null>) => (question: Question) =>
      question.kind === 'host-key' ? [] : answer(question)
  const ends = async (terminal: ReturnType<typeof record>) => {
    let ended = false
    void terminal.ended.then(() => {
      ended = true
    })
    await vi.advanceTimersByTimeAsync(0)
    return ended
  }

  it('does not run while a person approves at the server’s end', async () => {
    const approval = later<void>()
    const asked = later<void>()
    const port = await speaking((context) => {
      if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive'])
      ;(context as KeyboardAuthContext).prompt([{ prompt: 'Passcode or option (1-2): ', echo: true }], () => {
        asked.come()
        void approval.promise.then(() => context.accept())
      })
    })
    const terminal = record(
      (await home()).connect({ port }),
      accepting(() => ['1']),
    )
    await asked.promise
    await vi.advanceTimersByTimeAsync(2 * minute)
    expect(await ends(terminal)).toBe(false)
    approval.come()
    await terminal.shows('welcome')
    terminal.connection.close()
    await terminal.ended
  })

  it('ends for good where a password gets no answer, which was sent once', async () => {
    let passwords = 0
    const sent = later<void>()
    const port = await speaking((context) => {
      if (context.method !== 'password') return context.reject(['password'])
      passwords++
      sent.come()
    })
    const terminal = record(
      (await home()).connect({ port }),
      accepting(() => ['secret']),
    )
    await sent.promise
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(await terminal.ended).toEqual({
      kind: 'lost',
      retry: false,
      reason: `[127.0.0.1]:${port}: it does not get on with signing in.`,
    })
    expect(passwords).toBe(1)
  })

  it('is short for a server that does not even greet, which is tried again', async () => {
    const came = later<void>()
    // Our own greeting: the known hosts, whose disk has a clock of its own, are read by then.
    const port = await servers.raw((socket) => void socket.once('data', () => came.come()))
    const terminal = record((await home()).connect({ port }))
    await came.promise
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: true })
  })

  it('runs on after a person thought about the host’s key', async () => {
    const answer = later<string[]>()
    const asked = later<void>()
    const port = await speaking((context) => context.accept())
    const terminal = record((await home()).connect({ port }), () => {
      asked.come()
      return answer.promise
    })
    await asked.promise
    await vi.advanceTimersByTimeAsync(10 * minute)
    answer.come([])
    await terminal.shows('welcome')
    terminal.connection.close()
    await terminal.ended
  })

  describe.skipIf(!hasSshd)('at OpenSSH', () => {
    let sshd: Sshd
    beforeAll(async () => {
      sshd = await startSshd(['LoginGraceTime 0'])
    })
    afterAll(() => sshd?.stop())
    const known = async (environment?: NodeJS.ProcessEnv) =>
      machine(path.join(folder, 'home'), await sshd.knownHostsLine('ed25519'), environment)

    it('does not run while a passphrase is looked for', async () => {
      const file = await sshd.addKey('locked', { passphrase: 'open sesame' })
      const answer = later<string[]>()
      const asked = later<void>()
      const host = { port: sshd.port, user: sshd.user, identityFiles: [file] }
      const terminal = record((await known()).connect(host), () => {
        asked.come()
        return answer.promise
      })
      await asked.promise
      await vi.advanceTimersByTimeAsync(10 * minute)
      expect(await ends(terminal)).toBe(false)
      answer.come(['open sesame'])
      await terminal.live()
      terminal.connection.close()
      await terminal.ended
    })

    it('does not run while an agent has its person confirm', async () => {
      // What the agent asks with: it waits until it is told, and agrees.
      const at = (name: string) => path.join(folder, name)
      const [askpass, begun, told] = [at('askpass'), at('begun'), at('told')]
      await writeFile(askpass, `#!/bin/sh\ntouch ${begun}\nwhile [ ! -e ${told} ]; do sleep 0.05; done\n`)
      await chmod(askpass, 0o700)
      const socket = path.join(folder, 'agent')
      const env = { ...process.env, SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':none' }
      const { stdout } = await run('ssh-agent', ['-a', socket], { env })
      onTestFinished(() => signal(Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1]), 'SIGTERM'))
      const key = await sshd.addKey('in-agent')
      await run('ssh-add', ['-q', '-c', key], { env: { ...env, SSH_AUTH_SOCK: socket } })
      const { connect } = await known({ SSH_AUTH_SOCK: socket })
      const terminal = record(connect({ port: sshd.port, user: sshd.user }))
      await expect
        .poll(() =>
          run('ls', [begun]).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true)
      await vi.advanceTimersByTimeAsync(10 * minute)
      expect(await ends(terminal)).toBe(false)
      await writeFile(told, '')
      await terminal.live()
      terminal.connection.close()
      await terminal.ended
    })

    it('ends in no retry by itself where a secret was asked on the way, and in one where it was not', async () => {
      const jump = { host: sshd.host, port: sshd.port, user: sshd.user }
      const behind = { host: '127.0.0.1', port: await freePort(), jumps: [jump] }
      const { connect } = await known()
      const key = await sshd.addKey('open')
      const byKey = record(connect({ ...behind, identityFiles: [key] }))
      expect(await byKey.ended).toMatchObject({ kind: 'lost', retry: true })
      const locked = await sshd.addKey('asked-for', { passphrase: 'open sesame' })
      const byPassphrase = record(connect({ ...behind, identityFiles: [locked] }), () => ['open sesame'])
      expect(await byPassphrase.ended).toMatchObject({ kind: 'lost', retry: false })
      expect(byPassphrase.questions).toHaveLength(1)
      if (!hasPasswords) return
      const byPassword = record(connect(behind), () => [sshd.password])
      expect(await byPassword.ended).toMatchObject({ kind: 'lost', retry: false })
      expect(byPassword.questions).toHaveLength(1)
    })
  })
})
