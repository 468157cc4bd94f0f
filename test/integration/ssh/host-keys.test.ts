import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../../src/main/terminal/connection'
import { record } from '../../harness/connection-recorder'
import { type Machine, machine } from '../../harness/ssh-machine'
import { hasSshd, makeKey, type Sshd, startSshd } from '../../harness/sshd'

const run = promisify(execFile)

describe.skipIf(!hasSshd)('the host key of an OpenSSH server', () => {
  let sshd: Sshd
  let key: string
  let homes = 0
  beforeAll(async () => {
    sshd = await startSshd([], ['ed25519', 'ecdsa'])
    key = await sshd.addKey('key')
  })
  afterAll(() => sshd.stop())

  const home = (known: string | null) => machine(path.join(sshd.folder, `home${homes++}`), known)
  const connect = (from: Machine) => from.connect({ port: sshd.port, user: sshd.user, identityFiles: [key] })
  /** How often anybody came as far as naming a user: the first thing that is said after the host key. */
  const signIns = async () => (await sshd.log()).match(/userauth-request for user/g)?.length ?? 0
  /** Waits until the server has seen a connection end, so that its log tells the whole story. */
  const closed = (before: number) =>
    expect
      .poll(
        async () =>
          (await sshd.log()).match(/(Connection (closed|reset) by|Disconnected from|Received disconnect)/g)
            ?.length ?? 0,
      )
      .toBeGreaterThan(before)
  const closings = async () =>
    (await sshd.log()).match(/(Connection (closed|reset) by|Disconnected from|Received disconnect)/g)
      ?.length ?? 0

  it('is shown as OpenSSH shows it, and nothing is said before it was accepted', async () => {
    const from = await home(null)
    const before = await signIns()
    let signInsWhileAsked = -1
    const asked: Question[] = []
    const terminal = record(connect(from), async (question) => {
      asked.push(question)
      // The key exchange is over for the server now, and it would log anything that came.
      signInsWhileAsked = (await signIns()) - before
      return []
    })
    await terminal.live()
    const { stdout } = await run('ssh-keygen', ['-l', '-f', path.join(sshd.folder, 'host_ed25519.pub')])
    expect(asked).toEqual([
      {
        kind: 'host-key',
        host: `[127.0.0.1]:${sshd.port}`,
        keyType: 'ssh-ed25519',
        fingerprint: stdout.split(' ')[1],
        otherTypesKnown: [],
      },
    ])
    expect(signInsWhileAsked).toBe(0)
    expect(await signIns()).toBeGreaterThan(before)
    terminal.connection.close()
    await terminal.ended
  })

  it('is written down as OpenSSH writes it, for its owner alone, and not asked about again', async () => {
    const from = await home(null)
    const first = record(connect(from), () => [])
    await first.live()
    first.connection.close()
    await expect.poll(from.known).toBe(await sshd.knownHostsLine('ed25519'))
    expect((await stat(from.knownHosts)).mode & 0o777).toBe(0o600)
    expect((await stat(path.dirname(from.knownHosts))).mode & 0o777).toBe(0o700)
    const { stdout } = await run('ssh-keygen', ['-F', `[127.0.0.1]:${sshd.port}`, '-f', from.knownHosts])
    expect(stdout).toContain('ssh-ed25519')

    const second = record(connect(from))
    await second.live()
    expect(second.questions).toEqual([])
    second.connection.close()
    await second.ended
  })

  it('is one question for several tabs, and the next one’s where the first was closed', async () => {
    const from = await home(null)
    let answer = (_answers: string[] | null) => {}
    const slowly = () =>
      new Promise<string[] | null>((resolve) => {
        answer = resolve
      })
    const tabs = [1, 2, 3].map(() => record(connect(from), slowly))
    const asked = () => tabs.map(({ questions }) => questions.length)
    const total = () => asked().reduce((sum, each) => sum + each, 0)
    await expect.poll(total).toBe(1)
    const first = asked().indexOf(1)
    tabs[first]?.connection.close()
    await expect.poll(total).toBe(2)
    answer([])
    const others = tabs.filter((_, index) => index !== first)
    for (const tab of others) await tab.live()
    expect(total()).toBe(2)
    // Written down beside the connection, which does not wait for it.
    await expect.poll(from.known).toBe(await sshd.knownHostsLine('ed25519'))
    for (const tab of others) {
      tab.connection.close()
      await tab.ended
    }
  })

  it('that is not accepted ends the connection, with no user named', async () => {
    const from = await home(null)
    const [before, ended] = [await signIns(), await closings()]
    const terminal = record(connect(from), () => null)
    expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
    await closed(ended)
    expect(await signIns()).toBe(before)
    expect(await from.known()).toBe('')
  })

  it.each([
    ['changed', (line: string, other: string) => line.replace(/ \S+\n$/, ` ${other}\n`)],
    ['revoked', (line: string) => `@revoked * ${line.split(' ').slice(1).join(' ')}`],
  ])('that is %s is a hard stop without a question, with no user named', async (what, spoil) => {
    const other = path.join(sshd.folder, `other${homes}`)
    await makeKey(other)
    const otherKey = (await readFile(`${other}.pub`, 'utf8')).split(' ')[1] ?? ''
    const from = await home(spoil(await sshd.knownHostsLine('ed25519'), otherKey))
    const [before, ended, known] = [await signIns(), await closings(), await from.known()]
    const terminal = record(connect(from), () => [])
    const end = await terminal.ended
    expect(end).toMatchObject({ kind: 'lost', retry: false })
    expect(end.reason).toContain(`${from.knownHosts}:1`)
    expect(end.reason).toContain(`[127.0.0.1]:${sshd.port}`)
    if (what === 'changed') expect(end.reason).toContain('ssh-keygen -f')
    expect(terminal.questions).toEqual([])
    await closed(ended)
    expect(await signIns()).toBe(before)
    expect(await from.known()).toBe(known)
  })

  it('is asked for by the type that is known, although the server prefers another', async () => {
    const from = await home(await sshd.knownHostsLine('ecdsa'))
    const terminal = record(connect(from))
    await terminal.live()
    expect(terminal.questions).toEqual([])
    terminal.connection.close()
    await terminal.ended
  })

  it('of a type that is not known is asked about with a word on the types that are', async () => {
    const rsa = path.join(sshd.folder, 'rsa')
    await makeKey(rsa, { type: 'rsa' })
    const [type, blob] = (await readFile(`${rsa}.pub`, 'utf8')).split(' ')
    const from = await home(`[127.0.0.1]:${sshd.port} ${type} ${blob}\n`)
    const terminal = record(connect(from), () => null)
    await terminal.ended
    expect(terminal.questions).toEqual([expect.objectContaining({ otherTypesKnown: ['ssh-rsa'] })])
  })

  it('is written down with its name hashed where OpenSSH hashed the others', async () => {
    const from = await home(
      'elsewhere.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n',
    )
    await run('ssh-keygen', ['-q', '-H', '-f', from.knownHosts])
    const first = record(connect(from), () => [])
    await first.live()
    first.connection.close()
    await expect.poll(async () => (await from.known()).match(/^\|1\|/gm)?.length).toBe(2)
    expect(await from.known()).not.toContain('127.0.0.1')
    const { stdout } = await run('ssh-keygen', ['-F', `[127.0.0.1]:${sshd.port}`, '-f', from.knownHosts])
    expect(stdout).toContain((await sshd.knownHostsLine('ed25519')).split(' ')[2]?.trim())
    const second = record(connect(from))
    await second.live()
    expect(second.questions).toEqual([])
    second.connection.close()
    await second.ended
  })

  it('is found in a file that OpenSSH hashed', async () => {
    const from = await home(`# mine\n${await sshd.knownHostsLine('ed25519')}`)
    await run('ssh-keygen', ['-q', '-H', '-f', from.knownHosts])
    const hashed = await from.known()
    expect(hashed).toContain('|1|')
    const terminal = record(connect(from))
    await terminal.live()
    expect(terminal.questions).toEqual([])
    terminal.connection.close()
    await terminal.ended
    expect(await from.known()).toBe(hashed)
  })
})

