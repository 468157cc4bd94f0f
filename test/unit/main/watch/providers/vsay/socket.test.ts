import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { openSocket, type VsaySocketHandlers } from '../../../../../../src/main/watch/providers/vsay/socket'
import { createFakeClock } from '../../../../../harness/fake-clock'

const clock = createFakeClock()
const servers: WebSocketServer[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate()
    server.close()
  }
})

/** A terminal service of the test; `script` runs for every connection. */
async function serve(script: (socket: WebSocket) => void): Promise<number> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  servers.push(server)
  server.on('connection', script)
  await new Promise((resolve) => server.on('listening', resolve))
  return (server.address() as AddressInfo).port
}

const created = (websocket_url: string, expires_at: number | null = clock.now() + 60_000) => ({
  session_id: 'sess_1',
  websocket_url,
  token: 'the-token',
  expires_at,
})

/** Handlers that remember, and a promise of the end. */
function remember() {
  const seen: string[] = []
  let end = (_: unknown) => {}
  const ended = new Promise((resolve) => {
    end = resolve
  })
  const handlers: VsaySocketHandlers = {
    onOutput: (data) => seen.push(`output ${data}`),
    onError: (message) => seen.push(`error ${message}`),
    onEnd: (error) => end(error),
  }
  return { seen, ended, handlers }
}

const open = (port: number, handlers: VsaySocketHandlers) =>
  openSocket(
    created(`ws://127.0.0.1:${port}/v1/sessions/sess_1/ws`),
    `http://127.0.0.1:${port}/v1`,
    clock,
    handlers,
  )

describe('VSay, WebSocket Connection', () => {
  it('authenticates first, then sends input and size, and gives output until the session ends', async () => {
    const received: unknown[] = []
    const port = await serve((socket) => {
      socket.on('message', (data: RawData) => {
        received.push(JSON.parse(data.toString()))
        if (received.length !== 3) return
        for (const message of [
          { type: 'output', data: 'total 42\r\n', extra: 1 },
          { type: 'error', message: 'slow down' },
          { type: 'unheard-of' },
          { type: 'disconnect' },
          { type: 'output', data: 'too late' },
        ])
          socket.send(JSON.stringify(message))
      })
    })
    const { seen, ended, handlers } = remember()
    const opened = await open(port, handlers)
    if (!opened.ok) throw new Error(opened.error.message)
    opened.value.input('ls -la\n')
    opened.value.resize(120, 40)
    expect(await ended).toBeNull()
    expect(received).toEqual([
      { type: 'auth', token: 'the-token' },
      { type: 'input', data: 'ls -la\n' },
      { type: 'resize', cols: 120, rows: 40 },
    ])
    expect(seen).toEqual(['output total 42\r\n', 'error slow down'])
  })

  it('ignores frames that are no messages', async () => {
    const port = await serve((socket) => {
      socket.send('not json')
      socket.send(Buffer.from('{"type":"output","data":"binary"}'))
      socket.send('{"type":"output","data":"hi"}')
      socket.send('{"type":"disconnect"}')
    })
    const { seen, ended, handlers } = remember()
    expect((await open(port, handlers)).ok).toBe(true)
    expect(await ended).toBeNull()
    expect(seen).toEqual(['output hi'])
  })

  it.each([
    { name: 'a frame without end', act: (socket: WebSocket) => socket.send('x'.repeat(5 * 1024 * 1024)) },
    { name: 'a connection that breaks', act: (socket: WebSocket) => socket.terminate() },
  ])('ends with an error at $name', async ({ act }) => {
    const port = await serve((socket) => {
      socket.on('message', () => act(socket))
    })
    const { seen, ended, handlers } = remember()
    expect((await open(port, handlers)).ok).toBe(true)
    expect(await ended).toMatchObject({ kind: 'network' })
    expect(seen).toEqual([])
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
    { name: 'no address', url: 'sessions/a/ws', base: 'https://api.vsayterminal.com/v1' },
  ])('does not connect to $name', async ({ url, base }) => {
    const result = await openSocket(created(url), base, clock, remember().handlers)
    expect(result).toMatchObject({ ok: false, error: { kind: 'bad-shape' } })
    expect(JSON.stringify(result)).not.toMatch(/the-token|evil/)
  })

  it('does not connect with a token that has expired', async () => {
    const port = await serve(() => {
      throw new Error('nobody should connect')
    })
    const url = `ws://127.0.0.1:${port}/ws`
    const result = await openSocket(
      created(url, clock.now()),
      `http://127.0.0.1:${port}`,
      clock,
      remember().handlers,
    )
    expect(result).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
  })

  it('fails when nobody listens', async () => {
    const port = await serve(() => undefined)
    await new Promise((resolve) => servers[0]?.close(resolve))
    expect(await open(port, remember().handlers)).toMatchObject({ ok: false, error: { kind: 'network' } })
  })

  it('closes without an error when asked to', async () => {
    const port = await serve(() => undefined)
    const { ended, handlers } = remember()
    const opened = await open(port, handlers)
    if (!opened.ok) throw new Error(opened.error.message)
    opened.value.close()
    expect(await ended).toBeNull()
  })
})
