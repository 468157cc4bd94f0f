import { readFileSync } from 'node:fs'
import net from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { connectVsay } from '../../src/main/terminal/vsay'
import { recordEvents } from '../harness/connection-events'
import { createFakeClock } from '../harness/fake-clock'
import { httpServer, httpsServer, proxyServer, rawServer, socksServer, type TestServer } from './http/servers'

const pem = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url)), 'utf8')
const identity = { key: pem('key.pem'), cert: pem('certificate.pem') }
const size = { cols: 80, rows: 24 }

const started: TestServer[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.close()
})
const keep = <T extends TestServer>(server: T): T => {
  started.push(server)
  return server
}

/** A terminal service that greets whoever signs in, and what it was sent first. */
async function service() {
  const sockets = new WebSocketServer({ noServer: true })
  const received: string[] = []
  sockets.on('connection', (socket) => {
    socket.once('message', (data) => {
      received.push(data.toString())
      socket.send(JSON.stringify({ type: 'output', data: 'hello' }))
      socket.send(JSON.stringify({ type: 'disconnect' }))
    })
  })
  const server = await httpsServer(
    identity,
    (_, response) => response.writeHead(404).end(),
    (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (to) => sockets.emit('connection', to)),
  )
  return { ...keep(server), received }
}

function connect(to: string, proxy: string | null, certificates: string[] | null) {
  const abort = new AbortController()
  const recorded = recordEvents()
  const transport = {
    kind: 'vsay',
    sessionId: 's',
    baseUrl: to,
    websocketUrl: `${to.replace('https', 'wss')}/ws`,
    token: 'the-token',
    expiresAt: null,
    proxy,
  } as const
  const open = connectVsay(createFakeClock(), () => certificates)(transport)
  open(size, recorded.events, async () => null, abort.signal)
  return { ...recorded, abort }
}

it.each([
  { kind: 'HTTP', start: proxyServer },
  { kind: 'SOCKS', start: socksServer },
])('goes through the system’s $kind proxy, which sees the address and nothing more', async ({ start }) => {
  const { port, received } = await service()
  const proxy = keep(await start())
  const { seen, ended } = connect(`https://localhost:${port}`, proxy.url, [identity.cert])
  expect(await ended).toMatchObject({ kind: 'exit' })
  expect(seen).toEqual(['data hello'])
  expect(proxy.tunnels).toEqual([`localhost:${port}`])
  expect(received).toEqual([JSON.stringify({ type: 'auth', token: 'the-token' })])
})

it.each(['with', 'without'])('trusts the certificates of the system, %s a proxy', async (way) => {
  const { port, received } = await service()
  const proxy = way === 'with' ? keep(await proxyServer()).url : null
  const trusting = connect(`https://localhost:${port}`, proxy, [identity.cert])
  expect(await trusting.ended).toMatchObject({ kind: 'exit' })
  // The runtime's own do not hold the service's.
  const doubting = connect(`https://localhost:${port}`, proxy, null)
  expect(await doubting.ended).toMatchObject({
    kind: 'lost',
    retry: false,
    reason: expect.stringContaining('certificate'),
  })
  expect(received).toHaveLength(1)
})

it.each([
  { status: 407, says: /asks for a sign-in/ },
  { status: 503, says: /answered 503/ },
])('a proxy that answers $status is a clear line', async ({ status, says }) => {
  const proxy = keep(
    await rawServer((socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)),
  )
  const { ended } = connect('https://vsay.example', proxy.url, null)
  expect(await ended).toMatchObject({ kind: 'lost', retry: false, reason: expect.stringMatching(says) })
})

it.each([
  { code: 2, retry: false, says: /does not allow the way/ },
  { code: 4, retry: true, says: /does not reach the service/ },
  { code: 99, retry: false, says: /refused the way/ },
])('a SOCKS proxy that answers $code is a clear line', async ({ code, retry, says }) => {
  const proxy = keep(await socksServer(code))
  const { ended } = connect('https://vsay.example', proxy.url, null)
  expect(await ended).toMatchObject({ kind: 'lost', retry, reason: expect.stringMatching(says) })
})

it.each([
  { name: 'wants a sign-in', answer: [5, 255], says: /asks for a sign-in/ },
  { name: 'speaks something else', answer: [0x48, 0x54], says: /does not speak SOCKS 5/ },
])('a SOCKS proxy that $name is a clear line', async ({ answer, says }) => {
  const server = net.createServer((socket) => socket.once('data', () => socket.end(Buffer.from(answer))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as net.AddressInfo
    const { ended } = connect('https://vsay.example', `socks5://127.0.0.1:${port}`, null)
    expect(await ended).toMatchObject({ kind: 'lost', retry: false, reason: expect.stringMatching(says) })
  } finally {
    server.close()
  }
})

it('a proxy that is away is worth another try', async () => {
  const gone = await httpServer((_, response) => response.end())
  await gone.close()
  const { ended } = connect('https://vsay.example', gone.url, null)
  expect(await ended).toMatchObject({
    kind: 'lost',
    retry: true,
    reason: 'The system’s proxy cannot be reached: nothing listens there.',
  })
})

it('gives up a proxy that takes its time when the tab is closed', async () => {
  const proxy = keep(await proxyServer(new Promise(() => {})))
  const { ended, abort } = connect('https://vsay.example', proxy.url, null)
  await expect.poll(() => proxy.tunnels.length).toBe(1)
  abort.abort()
  expect(await ended).toMatchObject({ kind: 'exit' })
})