describe.skipIf(!hasSshd)('an OpenSSH server that does not wait for the answer', () => {
  it('is lost, and nothing comes of the question that is still open', async () => {
    const sshd = await startSshd(['LoginGraceTime 1'])
    const thrown: unknown[] = []
    const note = (error: unknown) => thrown.push(error)
    process.on('unhandledRejection', note)
    try {
      const from = await machine(path.join(sshd.folder, 'home'), null)
      const never = new Promise<null>(() => {})
      const terminal = record(from.connect({ port: sshd.port, user: sshd.user }), () => never)
      expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: true })
      expect(terminal.questions).toHaveLength(1)
      expect(await from.known()).toBe('')
    } finally {
      await sshd.stop()
      process.off('unhandledRejection', note)
    }
    // Whatever the answer that nobody gave went through is over.
    expect(thrown).toEqual([])
  })
})

describe.skipIf(!hasSshd)('the host certificate of an OpenSSH server that shows nothing else', () => {
  let sshd: Sshd
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'certificate-'))
    const [authority, host] = [path.join(folder, 'authority'), path.join(folder, 'host')]
    await makeKey(authority)
    await makeKey(host)
    await run('ssh-keygen', ['-q', '-s', authority, '-I', 'host', '-h', '-n', '127.0.0.1', `${host}.pub`])
    sshd = await startSshd([
      `HostKey ${host}`,
      `HostCertificate ${host}-cert.pub`,
      'HostKeyAlgorithms ssh-ed25519-cert-v01@openssh.com',
    ])
  })
  afterAll(async () => {
    await sshd?.stop()
    await rm(folder, { recursive: true })
  })

  it('is refused with a line that says so, before anything is said or asked', async () => {
    const from = await machine(path.join(sshd.folder, 'home'), null)
    const terminal = record(from.connect({ port: sshd.port, user: sshd.user }), () => [])
    const end = await terminal.ended
    expect(end).toMatchObject({ kind: 'lost', retry: false })
    expect(end.reason).toContain('no host key that is supported')
    expect(end.reason).toContain('Certificates of an authority')
    expect(terminal.questions).toEqual([])
    expect(await sshd.log()).not.toContain('userauth-request for user')
  })
})
