import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Connection, KeyboardAuthContext, ServerChannel } from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../harness/connection-recorder'
import { accept, ScriptedServers, serveShell } from '../../harness/scripted-server'
import { type Machine, machine } from '../../harness/ssh-machine'

const duo = [
  'Duo two-factor login for ops',
  '',
  'Enter a passcode or select one of the following options:',
  '',
  ' 1. Duo Push to XXX-XXX-1234',
  ' 2. Phone call to XXX-XXX-1234',
  '',
  'Passcode or option (1-2): ',
]

describe('what a server says', () => {
  let folder: string
  let home: Machine
  const servers = new ScriptedServers()
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'words-'))
    home = await machine(path.join(folder, 'home'), null)
  })
  afterEach(async () => {
    servers.close()
    await rm(folder, { recursive: true })
  })
  const connect = (port: number, ...answers: string[]) => {
    let next = 0
    return record(home.connect({ port }), ({ kind }) => (kind === 'host-key' ? [] : [answers[next++] ?? '']))
  }
  /** What was asked, but for the host's key. */
  const questions = (terminal: ReturnType<typeof record>) =>
    terminal.questions.flatMap((question) => (question.kind === 'secrets' ? [question] : []))

  describe('while somebody signs in', () => {
    /** A server whose keyboard-interactive talk is `talk`. */
    const talking = (talk: (context: KeyboardAuthContext) => void) =>
      servers.speaking((connection) => {
        connection.on('authentication', (context) => {
          if (context.method === 'keyboard-interactive') talk(context as KeyboardAuthContext)
          else context.reject(['keyboard-interactive'])
        })
        serveShell(connection, (channel) => channel.write('welcome'))
      })

    it('as a menu is shown line by line', async () => {
      const port = await talking((context) =>
        context.prompt([{ prompt: duo.join('\n'), echo: true }], ([choice]) =>
          choice === '1' ? context.accept() : context.reject(),
        ),
      )
      const terminal = connect(port, '1')
      await terminal.shows('welcome')
      expect(questions(terminal)).toEqual([
        {
          kind: 'secrets',
          title: 'user@127.0.0.1 asks',
          instructions: '',
          fields: [{ label: duo.join('\n').trimEnd(), hidden: false }],
          rememberAs: null,
          retry: false,
        },
      ])
      terminal.connection.close()
      await terminal.ended
    })

    it('is made plain, and is cut only where nobody would read on', async () => {
      const long = Array.from({ length: 400 }, (_, line) => `line ${line}`)
      const port = await talking((context) =>
        context.prompt(
          [{ prompt: `\r\n\u001b[2J\u202eCode\tfrom\u0007 here:\r\n${'x'.repeat(20_000)}`, echo: false }],
          'Title',
          long.join('\r\n'),
          () => context.accept(),
        ),
      )
      const terminal = connect(port, '1')
      await terminal.shows('welcome')
      const [question] = questions(terminal)
      expect(question?.instructions).toBe(long.join('\n'))
      const [first, second, ...rest] = question?.fields[0]?.label.split('\n') ?? []
      expect(first).toBe('[2JCode    from here:')
      expect(second).toMatch(/^x{999}…$/)
      expect(rest).toEqual([])
      terminal.connection.close()
      await terminal.ended
    })

    it('without asking stands in the terminal, before the answer that it may tell to wait for', async () => {
      const says = 'Pushed a login request to your phone.\n  Or open https://login.example/abc'
      /** There is something to approve once the client has said that it has seen it. */
      const waiting: (() => void)[] = []
      const port = await talking((context) =>
        context.prompt([], 'Duo', says, () => {
          waiting.push(() => context.accept())
        }),
      )
      const terminal = connect(port)
      const lines = ['Duo', 'Pushed a login request to your phone.', '  Or open https://login.example/abc']
      await expect.poll(() => terminal.notices).toEqual(lines)
      await expect.poll(() => waiting.length).toBe(1)
      waiting[0]?.()
      await terminal.shows('welcome')
      expect(questions(terminal)).toEqual([])
      terminal.connection.close()
      await terminal.ended
    })

    it('without asking, again and again, comes to an end', async () => {
      const port = await talking((context) => {
        const again = () => context.prompt([], 'Wait', 'x'.repeat(1_000), again)
        again()
      })
      const terminal = connect(port)
      expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
      expect(terminal.notices.length).toBeLessThan(100)
    })

    it('that was denied elsewhere is said, and not asked for again by itself', async () => {
      let asked = 0
      const port = await talking((context) => {
        asked++
        context.prompt([], '', 'Pushed a login request to your phone.', () =>
          context.reject(['keyboard-interactive']),
        )
      })
      expect(await connect(port).ended).toEqual({
        kind: 'lost',
        retry: false,
        reason: 'user@127.0.0.1: the server did not let you in. The server accepts: keyboard-interactive.',
      })
      expect(asked).toBe(1)
    })

    it('as a banner keeps its shape', async () => {
      const banner = '  +------+\n  |  hi  |\n  +------+'
      const port = await servers.speaking(
        (connection) => {
          connection.on('authentication', accept)
          serveShell(connection, (channel) => channel.write('welcome'))
        },
        { banner },
      )
      const terminal = connect(port)
      await terminal.shows('welcome')
      expect(terminal.notices).toEqual(banner.split('\n'))
      terminal.connection.close()
      await terminal.ended
    })
  })

  describe('in place of SSH', () => {
    it.each([
      ['SSH-1.5-Cisco-1.25\n', 'it speaks SSH 1 only, which is not safe and not supported', false],
      [
        'HTTP/1.1 400 Bad Request\r\n\r\n',
        'it answers “HTTP/1.1 400 Bad Request”, so it is no SSH server',
        false,
      ],
      ['Exceeded MaxStartups\r\n', 'it said “Exceeded MaxStartups” in place of SSH', true],
      [
        'Not allowed \u001b]0;owned\u0007at this time\r\n',
        'it said “Not allowed ]0;ownedat this time” in place of SSH',
        true,
      ],
    ])('is told: %j', async (bytes, why, retry) => {
      const port = await servers.raw((socket) => socket.end(bytes))
      expect(await connect(port).ended).toEqual({
        kind: 'lost',
        retry,
        reason: `[127.0.0.1]:${port}: ${why}.`,
      })
    })
  })

  describe('when it offers only what we do not speak', () => {
    /** A server that gets as far as its offer, in which one list is another one. */
    const offering = (at: number, names: string, then: Buffer = Buffer.alloc(0)) => {
      const usual = [
        'curve25519-sha256',
        'ssh-ed25519',
        ...['aes128-ctr', 'aes128-ctr', 'hmac-sha2-256', 'hmac-sha2-256', 'none', 'none', '', ''],
      ]
      const lists = usual.map((each, index) => (index === at ? names : each))
      const body = lists.map((each) => Buffer.concat([word(each.length), Buffer.from(each)]))
      const kexInit = Buffer.concat([Buffer.from([20]), Buffer.alloc(16), ...body, Buffer.alloc(5)])
      return servers.raw((socket) =>
        socket.write(Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), packet(kexInit), then])),
      )
    }

    it.each([
      [0, 'sntrup761x25519-sha512@openssh.com,kex-strict-s-v00@openssh.com', 'key exchanges'],
      [0, 'mlkem768x25519-sha256', 'key exchanges'],
      [2, 'chacha20-poly1305@example.com', 'ciphers'],
      [5, 'umac-128-etm@openssh.com', 'message codes'],
    ])('is named, and not called old: list %i, %s', async (at, names, what) => {
      const port = await offering(at, names)
      expect(await connect(port).ended).toEqual({
        kind: 'lost',
        retry: false,
        reason:
          `[127.0.0.1]:${port} offers only ${what} that are not supported here yet: ${names.split(',')[0]}. ` +
          'Whoever runs it can let it offer a more usual one beside them.',
      })
    })

    it.each([
      [0, 'diffie-hellman-group1-sha1,diffie-hellman-group14-sha1'],
      [2, 'aes256-cbc,3des-cbc'],
      [4, 'hmac-md5,hmac-sha1-96'],
    ])('is called old where it is: list %i, %s', async (at, names) => {
      const { reason } = await connect(await offering(at, names)).ended
      expect(reason).toContain('It may be too old to be safe.')
    })

    it.each([
      ['too short', Buffer.alloc(128, 0xff)],
      ['so long that it would hold every terminal', Buffer.alloc(30_000, 0xff)],
    ])('is a group that nobody should agree in, because it is %s', async (_, prime) => {
      const numbers = [Buffer.concat([Buffer.from([0]), prime]), Buffer.from([2])]
      const group = numbers.flatMap((bytes) => [word(bytes.length), bytes])
      const choice = packet(Buffer.concat([Buffer.from([31]), ...group]))
      const port = await offering(0, 'diffie-hellman-group-exchange-sha256', choice)
      expect(await connect(port).ended).toEqual({
        kind: 'lost',
        retry: false,
        reason: expect.stringContaining(`its key exchange has a group of ${prime.length * 8} bits`),
      })
    })
  })

  describe('when it goes', () => {
    /** A terminal that is live when its server leaves it. */
    const leaving = async (leave: (connection: Connection, channel: ServerChannel) => void) => {
      const port = await servers.speaking((connection) => {
        connection.on('authentication', accept)
        serveShell(connection, (channel) => {
          channel.write('welcome')
          channel.on('data', () => leave(connection, channel))
        })
      })
      const terminal = connect(port)
      await terminal.shows('welcome')
      terminal.connection.write('x')
      return { port, terminal }
    }

    it.each([
      [
        2,
        'You are not welcome\u001b[31m here',
        'the server ended the connection: “You are not welcome[31m here”',
        true,
      ],
      [11, 'Down for maintenance', 'the server ended the connection: “Down for maintenance”', true],
      [1, 'Only from the office', 'the server ended the connection: “Only from the office”', false],
      [12, '', 'the server has too many connections', true],
      [99, '', 'the server ended the connection', true],
    ])('before anybody signed in is told: %i %s', async (reason, text, why, retry) => {
      const bye = Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), packet(farewell(reason, text))])
      const port = await servers.raw((socket) => socket.end(bye))
      expect(await connect(port).ended).toEqual({
        kind: 'lost',
        retry,
        reason: `[127.0.0.1]:${port}: ${why}.`,
      })
    })

    it.each([2, 11])('from a terminal is told, and it is tried again: %i', async (reason) => {
      const { port, terminal } = await leaving((connection) =>
        say(connection, farewell(reason, 'Rebooting at noon')),
      )
      expect(await terminal.ended).toEqual({
        kind: 'lost',
        retry: true,
        reason: `[127.0.0.1]:${port}: the server ended the connection: “Rebooting at noon”.`,
      })
    })

    it('closes the terminal without a status: that is no end like another, and nothing is tried again', async () => {
      const { terminal } = await leaving((_, channel) => channel.close())
      expect(await terminal.ended).toEqual({
        kind: 'lost',
        retry: false,
        reason: 'The host closed the terminal without saying how the shell ended; it may have been cut off.',
      })
    })
  })
})

function word(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

/** A message as it travels before there are keys. */
function packet(payload: Buffer): Buffer {
  const padding = 4 + ((8 - ((payload.length + 9) % 8)) % 8)
  return Buffer.concat([
    word(payload.length + padding + 1),
    Buffer.from([padding]),
    payload,
    Buffer.alloc(padding),
  ])
}

/** RFC 4253's SSH_MSG_DISCONNECT. */
const farewell = (reason: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([1]), word(reason), word(Buffer.byteLength(text)), Buffer.from(text), word(0)])

/** Has a server of ssh2's send a message that it has no word for. */
function say(connection: Connection, payload: Buffer): void {
  const protocol = Reflect.get(connection, '_protocol')
  const { write } = protocol._packetRW
  const message: Buffer = write.alloc(payload.length, true)
  payload.copy(message, write.allocStartKEX)
  protocol._cipher.encrypt(write.finalize(message, true))
}
