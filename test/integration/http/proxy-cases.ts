import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpRequest } from '../../../src/main/watch/providers/http'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, until, withServer } from './kit'
import { httpServer, proxyServer, rawServer, socksServer, tcpServer } from './servers'

/** Nobody is asked there. */
const service = 'http://service.example'

/** A request through a proxy that gives no way: what a person is told. */
async function blamed(proxy: string, request: HttpRequest<unknown> = heartbeat()): Promise<string> {
  const error = failure(await withClient(service, (http) => http.call(request), { proxy }))
  assert.equal(error.kind, 'proxy')
  const { host } = new URL(proxy)
  assert.ok(error.message.startsWith('Service (Test) cannot be reached: the system’s proxy '), error.message)
  assert.ok(error.message.includes(` ${host} `), error.message)
  return error.message
}

/** A proxy that hangs up in this way. */
const hangingUp = (name: string, scheme: string, onConnection: (socket: Socket) => void): HttpCase => ({
  name: `a proxy that hangs up ${name} is asked once a request, and is to blame`,
  run: () =>
    withServer(tcpServer(onConnection), async (server) => {
      const proxy = `${scheme}://127.0.0.1:${server.port}`
      assert.match(await blamed(proxy), /hung up instead of opening a way/)
      assert.equal(server.connections(), 1)
      await blamed(proxy, action())
      assert.equal(server.connections(), 2)
    }),
})

/** What a proxy answers to `CONNECT`, and what a person is told. */
const refusals: readonly [status: string, headers: string, says: RegExp][] = [
  [
    '407 Proxy Authentication Required',
    'proxy-authenticate: Basic',
    /asks for a sign-in, which is not supported \(407\)/,
  ],
  ['403 Forbidden', '', /does not allow the way to the service \(403\)/],
  ['502 Bad Gateway', '', /does not reach the service \(502\)/],
  [
    '503 Service Unavailable',
    'x-squid-error: ERR_DNS_FAIL 0',
    /does not reach the service \(503, ERR_DNS_FAIL\)/,
  ],
  ['511 Network Authentication Required', '', /wants somebody to sign in to this network first \(511\)/],
]

/** What a proxy does and fails to do. */
export const proxyCases: HttpCase[] = [
  hangingUp('on CONNECT', 'http', (socket) => socket.once('data', () => socket.end())),
  hangingUp('at once', 'http', (socket) => socket.destroy()),
  hangingUp('with a reset', 'http', (socket) => socket.once('data', () => socket.resetAndDestroy())),
  hangingUp('on its greeting', 'socks5', (socket) => socket.once('data', () => socket.end())),
  hangingUp('with a reset on its greeting', 'socks5', (socket) =>
    socket.once('data', () => socket.resetAndDestroy()),
  ),
  ...refusals.map(([status, headers, says]) => ({
    name: `a proxy that answers ${status} is to blame, and is asked once`,
    run: async () => {
      let asked = 0
      await withServer(
        rawServer((socket) => {
          asked += 1
          socket.end(`HTTP/1.1 ${status}\r\n${headers && `${headers}\r\n`}content-length: 0\r\n\r\n`)
        }),
        async (proxy) => {
          assert.match(await blamed(proxy.url, action()), says)
          assert.equal(asked, 1)
        },
      )
    },
  })),
  {
    name: 'a proxy that is no proxy is to blame',
    run: () =>
      withServer(
        rawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')),
        async ({ url }) => assert.match(await blamed(url), /answers something that is not HTTP/),
      ),
  },
  {
    name: 'a proxy that is not there is to blame',
    run: async () => {
      const gone = await rawServer(() => undefined)
      await gone.close()
      assert.match(await blamed(gone.url), /nothing listens there/)
      assert.match(await blamed(`socks5://127.0.0.1:${gone.port}`), /nothing listens there/)
    },
  },
  {
    name: 'a proxy whose name nobody knows is to blame',
    run: async () => {
      for (const scheme of ['http', 'https', 'socks5'])
        assert.match(await blamed(`${scheme}://proxy.invalid:3128`), /a host name that cannot be found/)
    },
  },
  ...(
    [
      [2, /does not allow the way/],
      [4, /does not reach the service/],
      [5, /was refused by the service/],
    ] as const
  ).map(([code, says]) => ({
    name: `a SOCKS proxy that answers ${code} is to blame, and an action did certainly not happen`,
    run: () =>
      withServer(socksServer(code), async (proxy) => {
        assert.match(await blamed(proxy.url, action()), says)
        assert.equal(proxy.tunnels.length, 1)
      }),
  })),
  {
    name: 'another proxy is used from the next request on, and what is under way is not touched',
    run: async () => {
      const waiting: ServerResponse[] = []
      const service = httpServer((request, response) => {
        if (request.url === '/slow') waiting.push(response)
        else json(response, success)
      })
      await withServer(service, (target) =>
        withServer(proxyServer(), (first) =>
          withServer(proxyServer(), (second) =>
            withClient(
              target.url,
              async (http) => {
                const slow = [
                  http.call(action({ method: 'POST', path: ['slow'] })),
                  http.call(heartbeat({ path: ['slow'] })),
                ]
                assert.ok((await http.call(heartbeat())).ok)
                await until(() => waiting.length === 2)
                const before = first.tunnels.length
                http.reroute(second.url)
                assert.ok((await http.call(heartbeat())).ok)
                assert.ok((await http.call(action())).ok)
                assert.equal(second.tunnels.length, 2)
                http.reroute(null)
                assert.ok((await http.call(heartbeat())).ok)
                assert.equal(second.tunnels.length, 2)
                assert.equal(first.tunnels.length, before)
                for (const response of waiting) json(response, success)
                for (const reply of await Promise.all(slow)) assert.ok(reply.ok)
              },
              { proxy: first.url },
            ),
          ),
        ),
      )
    },
  },
  {
    name: 'closing drops what is under way on a way of before, too',
    run: () =>
      withServer(proxyServer(new Promise(() => undefined)), (stuck) =>
        withClient(
          'http://127.0.0.1:9',
          async (http) => {
            const open = http.call(heartbeat())
            await until(() => stuck.tunnels.length === 1)
            http.reroute(null)
            await http.close()
            assert.equal(failure(await open).kind, 'cancelled')
          },
          { proxy: stuck.url },
        ),
      ),
  },
]
