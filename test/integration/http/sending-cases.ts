import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpRequest, Reply } from '../../../src/main/watch/providers/http'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, until, withServer } from './kit'
import { type Hit, httpServer, proxyServer, rawServer, record } from './servers'

/** A kept connection is used once and dropped under the next request. */
const droppedConnection = (
  name: string,
  request: HttpRequest<unknown>,
  check: (hits: string[], reply: Reply<unknown>) => void,
) => ({
  name,
  run: async () => {
    const hits: string[] = []
    const serve = (socket: Socket, requestHead: string, nth: number) => {
      hits.push(requestHead.split(' ').slice(0, 2).join(' '))
      if (nth === 2) socket.destroy()
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{"success":true}')
    }
    await withServer(rawServer(serve), ({ url }) =>
      withClient(url, async (http) => {
        assert.ok((await http.call(heartbeat())).ok)
        check(hits, await http.call(request))
      }),
    )
  },
})

/** An action leaves once. */
export const onceCases: HttpCase[] = [
  ...(['POST', 'DELETE'] as const).map((method) =>
    droppedConnection(
      `a ${method} reaches the wire once when its connection is dropped, and its outcome is unknown`,
      action({ method, ...(method === 'POST' ? { body: { text: 'hi' } } : {}) }),
      (hits, reply) => {
        assert.deepEqual(hits, ['GET /list', `${method} /disconnect/1`])
        assert.equal(failure(reply).kind, 'outcome-unknown')
      },
    ),
  ),
  droppedConnection('a GET on a dropped connection is tried once more', heartbeat(), (hits, reply) => {
    assert.deepEqual(hits, ['GET /list', 'GET /list', 'GET /list'])
    assert.ok(reply.ok)
  }),
  {
    name: 'an action does not leave on a kept connection, which may be stale',
    run: async () => {
      const used = new WeakSet<Socket>()
      const serve = (socket: Socket) => {
        // Drops every connection under its second request, as a service does that has just closed an idle one.
        if (used.has(socket)) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{"success":true}')
        used.add(socket)
      }
      await withServer(rawServer(serve), ({ url }) =>
        withClient(url, async (http) => {
          assert.ok((await http.call(heartbeat())).ok)
          for (const method of ['DELETE', 'POST', 'DELETE'] as const)
            assert.ok((await http.call(action({ method }))).ok)
        }),
      )
    },
  },
  {
    name: 'a GET whose connection is always dropped is sent twice, not more',
    run: async () => {
      let hits = 0
      await withServer(
        rawServer((socket) => {
          hits += 1
          socket.destroy()
        }),
        async ({ url }) => {
          const reply = await withClient(url, (http) => http.call(heartbeat()))
          assert.equal(failure(reply).kind, 'network')
          assert.equal(hits, 2)
        },
      )
    },
  },
  {
    name: 'an action that timed out is sent once and its outcome is unknown',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request) => void record(request, hits)),
        async ({ url }) => {
          const reply = await withClient(url, (http) => http.call(action({ timeoutMs: 100 })))
          assert.equal(failure(reply).kind, 'outcome-unknown')
          assert.equal(hits.length, 1)
        },
      )
    },
  },
  {
    name: 'an action that could not connect did certainly not happen',
    run: async () => {
      const server = await rawServer(() => undefined)
      await server.close()
      const reply = await withClient(server.url, (http) => http.call(action()))
      assert.equal(failure(reply).kind, 'network')
    },
  },
  {
    name: 'an action that was given up while connecting did not happen and does not leave later',
    run: async () => {
      const hits: Hit[] = []
      let open = () => {}
      const opens = new Promise<void>((resolve) => {
        open = resolve
      })
      await withServer(
        httpServer((request, response) => void record(request, hits).then(() => json(response, success))),
        (target) =>
          withServer(proxyServer(opens), (proxy) =>
            withClient(
              target.url,
              async (http) => {
                const controller = new AbortController()
                const reply = http.call(action({ signal: controller.signal }))
                await until(() => proxy.tunnels.length === 1)
                controller.abort()
                assert.equal(failure(await reply).kind, 'cancelled')
                open()
                // Actions share no connection, but the same pool: this one follows the one that was given up.
                assert.ok((await http.call(action({ method: 'POST' }))).ok)
                assert.deepEqual(
                  hits.map(({ method }) => method),
                  ['POST'],
                )
              },
              { proxy: proxy.url },
            ),
          ),
      )
    },
  },
]

/** Requests do not wait for each other. */
export const apartCases: HttpCase[] = [
  {
    name: 'slow answers delay neither a heartbeat nor a disconnect to the same host',
    run: async () => {
      const waiting: ServerResponse[] = []
      await withServer(
        httpServer((request, response) => {
          if (request.url === '/slow') waiting.push(response)
          else json(response, success)
        }),
        ({ url }) =>
          withClient(url, async (http) => {
            const slow = Array.from({ length: 12 }, () =>
              http.call(action({ method: 'POST', path: ['slow'], body: {}, timeoutMs: 75_000 })),
            )
            const slowReads = Array.from({ length: 12 }, () => http.call(heartbeat({ path: ['slow'] })))
            assert.ok((await http.call(heartbeat())).ok)
            assert.ok((await http.call(action())).ok)
            await until(() => waiting.length === 24)
            assert.ok((await http.call(heartbeat())).ok)
            assert.ok((await http.call(action())).ok)
            for (const response of waiting) json(response, success)
            for (const reply of await Promise.all([...slow, ...slowReads])) assert.ok(reply.ok)
          }),
      )
    },
  },
  {
    name: 'many connections at once leave no warning in the log',
    run: async () => {
      const warnings: string[] = []
      const note = ({ message }: Error) => warnings.push(message)
      process.on('warning', note)
      try {
        await withServer(
          httpServer((_, response) => json(response, success)),
          ({ url }) =>
            withClient(url, async (http) => {
              const replies = Array.from({ length: 30 }, () => http.call(action()))
              for (const reply of await Promise.all(replies)) assert.ok(reply.ok)
            }),
        )
        assert.deepEqual(warnings, [])
      } finally {
        process.off('warning', note)
      }
    },
  },
  {
    name: 'closing fails what is open and lets nothing else leave',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request) => void record(request, hits)),
        ({ url }) =>
          withClient(url, async (http) => {
            const open = http.call(heartbeat())
            await until(() => hits.length === 1)
            await http.close()
            assert.equal(failure(await open).kind, 'cancelled')
            assert.equal(failure(await http.call(heartbeat())).kind, 'cancelled')
            assert.equal(hits.length, 1)
          }),
      )
    },
  },
]
