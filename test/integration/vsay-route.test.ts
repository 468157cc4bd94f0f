import net from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { connectMachine } from '../../src/main/terminal/websocket/vsay'
import { recordEvents } from '../harness/connection-events'
import { createFakeClock } from '../harness/fake-clock'
import { farServer, withAddresses } from '../harness/far-server'
import { readIdentity } from './http/identity'
import {
  httpServer,
  httpsServer,
  proxyServer,
  rawServer,
  socksServer,
  type TestServer,
  tcpServer,
} from './http/servers'

const identity = readIdentity(fileURLToPath(new URL('../fixtures/tls', import.meta.url)))
/** TLS's fatal alert that no protocol was agreed on. */
const noProtocol = Buffer.from([21, 3, 1, 0, 2, 2, 120])
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
    kind: 'machine',
    sessionId: 's',
    baseUrl: to,
    websocketUrl: `${to.replace('https', 'wss')}/ws`,
    token: 'the-token',
    lifetimeMs: null,
    proxy,
  } as const
  const open = connectMachine(createFakeClock(), () => certificates)(transport)
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

it.each(['with', 'without'])('trusts the certificates of the system, %s a proxy', async (route) => {
  const { port, received } = await service()
  const proxy = route === 'with' ? keep(await proxyServer()).url : null
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
  { status: 407, retry: false, says: /asks for a sign-in/ },
  { status: 403, retry: false, says: /does not allow the way to the service/ },
  { status: 503, retry: true, says: /does not reach the service \(503\)/ },
])('a proxy that answers $status is a clear line', async ({ status, retry, says }) => {
  const proxy = keep(
    await rawServer((socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)),
  )
  const { ended } = connect('https://vsay.example', proxy.url, null)
  expect(await ended).toMatchObject({ kind: 'lost', retry, reason: expect.stringMatching(says) })
})

it('a proxy that hangs up is asked once, and is a clear line', async () => {
  const proxy = keep(await tcpServer((socket) => socket.once('data', () => socket.end())))
  const { ended } = connect('https://vsay.example', proxy.url, null)
  expect(await ended).toMatchObject({
    kind: 'lost',
    retry: true,
    reason: `The system’s proxy 127.0.0.1:${proxy.port} hung up instead of opening a way.`,
  })
  expect(proxy.connections()).toBe(1)
})

it.each([
  { name: 'has expired', cert: identity.expired, says: /certificate that has expired/ },
  { name: 'is for another name', cert: identity.otherName, says: /another name \(other\.example/ },
])('a certificate that $name is a clear line', async ({ cert, says }) => {
  const server = keep(await httpsServer({ key: identity.key, cert }, (_, response) => response.end()))
  const { ended } = connect(`https://localhost:${server.port}`, null, [cert])
  expect(await ended).toMatchObject({ kind: 'lost', retry: false, reason: expect.stringMatching(says) })
})

it('a service that speaks only HTTP/2 is a clear line', async () => {
  const server = keep(await tcpServer((socket) => socket.once('data', () => socket.end(noProtocol))))
  const { ended } = connect(`https://localhost:${server.port}`, null, null)
  expect(await ended).toMatchObject({
    kind: 'lost',
    retry: false,
    reason: expect.stringMatching(/only HTTP\/2/),
  })
})

it.each(['straight', 'by a proxy'])('waits for a far address beside a dead one, %s', async (route) => {
  const far = await farServer('127.0.0.2')
  try {
    const proxy = route === 'straight' ? null : `http://far.example:${far.port}`
    const reason = await withAddresses('far.example', ['127.0.0.2', '127.0.0.9'], far.arrive, async () => {
      const end = await connect(`https://far.example:${far.port}`, proxy, null).ended
      return end.reason
    })
    // It was reached, and speaks no TLS.
    expect(reason).toMatch(/speaks no TLS there/)
  } finally {
    await far.close()
  }
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
    reason: `The system’s proxy ${new URL(gone.url).host} cannot be reached: nothing listens there.`,
  })
})

it('gives up a proxy that takes its time when the tab is closed', async () => {
  const proxy = keep(await proxyServer(new Promise(() => {})))
  const { ended, abort } = connect('https://vsay.example', proxy.url, null)
  await expect.poll(() => proxy.tunnels.length).toBe(1)
  abort.abort()
  expect(await ended).toMatchObject({ kind: 'exit' })
})
