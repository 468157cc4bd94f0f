import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SshHost } from '../../../src/shared/terminal'
import { record } from '../../harness/connection-recorder'
import { farServer, withAddresses } from '../../harness/far-server'
import { type Machine, machine } from '../../harness/ssh-machine'
import { freePort, hasSshd, type Sshd, signal, startSshd } from '../../harness/sshd'

describe.skipIf(!hasSshd)('a connection to OpenSSH', () => {
  let sshd: Sshd
  let home: Machine
  let key: string
  let host: Partial<SshHost>
  const banner = 'Authorised use only\n\u001b]0;owned\u0007\u001b[31mbe nice\n'
  const half = 25 * 1024 * 1024
  const bulk = randomBytes(half)
  const utf8 = Buffer.from('zwölf Boxkämpfer 🥊 jagen Eva\n'.repeat(Math.ceil(half / 36)))

  beforeAll(async () => {
    sshd = await startSshd(['RekeyLimit 4M'])
    key = await sshd.addKey('key')
    home = await machine(path.join(sshd.folder, 'home'), await sshd.knownHostsLine('ed25519'))
    host = { port: sshd.port, user: sshd.user, identityFiles: [key] }
    await writeFile(path.join(sshd.files, 'bulk'), Buffer.concat([bulk, utf8]), { mode: 0o644 })
  })
  afterAll(() => sshd.stop())

  it('carries 50 MB of every byte unchanged, through pauses and rekeys', { timeout: 60_000 }, async () => {
    const wanted = createHash('sha256').update(bulk).update(utf8).digest('hex')
    const size = bulk.length + utf8.length
    const hash = createHash('sha256')
    let head = Buffer.alloc(0)
    let began = false
    let taken = 0
    let pauses = 0
    const terminal = record(home.connect(host), undefined, (bytes) => {
      let rest = Buffer.from(bytes)
      if (!began) {
        head = Buffer.concat([head, rest])
        const at = head.indexOf('BEGIN\n')
        if (at < 0) return
        began = true
        rest = head.subarray(at + 6)
      }
      const part = rest.subarray(0, size - taken)
      const before = Math.floor(taken / (5 * 1024 * 1024))
      taken += part.length
      hash.update(part)
      if (Math.floor(taken / (5 * 1024 * 1024)) > before) {
        pauses++
        terminal.connection.pause()
        setTimeout(() => terminal.connection.resume(), 20)
      }
    })
    await terminal.live()
    // A raw terminal, so that the line discipline changes nothing; the word is split so that its echo is not taken for it.
    terminal.connection.write(`stty raw -echo; printf 'BEG''IN\\n'; cat ${sshd.files}/bulk; exit\r`)
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 0 })
    expect(taken).toBe(size)
    expect(hash.digest('hex')).toBe(wanted)
    expect(pauses).toBeGreaterThan(5)
    expect(
      (await sshd.log()).match(/rekeying in progress|ssh_packet_read_poll2: rekex|set_newkeys: rekeying/g)
        ?.length ?? 0,
    ).toBeGreaterThan(5)
  })

  it('tells the remote side its size, at first and later, within what it can bear', async () => {
    const terminal = record(home.connect(host))
    terminal.connection.resize({ cols: 91, rows: 31 })
    await terminal.live()
    terminal.connection.write('stty size\n')
    await terminal.shows('31 91')
    terminal.connection.resize({ cols: 10_000, rows: 0 })
    terminal.connection.write('stty size\n')
    await terminal.shows('1 1000')
    terminal.connection.close()
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: null })
  })

  it('says by which signal the shell ended', async () => {
    const terminal = record(home.connect(host))
    await terminal.live()
    terminal.connection.write('kill -TERM $$; kill -KILL $$\n')
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: null, signal: 'SIGKILL' })
  })

  it('holds back a flood while it is paused, and goes on after it', async () => {
    const terminal = record(home.connect(host), undefined, () => undefined)
    await terminal.live()
    terminal.connection.write('yes\n')
    await expect.poll(() => terminal.received).toBeGreaterThan(1_000_000)
    terminal.connection.pause()
    const held = terminal.received
    // Another one signs in meanwhile.
    const other = record(home.connect(host))
    await other.live()
    other.connection.close()
    expect(terminal.received).toBe(held)
    terminal.connection.resume()
    await expect.poll(() => terminal.received).toBeGreaterThan(held + 1_000_000)
    terminal.connection.write('\u0003')
    terminal.connection.write('exit 7\n')
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 7 })
  })

  it('delivers the tail before the end, also where it was paused', async () => {
    const terminal = record(home.connect(host))
    await terminal.live()
    terminal.connection.pause()
    const written = path.join(sshd.files, 'written')
    terminal.connection.write(`seq 1 20000; touch ${written}; exit 4\n`)
    await expect.poll(() => existsSync(written)).toBe(true)
    expect(terminal.output()).not.toContain('20000')
    terminal.connection.resume()
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 4 })
    expect(terminal.output()).toContain('\n20000\r\n')
  })

  it('is lost, and worth another try, when its server is killed in the middle of output', async () => {
    const before = new Set(await sshd.children())
    const terminal = record(home.connect(host), undefined, () => undefined)
    await terminal.live()
    terminal.connection.write('yes\n')
    await expect.poll(() => terminal.received).toBeGreaterThan(1_000_000)
    for (const pid of await sshd.children()) if (!before.has(pid)) signal(pid, 'SIGKILL')
    expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: true })
    expect(terminal.late).toEqual([])
  })

  it('is lost when its peer is silent for too long', async () => {
    const before = new Set(await sshd.children())
    const terminal = record(home.connect({ ...host, keepAliveSeconds: 1 }))
    await terminal.live()
    const mine = (await sshd.children()).filter((pid) => !before.has(pid))
    for (const pid of mine) signal(pid, 'SIGSTOP')
    expect(await terminal.ended).toEqual({
      kind: 'lost',
      reason: `[127.0.0.1]:${sshd.port}: it stopped answering.`,
      retry: true,
    })
    for (const pid of mine) signal(pid, 'SIGKILL')
  })

  it('is lost, and worth another try, where nothing listens', async () => {
    const port = await freePort()
    const terminal = record(home.connect({ ...host, port }))
    expect(await terminal.ended).toEqual({
      kind: 'lost',
      reason: `[127.0.0.1]:${port} cannot be reached: nothing listens there.`,
      retry: true,
    })
  })

  it('waits for a far address of a name whose other address leads nowhere', async () => {
    const far = await farServer('127.0.0.2', sshd.port)
    try {
      const known = (await sshd.knownHostsLine('ed25519')).replace(/^\S+/, `[far.example]:${far.port}`)
      const from = await machine(path.join(sshd.folder, 'home-of-far'), known)
      await withAddresses('far.example', ['127.0.0.2', '127.0.0.9'], far.arrive, async () => {
        const terminal = record(from.connect({ ...host, host: 'far.example', port: far.port }))
        await terminal.live()
        terminal.connection.close()
        await terminal.ended
      })
    } finally {
      await far.close()
    }
  })

  it('forwards a local port, and says so where it cannot', async () => {
    const echo = net.createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket))
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
    const address = echo.address()
    const remotePort = typeof address === 'object' && address ? address.port : 0
    const localPort = await freePort()
    const forwards = [
      { localPort, remoteHost: '127.0.0.1', remotePort },
      { localPort: remotePort, remoteHost: '127.0.0.1', remotePort },
    ]
    const terminal = record(home.connect({ ...host, forwards }))
    await terminal.live()
    await expect
      .poll(() => terminal.notices)
      .toEqual([`Port ${remotePort} is not forwarded to 127.0.0.1:${remotePort}: another program uses it.`])
    expect(await roundTrip(localPort, 'through the host')).toBe('through the host')
    terminal.connection.close()
    await terminal.ended
    await expect(roundTrip(localPort, 'gone')).rejects.toThrow('ECONNREFUSED')
    echo.close()
  })

  it('shares a forwarded port between the panes of a host, and keeps it as long as one of them is open', async () => {
    const echo = net.createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket))
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
    const address = echo.address()
    const remotePort = typeof address === 'object' && address ? address.port : 0
    const localPort = await freePort()
    const forward = { localPort, remoteHost: '127.0.0.1', remotePort }
    const open = async (other: Partial<SshHost> = {}) => {
      const terminal = record(home.connect({ ...host, forwards: [forward], ...other }))
      await terminal.live()
      return terminal
    }
    const close = async (terminal: ReturnType<typeof record>) => {
      terminal.connection.close()
      await terminal.ended
    }
    const first = await open()
    await expect.poll(() => roundTrip(localPort, 'first').catch(() => '')).toBe('first')
    const second = await open()
    const elsewhere = await open({ forwards: [{ ...forward, remotePort: sshd.port }] })
    const held = net.connect(localPort, '127.0.0.1')
    held.on('error', () => undefined)
    const heldCloses = new Promise((resolve) => held.once('close', resolve))
    await new Promise<void>((resolve) => {
      held.once('data', () => resolve())
      held.write('carried by the first')
    })

    await close(first)
    await heldCloses
    expect(await roundTrip(localPort, 'second')).toBe('second')
    const third = await open()
    await close(second)
    expect(await roundTrip(localPort, 'third')).toBe('third')
    for (const { notices } of [first, second, third]) expect(notices).toEqual([])
    expect(elsewhere.notices).toEqual([
      `Port ${localPort} is not forwarded to 127.0.0.1:${sshd.port}: another terminal has it forwarded to 127.0.0.1:${remotePort}.`,
    ])

    await close(third)
    await expect(roundTrip(localPort, 'gone')).rejects.toThrow('ECONNREFUSED')
    const again = await open()
    await expect.poll(() => roundTrip(localPort, 'again').catch(() => '')).toBe('again')
    await close(again)
    await close(elsewhere)
    echo.close()
  })

  it('reaches a host through two others, each with its key checked', async () => {
    const [first, second] = await Promise.all([startSshd(), startSshd()])
    try {
      const keys = await Promise.all([first.addKey('key'), second.addKey('key')])
      const known = [await sshd.knownHostsLine('ed25519'), await first.knownHostsLine('ed25519')]
      const from = await machine(path.join(sshd.folder, 'home-of-jumps'), known.join(''))
      const jumps = [first, second].map(({ port, user }) => ({ host: '127.0.0.1', port, user }))
      const terminal = record(from.connect({ ...host, jumps, identityFiles: [...keys, key] }), () => [])
      await terminal.live()
      expect(terminal.questions).toEqual([
        expect.objectContaining({ kind: 'host-key', host: `[127.0.0.1]:${second.port}` }),
      ])
      terminal.connection.write('echo $((6*7))-ok; exit 5\n')
      expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 5 })
      expect(terminal.output()).toContain('42-ok')
    } finally {
      await Promise.all([first.stop(), second.stop()])
    }
  })

  it('says goodbye when it is closed', async () => {
    const goodbyes = async () =>
      (await sshd.log()).match(/disconnected by user|Received disconnect/g)?.length ?? 0
    const before = await goodbyes()
    const terminal = record(home.connect(host))
    await terminal.live()
    terminal.connection.close()
    await expect.poll(goodbyes).toBeGreaterThan(before)
    expect(terminal.late).toEqual([])
  })

  it('is one of fifty at once', async () => {
    const terminals = Array.from({ length: 50 }, () => record(home.connect(host)))
    await Promise.all(
      terminals.map(async (terminal, index) => {
        await terminal.live()
        terminal.connection.write(`echo $((1000+${index}))-here; exit ${index}\n`)
        expect(await terminal.ended).toMatchObject({ kind: 'exit', code: index })
        expect(terminal.output()).toContain(`${1000 + index}-here`)
      }),
    )
  })

  it('leaves no socket, no listening port and no timer behind, however it ends', {
    timeout: 60_000,
  }, async () => {
    const held = () => process.getActiveResourcesInfo().filter((kind) => /^(TCP|Timeout)/.test(kind)).length
    const before = held()
    const warnings: unknown[] = []
    const note = (warning: unknown) => warnings.push(warning)
    process.on('warning', note)
    const forwards = [{ localPort: await freePort(), remoteHost: '127.0.0.1', remotePort: sshd.port }]
    const ways = [
      // At once, by its shell, and in the middle of a flood.
      async (terminal: ReturnType<typeof record>) => terminal.connection.close(),
      async (terminal: ReturnType<typeof record>) => {
        await terminal.live()
        terminal.connection.write('exit\n')
      },
      async (terminal: ReturnType<typeof record>) => {
        await terminal.live()
        terminal.connection.write('yes\n')
        await expect.poll(() => terminal.received).toBeGreaterThan(100_000)
        terminal.connection.close()
      },
    ]
    for (let round = 0; round < 7; round++) {
      for (const leave of ways) {
        const terminal = record(home.connect({ ...host, keepAliveSeconds: 30, forwards }))
        await leave(terminal)
        await terminal.ended
        expect(terminal.notices.filter((line) => line.startsWith('Port'))).toEqual([])
      }
    }
    process.off('warning', note)
    expect(warnings).toEqual([])
    await expect.poll(held, { timeout: 10_000 }).toBeLessThanOrEqual(before)
  })

  it('shows a banner as plain lines', async () => {
    const file = path.join(sshd.folder, 'banner')
    await writeFile(file, banner)
    const greeter = await startSshd([`Banner ${file}`])
    try {
      const from = await machine(path.join(greeter.folder, 'home'), await greeter.knownHostsLine('ed25519'))
      const own = await greeter.addKey('key')
      const terminal = record(from.connect({ port: greeter.port, user: greeter.user, identityFiles: [own] }))
      await terminal.live()
      expect(terminal.notices[0]).toBe('Authorised use only')
      expect(terminal.notices.join('')).not.toMatch(/\p{Cc}/u)
      terminal.connection.close()
      await terminal.ended
    } finally {
      await greeter.stop()
    }
  })
})

/** Sends a text to a port and gives back what returns. */
function roundTrip(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (data: string) => {
      answer += data
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })
}
