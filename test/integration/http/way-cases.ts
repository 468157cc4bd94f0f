import assert from 'node:assert/strict'
import { action, credential, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, withServer } from './kit'
import { type Hit, httpServer, httpsServer, proxyServer, rawServer, record, socksServer } from './servers'

/** A key and its self-signed certificate for 127.0.0.1 and localhost, PEM. */
export type TlsIdentity = { key: string; cert: string }

/** How a request finds its service. */
export const wayCases: HttpCase[] = [
  {
    name: 'the proxy is used for heartbeats and for actions',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request, response) => void record(request, hits).then(() => json(response, success))),
        (target) =>
          withServer(proxyServer(), async (proxy) => {
            await withClient(
              target.url,
              async (http) => {
                assert.ok((await http.call(heartbeat())).ok)
                assert.ok((await http.call(action())).ok)
              },
              { proxy: proxy.url },
            )
            const to = `127.0.0.1:${target.port}`
            assert.deepEqual(proxy.tunnels, [to, to])
            assert.equal(hits.length, 2)
          }),
      )
    },
  },
  {
    name: 'a proxy that refuses the tunnel is a network failure',
    run: () =>
      withServer(
        rawServer((socket) => socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')),
        async (proxy) => {
          const reply = await withClient('http://127.0.0.1:9', (http) => http.call(action()), {
            proxy: proxy.url,
          })
          assert.equal(failure(reply).kind, 'network')
        },
      ),
  },
  {
    name: 'a SOCKS proxy is used for heartbeats and for actions, and looks the name up',
    run: () =>
      withServer(
        httpServer((_, response) => json(response, success)),
        ({ port }) =>
          withServer(socksServer(), async (proxy) => {
            await withClient(
              `http://service.localhost:${port}`,
              async (http) => {
                assert.ok((await http.call(heartbeat())).ok)
                assert.ok((await http.call(action())).ok)
              },
              { proxy: proxy.url },
            )
            const to = `service.localhost:${port}`
            assert.deepEqual(proxy.tunnels, [to, to])
          }),
      ),
  },
  {
    name: 'a SOCKS proxy that refuses is a network failure that says so, and an action did certainly not happen',
    run: () =>
      withServer(socksServer(2), async (proxy) => {
        const reply = await withClient('http://127.0.0.1:9', (http) => http.call(action()), {
          proxy: proxy.url,
        })
        assert.equal(failure(reply).kind, 'network')
        assert.match(failure(reply).message, /the system’s proxy does not allow the way/)
      }),
  },
  {
    name: 'a base URL with a path keeps it; auth and extra headers go along; the auth header wins',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request, response) => void record(request, hits).then(() => json(response, success))),
        async ({ url }) => {
          const headers = { 'X-Team': 'north', authorization: 'other' }
          const request = action({ method: 'POST', path: ['a/b', 'ü'], body: { n: 1 } })
          await withClient(`${url}/api/v2/`, (http) => http.call(request), { headers })
          const [hit] = hits
          assert.equal(hit?.url, '/api/v2/a%2Fb/%C3%BC')
          assert.equal(hit?.headers['x-team'], 'north')
          assert.equal(hit?.headers.authorization, `Bearer ${credential}`)
          assert.equal(hit?.headers['content-type'], 'application/json')
          assert.equal(hit?.body, '{"n":1}')
        },
      )
    },
  },
  {
    name: 'an id that would be another path does not leave',
    run: async () => {
      let hits = 0
      await withServer(
        rawServer(() => {
          hits += 1
        }),
        ({ url }) =>
          withClient(url, async (http) => {
            for (const id of ['..', '.', ''])
              assert.equal(failure(await http.call(action({ path: ['disconnect', id] }))).kind, 'invalid')
            assert.equal(hits, 0)
          }),
      )
    },
  },
  {
    name: 'an id with half a character in it is sent as some id, and nothing throws',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request, response) => void record(request, hits).then(() => json(response, success))),
        async ({ url }) => {
          const request = heartbeat({ path: ['a\ud800'], query: { key: '\udc00b' } })
          assert.ok((await withClient(url, (http) => http.call(request))).ok)
          assert.equal(hits[0]?.url, '/a%EF%BF%BD?key=%EF%BF%BDb')
        },
      )
    },
  },
  {
    name: 'a header that cannot be sent is a wrong request, not a network failure',
    run: async () => {
      const reply = await withClient('http://127.0.0.1:9', (http) => http.call(heartbeat()), {
        headers: { 'transfer-encoding': 'chunked' },
      })
      assert.equal(failure(reply).kind, 'invalid')
    },
  },
  {
    name: 'a name that does not exist is a DNS failure',
    run: async () => {
      const reply = await withClient('https://service.invalid', (http) => http.call(action()))
      assert.equal(failure(reply).kind, 'dns')
    },
  },
]

/** Whom a request trusts. */
export const certificateCases = (identity: TlsIdentity): HttpCase[] => {
  const secure = () => httpsServer(identity, (_, response) => json(response, success))
  return [
    {
      name: 'a certificate that nobody vouches for is refused, and an action did certainly not happen',
      run: () =>
        withServer(secure(), async ({ url }) => {
          for (const request of [heartbeat(), action()])
            assert.equal(failure(await withClient(url, (http) => http.call(request))).kind, 'tls')
        }),
    },
    {
      name: 'a certificate of the given store is accepted, through a proxy too',
      run: () =>
        withServer(secure(), ({ port }) =>
          withServer(proxyServer(), (proxy) =>
            withServer(socksServer(), async (socks) => {
              const url = `https://localhost:${port}`
              const trust = { certificates: [identity.cert] }
              for (const via of [null, proxy.url, socks.url]) {
                const reply = await withClient(url, (http) => http.call(heartbeat()), {
                  ...trust,
                  proxy: via,
                })
                assert.ok(reply.ok)
              }
              assert.equal(
                failure(await withClient(url, (http) => http.call(action()), { proxy: socks.url })).kind,
                'tls',
              )
            }),
          ),
        ),
    },
    {
      name: 'TLS against a server that speaks none is a TLS failure',
      run: () =>
        withServer(
          httpServer((_, response) => json(response, success)),
          async ({ port }) => {
            const reply = await withClient(`https://127.0.0.1:${port}`, (http) => http.call(heartbeat()))
            assert.equal(failure(reply).kind, 'tls')
          },
        ),
    },
  ]
}
