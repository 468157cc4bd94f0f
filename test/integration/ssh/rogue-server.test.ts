import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { KeyboardAuthContext } from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../harness/connection-recorder'
import { accept, ScriptedServers, serveShell } from '../../harness/scripted-server'
import { type Machine, machine } from '../../harness/ssh-machine'

describe('a server that means no good', () => {
  let folder: string
  let home: Machine
  const servers = new ScriptedServers()
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rogue-'))
    home = await machine(path.join(folder, 'home'), null)
  })
  afterEach(async () => {
    servers.close()
    await rm(folder, { recursive: true })
  })

  const secrets = (terminal: ReturnType<typeof record>) =>
    terminal.questions.filter((question) => question.kind === 'secrets')

  it.each([
    ['talks about something else', 'HTTP/1.1 400 Bad Request\r\nServer: \u001b]0;owned\u0007\r\n\r\n<html>'],
    ['sends bytes without meaning', Buffer.alloc(100_000, 0xff)],
    ['begins well and goes on without meaning', `SSH-2.0-x\r\n${'\u0000\u0000\u0000\u0001'.repeat(1_000)}`],
    ['claims a packet of four gigabytes', 'SSH-2.0-x\r\n\u00ff\u00ff\u00ff\u00ff'],
  ])('%s: one plain sentence', async (_, bytes) => {
    const port = await servers.raw((socket) => socket.end(bytes))
    const terminal = record(home.connect({ port }))
    const end = await terminal.ended
    expect(end.kind).toBe('lost')
    expect(end.reason).toMatch(/^\[127\.0\.0\.1\]:\d+: \P{Cc}+\.$/u)
    expect(terminal.questions).toEqual([])
    expect(terminal.late).toEqual([])
  })

  it('leads, as a jump host, to a host named *: no key is ever written down for that', async () => {
    const target = await servers.speaking((connection) => {
      connection.on('authentication', accept)
      serveShell(connection, (channel) => channel.write('welcome'))
    })
    const jump = await servers.speaking((connection) => {
      connection.on('authentication', accept)
      connection.on('ready', () =>
        connection.on('tcpip', (agree) => {
          const route = agree()
          const socket = net.connect(target, '127.0.0.1')
          route.pipe(socket).pipe(route)
        }),
      )
    })
    for (const name of [{ host: '*' }, { host: 'db', hostKeyAlias: 'db,*' }, { host: '[db]:22' }]) {
      const jumps = [{ host: '127.0.0.1', port: jump, user: null }]
      const terminal = record(home.connect({ ...name, jumps }), () => [])
      expect(await terminal.ended).toMatchObject({
        kind: 'lost',
        reason: expect.stringContaining('known_hosts cannot name such a host'),
        retry: false,
      })
    }
    await expect
      .poll(async () => (await home.known()).trim().split('\n'))
      .toEqual([expect.stringMatching(`^\\[127.0.0.1\\]:${jump} ssh-ed25519 `)])
  })

  it('greets without end: stopped, with few lines shown', async () => {
    const port = await servers.raw((socket) => {
      const greet = () => {
        while (socket.writable && socket.write(`${'hello '.repeat(20)}\r\n`));
      }
      socket.on('drain', greet)
      greet()
    })
    const terminal = record(home.connect({ port }))
    expect(await terminal.ended).toMatchObject({ kind: 'lost' })
    expect(terminal.notices.length).toBeLessThan(1_100)
  })

  it('has a banner as long as a book: stopped for good', async () => {
    const port = await servers.speaking(
      (connection) => connection.on('authentication', (context) => context.reject(['password'])),
      { banner: 'buy now\n'.repeat(4_200) },
    )
    const terminal = record(home.connect({ port }), () => [])
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      retry: false,
      reason: expect.stringContaining('greets without end'),
    })
    expect(secrets(terminal)).toEqual([])
  })

  it('asks the second factor: every question is shown plainly, none is kept', async () => {
    const answers: string[][] = []
    const port = await servers.speaking((connection) => {
      connection.on('authentication', (context) => {
        if (context.method !== 'keyboard-interactive') {
          context.reject(['keyboard-interactive'])
          return
        }
        const prompts = [
          { prompt: 'Password: ', echo: false },
          { prompt: '\u001b[2JCode:\u202e ', echo: true },
        ]
        ;(context as KeyboardAuthContext).prompt(
          prompts,
          'Two factors',
          'Look at\u0007 your phone',
          (given) => {
            answers.push(given)
            if (given[1] === '123456') context.accept()
            else context.reject(['keyboard-interactive'])
          },
        )
      })
      serveShell(connection, (channel) => channel.write('welcome'))
    })
    const terminal = record(home.connect({ port }), (question, index) =>
      question.kind === 'secrets' ? ['pass', index === 1 ? '000000' : '123456'] : [],
    )
    await terminal.shows('welcome')
    const question = {
      kind: 'secrets',
      title: 'Two factors',
      instructions: 'Look at your phone',
      fields: [
        { label: 'Password:', hidden: true },
        { label: '[2JCode:', hidden: false },
      ],
      rememberAs: null,
    }
    expect(secrets(terminal)).toEqual([
      { ...question, retry: false },
      { ...question, retry: true },
    ])
    expect(answers).toEqual([
      ['pass', '000000'],
      ['pass', '123456'],
    ])
    terminal.connection.close()
    await terminal.ended
  })

  it('asks and asks: stopped for good after some rounds', async () => {
    const port = await servers.speaking((connection) => {
      connection.on('authentication', (context) => {
        if (context.method !== 'keyboard-interactive') {
          context.reject(['keyboard-interactive'])
          return
        }
        const again = () => (context as KeyboardAuthContext).prompt([{ prompt: 'More?', echo: true }], again)
        again()
      })
    })
    const terminal = record(home.connect({ port }), () => ['yes'])
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      retry: false,
      reason: '127.0.0.1 asked too many questions. It may not be what it says it is.',
    })
    expect(secrets(terminal)).toHaveLength(10)
  })

  it('ends a talk in the middle of a question: the question is withdrawn, nothing is tried again', async () => {
    let hangUp = () => {}
    const port = await servers.speaking((connection) => {
      hangUp = () => connection.end()
      connection.on('authentication', (context) => {
        if (context.method === 'keyboard-interactive')
          (context as KeyboardAuthContext).prompt([{ prompt: 'Code?', echo: true }], () => undefined)
        else context.reject(['keyboard-interactive'])
      })
    })
    const terminal = record(home.connect({ port }), (question) => {
      if (question.kind === 'host-key') return []
      hangUp()
      return new Promise(() => undefined)
    })
    expect(await terminal.ended).toMatchObject({ kind: 'lost', retry: false })
  })

  it('has a password changed by questions: each is shown, and only the old one can be remembered', async () => {
    const rounds = [
      { prompt: 'Password: ', says: '' },
      { prompt: 'Current password: ', says: 'You are required to change your password immediately.' },
      { prompt: 'New password: ', says: '' },
      { prompt: 'Retype new password: ', says: '' },
    ]
    const given: string[] = []
    const port = await servers.speaking((connection) => {
      connection.on('authentication', (context) => {
        if (context.method !== 'keyboard-interactive') {
          context.reject(['keyboard-interactive'])
          return
        }
        const ask = (at: number) => {
          const round = rounds[at]
          if (!round) context.accept()
          else
            (context as KeyboardAuthContext).prompt(
              [{ prompt: round.prompt, echo: false }],
              '',
              round.says,
              (answers) => {
                given.push(...answers)
                ask(at + 1)
              },
            )
        }
        ask(0)
      })
      serveShell(connection, (channel) => channel.write('welcome'))
    })
    const says = ['old', 'old', 'new', 'new']
    const terminal = record(home.connect({ port }), (question, index) =>
      question.kind === 'secrets' ? [says[index - 1] ?? ''] : [],
    )
    await terminal.shows('welcome')
    expect(given).toEqual(says)
    expect(
      terminal.questions.flatMap((question) =>
        question.kind === 'secrets'
          ? [[question.fields[0]?.label, question.instructions, question.rememberAs !== null]]
          : [],
      ),
    ).toEqual(rounds.map(({ prompt, says }, at) => [prompt.trim(), says, at === 0]))
    terminal.connection.close()
    await terminal.ended
  })

  it('wants a new password: says that this is not the place, for good', async () => {
    const port = await servers.speaking((connection) => {
      connection.on('authentication', (context) => {
        if (context.method === 'password') context.requestChange('New password: ', () => undefined)
        else context.reject(['password'])
      })
    })
    const terminal = record(home.connect({ port }), () => ['expired'])
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      retry: false,
      reason: expect.stringContaining('wants a new password'),
    })
  })

  it('offers nothing that we can agree on: not tried again', async () => {
    const algorithms = { kex: ['diffie-hellman-group1-sha1' as const] }
    const port = await servers.speaking(() => undefined, { algorithms })
    const terminal = record(home.connect({ port }), () => [])
    expect(await terminal.ended).toEqual({
      kind: 'lost',
      retry: false,
      reason: `[127.0.0.1]:${port} offers no key exchange algorithm that is supported. It may be too old to be safe.`,
    })
    expect(terminal.questions).toEqual([])
  })

  it('never says a word: left when the tab is closed', async () => {
    const port = await servers.raw(() => undefined)
    const terminal = record(home.connect({ port }))
    await expect.poll(() => terminal.states).toEqual(['connecting'])
    terminal.connection.close()
    expect(await terminal.ended).toMatchObject({ kind: 'exit', code: null })
    expect(terminal.late).toEqual([])
  })

  it('gives no terminal: says so', async () => {
    const port = await servers.speaking((connection) => {
      connection.on('authentication', accept)
      connection.on('session', (_, reject) => reject())
    })
    const terminal = record(home.connect({ port }), () => [])
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      reason: expect.stringContaining('no terminal'),
    })
  })

  it('sends more than its window while the tab is paused: stopped before memory is', async () => {
    const port = await servers.speaking((connection) => {
      connection.on('authentication', accept)
      serveShell(connection, (channel) => {
        channel.write('begin')
        channel.on('data', () => {
          // What an honest server would wait for.
          ;(channel.outgoing as { window: number }).window = Number.MAX_SAFE_INTEGER
          for (let sent = 0; sent < 20; sent++) channel.write(Buffer.alloc(1_000_003))
        })
      })
    })
    const terminal = record(home.connect({ port }), () => [])
    await terminal.shows('begin')
    terminal.connection.pause()
    terminal.connection.write('go')
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      retry: false,
      reason: 'The host sends more than it was allowed to.',
    })
  })
})
