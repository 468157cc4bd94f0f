import { execFile } from 'node:child_process'
import { copyFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAgent } from '../../../src/main/terminal/ssh/agent'
import { record } from '../../harness/connection-recorder'
import { type Machine, machine } from '../../harness/ssh-machine'
import { hasPasswords, hasSshd, type Sshd, signal, startSshd } from '../../harness/sshd'

const run = promisify(execFile)

/** Proves that a shell answers, and leaves it. */
async function greet(terminal: ReturnType<typeof record>) {
  await terminal.live()
  terminal.connection.write('echo $((6*7))-ok; exit 3\n')
  await terminal.shows('42-ok')
  expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 3, signal: null })
  expect(terminal.late).toEqual([])
}

describe.skipIf(!hasPasswords)('signing in to OpenSSH with a password', () => {
  let sshd: Sshd
  let home: Machine
  const host = () => ({ port: sshd.port, user: sshd.user })
  beforeAll(async () => {
    sshd = await startSshd(['PubkeyAuthentication no'])
    home = await machine(path.join(sshd.folder, 'home'), await sshd.knownHostsLine('ed25519'))
  })
  afterAll(() => sshd.stop())

  it('asks once, under the name by which it can be remembered', async () => {
    const terminal = record(home.connect(host()), () => [sshd.password])
    await greet(terminal)
    expect(terminal.questions).toEqual([
      expect.objectContaining({
        kind: 'secrets',
        fields: [{ label: 'Password', hidden: true }],
        rememberAs: `password:${sshd.user}@127.0.0.1:${sshd.port}`,
        retry: false,
      }),
    ])
  })

  it('says that a password was wrong, and takes the right one after it', async () => {
    const terminal = record(home.connect(host()), (_, index) => [index === 0 ? 'wrong' : sshd.password])
    await greet(terminal)
    expect(terminal.questions.map((question) => question.kind === 'secrets' && question.retry)).toEqual([
      false,
      true,
    ])
  })

  it('has an expired one changed in the terminal, as OpenSSH does', async () => {
    await run('chage', ['-d', '0', sshd.user])
    try {
      const terminal = record(home.connect(host()), () => [sshd.password])
      await terminal.shows('You must change your password now')
      await terminal.shows('Current password:')
      terminal.connection.close()
      await terminal.ended
    } finally {
      await run('chage', ['-d', '20000', sshd.user])
    }
  })

  it('stops after three wrong ones, for good and without the password in what it says', async () => {
    const terminal = record(home.connect(host()), () => ['wr0ng-secret'])
    expect(await terminal.ended).toEqual({
      kind: 'lost',
      reason: `${sshd.user}@127.0.0.1: the password was refused.`,
      retry: false,
    })
    expect(terminal.questions).toHaveLength(3)
  })

  it('ends when the person gives up', async () => {
    const terminal = record(home.connect(host()), () => null)
    expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
    expect(terminal.questions).toHaveLength(1)
  })
})

