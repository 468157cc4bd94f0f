import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { beatEveryMs } from '../../../../../src/main/terminal/websocket/heartbeat'
import { connectMachine } from '../../../../../src/main/terminal/websocket/vsay'
import { recordEvents } from '../../../../harness/connection-events'
import { createFakeClock } from '../../../../harness/fake-clock'

const servers: WebSocketServer[] = []
const size = { cols: 80, rows: 24 }
const nobody = async () => null

afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate()
    server.close()
  }
})

/** A terminal service of the test; `script` runs for every connection. */
async function serve(script: (socket: WebSocket, request: http.IncomingMessage) => void): Promise<number> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  servers.push(server)
  server.on('connection', script)
  await new Promise((resolve) => server.on('listening', resolve))
  return (server.address() as AddressInfo).port
}

const afterAuth = (act: (socket: WebSocket) => void) => (socket: WebSocket) => {
  socket.once('message', () => act(socket))
}

const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message))

function open(place: { port: number } | { url: string; base: string }, expiresInMs: number | null = 60_000) {
  const clock = createFakeClock()
  const recorded = recordEvents()
  const abort = new AbortController()
  const transport = {
    kind: 'machine' as const,
    sessionId: 'sess_1',
    token: 'the-token',
    baseUrl: 'port' in place ? `http://127.0.0.1:${place.port}/v1` : place.base,
    websocketUrl: 'port' in place ? `ws://127.0.0.1:${place.port}/v1/sessions/sess_1/ws` : place.url,
    lifetimeMs: expiresInMs,
    proxy: null,
  }
  const connection = connectMachine(clock, () => null)(transport)(size, recorded.events, nobody, abort.signal)
  return { ...recorded, clock, connection, abort }
}

