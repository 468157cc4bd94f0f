import assert from 'node:assert/strict'
import { farServer, withAddresses } from '../../harness/far-server'
import { action, credential, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, withServer } from './kit'
import { type Hit, httpServer, proxyServer, rawServer, record, socksServer } from './servers'

/** How a request finds its service. */
export const routeCases: HttpCase[] = [
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
    name: 'an ID that would be another path does not leave',
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
    name: 'an ID with half a character in it is sent as some id, and nothing throws',
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
  ...([null, 'http', 'socks5'] as const).map((proxy) => ({
    name: `a far address is waited for beside a dead one${proxy ? `, also of a proxy (${proxy})` : ''}`,
    run: async () => {
      const far = await farServer('127.0.0.2')
      try {
        const at = `far.example:${far.port}`
        const reply = await withAddresses('far.example', ['127.0.0.2', '127.0.0.9'], far.arrive, () =>
          withClient(`http://${at}`, (http) => http.call(heartbeat()), {
            proxy: proxy && `${proxy}://${at}`,
          }),
        )
        assert.ok(reply.ok)
      } finally {
        await far.close()
      }
    },
  })),
  {
    name: 'a name that does not exist is a DNS failure',
    run: async () => {
      const reply = await withClient('https://service.invalid', (http) => http.call(action()))
      assert.equal(failure(reply).kind, 'dns')
    },
  },
]