describe.skipIf(!hasSshd)('signing in to OpenSSH with keys', () => {
  let sshd: Sshd
  let known: string
  let homes = 0
  beforeAll(async () => {
    sshd = await startSshd(['PasswordAuthentication no', 'MaxAuthTries 6'])
    known = await sshd.knownHostsLine('ed25519')
  })
  afterAll(() => sshd.stop())
  const home = (environment?: NodeJS.ProcessEnv) =>
    machine(path.join(sshd.folder, `home${homes++}`), known, environment)
  const host = (identityFiles: string[]) => ({ port: sshd.port, user: sshd.user, identityFiles })

  it.each([
    ['ed25519', 'ed25519', false],
    ['rsa', 'rsa', false],
    ['ecdsa', 'ecdsa', false],
    ['rsa', 'rsa-pem', true],
    ['ecdsa', 'ecdsa-pem', true],
  ] as const)('takes an %s key (%s)', async (type, name, pem) => {
    const key = await sshd.addKey(name, { type, pem })
    const terminal = record((await home()).connect(host([key])))
    await greet(terminal)
    expect(terminal.questions).toEqual([])
  })

  it.each([
    ['OpenSSH’s format', { type: 'ed25519' }],
    ['PEM', { type: 'rsa', pem: true }],
  ] as const)('asks for the passphrase of a key in %s, again after a wrong one', async (_, options) => {
    const key = await sshd.addKey(`locked-${options.type}`, { ...options, passphrase: 'open sesame' })
    const terminal = record((await home()).connect(host([key])), (_, index) => [
      index === 0 ? 'wrong' : 'open sesame',
    ])
    await greet(terminal)
    expect(terminal.questions).toEqual(
      [false, true].map((retry) =>
        expect.objectContaining({ kind: 'secrets', rememberAs: `passphrase:${key}`, retry }),
      ),
    )
  })

  it('leaves a key whose passphrase was wrong three times, or was not told, for the next one', async () => {
    const locked = await sshd.addKey('forgotten', { passphrase: 'open sesame' })
    const good = await sshd.addKey('after-forgotten')
    for (const [answer, asked] of [[['wr0ng'], 3] as const, [null, 1] as const]) {
      const terminal = record((await home()).connect(host([locked, good])), () => answer && [...answer])
      await greet(terminal)
      expect(terminal.questions).toHaveLength(asked)
      expect(JSON.stringify([terminal.notices, terminal.questions])).not.toContain('wr0ng')
    }
  })

  it('does not ask for the passphrase of a key that the server does not want', async () => {
    const locked = path.join(sshd.folder, 'unwanted')
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'open sesame', '-f', locked])
    const good = await sshd.addKey('wanted')
    const terminal = record((await home()).connect(host([locked, good])))
    await greet(terminal)
    expect(terminal.questions).toEqual([])
  })

  it('offers the usual file where none is chosen, and no file where that is chosen', async () => {
    const from = await home()
    const usual = path.join(path.dirname(from.knownHosts), 'id_ed25519')
    await copyFile(await sshd.addKey('usual'), usual)
    await greet(record(from.connect(host([]))))
    expect(await record(from.connect(host(['none']))).ended).toMatchObject({
      kind: 'lost',
      reason: expect.stringContaining('there is no key to offer'),
    })
  })

  it('says which ways are left when all keys were refused', async () => {
    const other = path.join(sshd.folder, 'other')
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other])
    const terminal = record((await home()).connect(host([other, '~/.ssh/missing'])))
    const end = await terminal.ended
    expect(end).toMatchObject({ kind: 'lost', retry: false })
    expect(end.reason).toContain('the key was refused. The server accepts: publickey')
    expect(terminal.notices).toContain('The key file ~/.ssh/missing does not exist.')
  })

  describe('that an agent holds', () => {
    const socket = () => path.join(sshd.folder, 'agent')
    let agentPid = 0
    beforeAll(async () => {
      const { stdout } = await run('ssh-agent', ['-a', socket()])
      agentPid = Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1])
      const key = await sshd.addKey('in-agent', { type: 'rsa' })
      await run('ssh-add', ['-q', key], { env: { ...process.env, SSH_AUTH_SOCK: socket() } })
      // Only the agent has it from now on.
      await rename(key, `${key}.elsewhere`)
    })
    afterAll(() => signal(agentPid, 'SIGTERM'))

    it('uses it', async () => {
      await greet(record((await home({ SSH_AUTH_SOCK: socket() })).connect(host([]))))
    })

    it('leaves it out where only chosen keys count', async () => {
      const other = path.join(sshd.folder, 'chosen')
      await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other])
      const from = await home({ SSH_AUTH_SOCK: socket() })
      const terminal = record(from.connect({ ...host([other]), identitiesOnly: true }))
      expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
    })

    it('uses the one whose public half is chosen, and no other', async () => {
      const from = await home({ SSH_AUTH_SOCK: socket() })
      const host = { port: sshd.port, user: sshd.user, identitiesOnly: true }
      const chosen = path.join(sshd.folder, 'in-agent.pub')
      await greet(record(from.connect({ ...host, identityFiles: [chosen] })))
      const other = path.join(sshd.folder, 'not-in-agent')
      await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other])
      const terminal = record(from.connect({ ...host, identityFiles: [`${other}.pub`] }))
      expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
      expect(terminal.notices).toContainEqual(expect.stringContaining('no agent holds its other half'))
    })

    it('is found although an empty agent comes before it', async () => {
      const empty = path.join(sshd.folder, 'empty-agent')
      const { stdout } = await run('ssh-agent', ['-a', empty])
      try {
        const found = await findAgent([empty, socket()], () => undefined)
        expect(found?.keys.map(({ type }) => type)).toEqual(['ssh-rsa'])
        expect((await findAgent([empty], () => undefined))?.keys).toEqual([])
      } finally {
        signal(Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1]), 'SIGTERM')
      }
    })

    it('says what to do where it holds more keys than the server tries', async () => {
      const crowded = path.join(sshd.folder, 'crowded-agent')
      const { stdout } = await run('ssh-agent', ['-a', crowded])
      try {
        for (let index = 0; index < 7; index++) {
          const stray = path.join(sshd.folder, `stray${index}`)
          await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', stray])
          await run('ssh-add', ['-q', stray], { env: { ...process.env, SSH_AUTH_SOCK: crowded } })
        }
        const terminal = record((await home({ SSH_AUTH_SOCK: crowded })).connect(host([])))
        const end = await terminal.ended
        expect(end).toMatchObject({ kind: 'lost', retry: false })
        expect(end.reason).toContain('the server gave up')
        expect(end.reason).toContain('Only these keys')
      } finally {
        signal(Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1]), 'SIGTERM')
      }
    })

    it('goes on without an agent that is not there', async () => {
      const key = await sshd.addKey('beside-agent')
      const from = await home({ SSH_AUTH_SOCK: path.join(sshd.folder, 'nobody') })
      await greet(record(from.connect(host([key]))))
    })

    it.each([true, false])(
      'lends it to the host only where that is switched on: %s',
      async (agentForwarding) => {
        const from = await home({ SSH_AUTH_SOCK: socket() })
        const terminal = record(from.connect({ ...host([]), agentForwarding }))
        await terminal.live()
        terminal.connection.write('ssh-add -l 2>&1 | grep -c RSA; exit\n')
        await terminal.ended
        expect(terminal.output()).toMatch(agentForwarding ? /^1\r?$/m : /^0\r?$/m)
      },
    )
  })
})

describe.skipIf(!hasPasswords)('signing in to OpenSSH with a key and then a password', () => {
  it('goes on to the second factor', async () => {
    const sshd = await startSshd(['AuthenticationMethods publickey,password'])
    try {
      const home = await machine(path.join(sshd.folder, 'home'), await sshd.knownHostsLine('ed25519'))
      const key = await sshd.addKey('first')
      const terminal = record(
        home.connect({ port: sshd.port, user: sshd.user, identityFiles: [key] }),
        () => [sshd.password],
      )
      await greet(terminal)
      expect(terminal.questions).toHaveLength(1)
    } finally {
      await sshd.stop()
    }
  })
})