describe('VSay, WebSocket Connection', () => {
  it('authenticates first, then sends size and input, and gives output until the session ends', async () => {
    const received: unknown[] = []
    const port = await serve((socket) => {
      socket.on('message', (data: RawData) => {
        received.push(JSON.parse(data.toString()))
        if (received.length !== 4) return
        say(socket, { type: 'output', data: 'total 42\r\n', extra: 1 })
        say(socket, { type: 'error', message: 'slow\x1b[2J down' })
        say(socket, { type: 'unheard-of' })
        say(socket, { type: 'disconnect' })
        say(socket, { type: 'output', data: 'too late' })
      })
    })
    const { seen, live, ended, connection } = open({ port })
    await live
    expect(connection.write('ls -la\n')).toBe(true)
    connection.resize({ cols: 120, rows: 40 })
    expect(await ended).toMatchObject({ kind: 'exit' })
    expect(received).toEqual([
      { type: 'auth', token: 'the-token' },
      { type: 'resize', cols: 80, rows: 24 },
      { type: 'input', data: 'ls -la\n' },
      { type: 'resize', cols: 120, rows: 40 },
    ])
    expect(seen).toEqual(['data total 42\r\n', 'notice VSay: slow[2J down'])
  })

  it('ignores frames that are no messages', async () => {
    const port = await serve((socket) => {
      socket.send('not json')
      socket.send(Buffer.from('{"type":"output","data":"binary"}'))
      say(socket, { type: 'output', data: 'hi' })
      say(socket, { type: 'disconnect' })
    })
    const { seen, ended } = open({ port })
    expect(await ended).toMatchObject({ kind: 'exit' })
    expect(seen).toEqual(['data hi'])
  })

  it('keeps a character whole that is split between two messages', async () => {
    const port = await serve((socket) => {
      say(socket, { type: 'output', data: 'a\ud83d' })
      say(socket, { type: 'output', data: '\ude00b' })
      say(socket, { type: 'disconnect' })
    })
    const { seen, ended } = open({ port })
    await ended
    expect(seen).toEqual(['data a', 'data 😀b'])
  })

  it.each([
    {
      name: 'a frame without end',
      act: (socket: WebSocket) => socket.send('x'.repeat(5 * 1024 * 1024)),
      reason: 'VSay sent a message that is larger than any screen.',
    },
    {
      name: 'bytes that are no frames',
      // The library’s own way to the bare connection, which it does not publish.
      act: (socket: WebSocket) => Reflect.get(socket, '_socket').write('\xff\xff\xff\xff'),
      reason: 'VSay sent something that is no message of a terminal.',
    },
    {
      name: 'a connection that breaks',
      act: (socket: WebSocket) => socket.terminate(),
      reason: 'The connection to VSay broke.',
    },
  ])('is lost, and worth another try, at $name', async ({ act, reason }) => {
    const { seen, ended } = open({ port: await serve(afterAuth(act)) })
    expect(await ended).toEqual({ kind: 'lost', retry: true, reason })
    expect(seen).toEqual([])
  })

  it.each([
    { name: 'says so', act: (socket: WebSocket) => socket.close(1008, 'invalid token') },
    {
      name: 'explains itself and hangs up',
      act: (socket: WebSocket) => {
        say(socket, { type: 'error', message: 'invalid token' })
        socket.close()
      },
    },
  ])('is not worth another try where the service refuses the token and $name', async ({ act }) => {
    const { ended } = open({ port: await serve(afterAuth(act)) })
    expect(await ended).toMatchObject({ kind: 'lost', retry: false })
  })

  it.each([
    { status: 401, retry: false, says: 'refused' },
    { status: 302, retry: false, says: 'refused' },
    { status: 404, retry: false, says: 'does not know this session any more' },
    { status: 429, retry: true, says: 'not ready' },
    { status: 503, retry: true, says: 'not ready' },
  ])('that the service answers with $status is tried again: $retry', async ({ status, retry, says }) => {
    const server = http.createServer()
    server.on('upgrade', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const end = await open({ port: (server.address() as AddressInfo).port }).ended
      expect(end).toMatchObject({ kind: 'lost', retry, reason: expect.stringContaining(says) })
    } finally {
      server.close()
    }
  })

  it('says why the service ended the session, where it does', async () => {
    const port = await serve((socket) => say(socket, { type: 'disconnect', message: 'idle\x1b[2J' }))
    expect(await open({ port }).ended).toMatchObject({
      kind: 'exit',
      reason: 'VSay ended the session: idle[2J.',
    })
  })

  describe('a peer', () => {
    const silent = (socket: WebSocket) => {
      // It does not even answer a ping.
      socket.pause()
    }

    it('that falls silent is lost, and worth another try', async () => {
      const { clock, live, ended } = open({ port: await serve(silent) }, null)
      await live
      await clock.advance(3 * beatEveryMs)
      expect(await ended).toEqual({ kind: 'lost', retry: true, reason: 'VSay stopped answering.' })
      expect(clock.pending()).toBe(0)
    })

    it('that has nothing to say, and one whose output is held, are not', async () => {
      let answers = 0
      const port = await serve((socket) => {
        // Whoever answers this has read the answer to their own ping before it.
        socket.on('ping', () => socket.ping())
        socket.on('pong', () => answers++)
      })
      const idle = open({ port }, null)
      const held = open({ port: await serve(silent) }, null)
      await Promise.all([idle.live, held.live])
      held.connection.pause()
      for (let beats = 1; beats <= 4; beats++) {
        await Promise.all([idle.clock.advance(beatEveryMs), held.clock.advance(beatEveryMs)])
        await expect.poll(() => answers).toBe(beats)
      }
      idle.connection.close()
      held.connection.close()
      expect(await Promise.all([idle.ended, held.ended])).toMatchObject([{ kind: 'exit' }, { kind: 'exit' }])
      expect([idle.clock.pending(), held.clock.pending()]).toEqual([0, 0])
    })
  })

  it('asks for a new session when the connection breaks after the token expired', async () => {
    let hangUp = () => {}
    const port = await serve((socket) => {
      hangUp = () => socket.terminate()
    })
    const { clock, live, ended } = open({ port }, 1_000)
    await live
    clock.sleep(1_000)
    hangUp()
    expect(await ended).toMatchObject({ kind: 'lost', retry: false })
  })

  it('gives nothing while paused, and all of it afterwards', async () => {
    let talk = () => {}
    const port = await serve((socket) => {
      talk = () => {
        for (let line = 0; line < 100; line++) say(socket, { type: 'output', data: `${line};` })
        say(socket, { type: 'disconnect' })
      }
    })
    const { seen, live, ended, connection } = open({ port })
    connection.pause()
    await live
    talk()
    // Another one comes and goes meanwhile.
    const other = open({ port })
    await other.live
    other.connection.close()
    expect(seen).toEqual([])
    connection.resume()
    await ended
    expect(seen.map((line) => line.slice(5)).join('')).toBe(
      Array.from({ length: 100 }, (_, line) => `${line};`).join(''),
    )
  })

  it('says when it is full, and when it has drained', async () => {
    let read = () => {}
    const port = await serve((socket) => {
      socket.pause()
      read = () => socket.resume()
    })
    const { seen, live, connection } = open({ port })
    await live
    const piece = 'x'.repeat(64 * 1024)
    while (connection.write(piece));
    expect(seen).toEqual([])
    read()
    await expect.poll(() => seen).toEqual(['drain'])
    expect(connection.write(piece)).toBe(true)
  })

  it.each([
    {
      name: 'another host',
      url: 'wss://evil.example/v1/sessions/a/ws',
      base: 'https://api.vsayterminal.com/v1',
    },
    {
      name: 'another port',
      url: 'wss://api.vsayterminal.com:8443/ws',
      base: 'https://api.vsayterminal.com/v1',
    },
    {
      name: 'an unencrypted one',
      url: 'ws://api.vsayterminal.com/ws',
      base: 'https://api.vsayterminal.com/v1',
    },
    {
      name: 'another scheme',
      url: 'https://api.vsayterminal.com/ws',
      base: 'https://api.vsayterminal.com/v1',
    },
    {
      name: 'a user name',
      url: 'wss://api.vsayterminal.com@evil.example/',
      base: 'https://api.vsayterminal.com',
    },
    {
      name: 'an address with a fragment',
      url: 'wss://api.vsayterminal.com/ws#evil',
      base: 'https://api.vsayterminal.com/v1',
    },
    { name: 'no address', url: 'sessions/a/ws', base: 'https://api.vsayterminal.com/v1' },
  ])('does not connect to $name', async (place) => {
    const end = await open(place).ended
    expect(end).toMatchObject({ kind: 'lost', retry: false })
    expect(end.reason).toContain('Nothing was connected')
    expect(end.reason).not.toMatch(/the-token|evil/)
  })

  it('leaves it to the service whether a token has expired', async () => {
    const port = await serve((socket) => socket.on('message', () => say(socket, { type: 'disconnect' })))
    expect(await open({ port }, 0).ended).toMatchObject({ kind: 'exit' })
  })

  it('counts the time of a token from the answer, whatever the wall clock does', async () => {
    let hangUp = () => {}
    const port = await serve((socket) => {
      hangUp = () => socket.terminate()
    })
    const { clock, live, ended } = open({ port }, 60_000)
    await live
    clock.jump(2 * 3_600_000)
    hangUp()
    expect(await ended).toMatchObject({ kind: 'lost', retry: true })
  })

  it.each([
    ['a frame that is none', Buffer.from([0xff, 0x00])],
    ['text that is not UTF-8', Buffer.from([0x81, 0x02, 0xc3, 0x28])],
    ['its part of a goodbye', Buffer.from([0x88, 0x02, 0x03, 0xe8])],
  ])('is lost soon where the service sends %s and then nothing more', async (_, bytes) => {
    const port = await serve((socket, { socket: wire }) => {
      socket.once('message', () => {
        wire.removeAllListeners('data')
        wire.resume()
        wire.write(bytes)
      })
    })
    const { live, ended } = open({ port })
    await live
    const startedMs = performance.now()
    expect(await ended).toMatchObject({ kind: 'lost', retry: true })
    // The library would wait for 30 s.
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })

  it('is lost when nobody listens', async () => {
    const port = await serve(() => undefined)
    await new Promise((resolve) => servers[0]?.close(resolve))
    expect(await open({ port }).ended).toMatchObject({ kind: 'lost', retry: true })
  })

  it.each([
    { name: 'close', end: ({ connection }: ReturnType<typeof open>) => connection.close() },
    { name: 'the signal', end: ({ abort }: ReturnType<typeof open>) => abort.abort() },
  ])('ends by $name', async ({ end }) => {
    let gone = () => {}
    const left = new Promise<void>((resolve) => {
      gone = resolve
    })
    const opened = open({ port: await serve((socket) => socket.on('close', gone)) })
    await opened.live
    end(opened)
    expect(await opened.ended).toMatchObject({ kind: 'exit' })
    await left
  })
})
