import assert from 'node:assert/strict'
import { credential, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, withServer } from './kit'
import { type Hit, httpServer, record } from './servers'

/** What goes to nobody. */
export const secrecyCases: HttpCase[] = [
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `a redirect (${status}) to another origin carries no credential and is not followed`,
    run: async () => {
      const elsewhere: Hit[] = []
      await withServer(
        httpServer((request) => void record(request, elsewhere)),
        (other) =>
          withServer(
            httpServer((_, response) =>
              response.writeHead(status, { location: `${other.url}/list?token=${credential}` }).end(),
            ),
            async ({ url }) => {
              const reply = await withClient(url, (http) => http.call(heartbeat()))
              const error = failure(reply)
              assert.ok(error.kind === 'redirected')
              assert.equal(error.to, `${other.url}/list`)
              assert.deepEqual(elsewhere, [])
            },
          ),
      )
    },
  })),
  {
    name: 'cookies are not sent back and nothing comes from a cache',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer(
          (request, response) =>
            void record(request, hits).then(() =>
              json(response, { count: hits.length }, 200, {
                'set-cookie': 'id=1; Path=/',
                'cache-control': 'public, max-age=3600, immutable',
                etag: '"1"',
                expires: 'Fri, 01 Jan 2100 00:00:00 GMT',
              }),
            ),
        ),
        ({ url }) =>
          withClient(url, async (http) => {
            for (const count of [1, 2, 3]) {
              const reply = await http.call(heartbeat())
              assert.deepEqual(reply.ok && reply.value, { count })
            }
            for (const { headers } of hits) {
              assert.equal(headers.cookie, undefined)
              assert.equal(headers['if-none-match'], undefined)
            }
          }),
      )
    },
  },
  {
    name: 'a service that echoes the key does not get it into an error',
    run: () =>
      withServer(
        httpServer((request, response) =>
          json(response, { success: false, message: `bad key ${request.headers.authorization}` }, 401),
        ),
        async ({ url }) => {
          const error = failure(await withClient(url, (http) => http.call(heartbeat())))
          assert.equal(error.kind, 'unauthorized')
          assert.match(error.message, /bad key Bearer •••/)
        },
      ),
  },
  {
    name: 'nor into its code and its further fields, and nor does the person that was asked about',
    run: () =>
      withServer(
        httpServer((_, response) =>
          json(response, {
            success: false,
            error: { code: `BAD ${credential}`, message: 'No customer-key-1234 here', sent: [credential] },
          }),
        ),
        async ({ url }) => {
          const request = heartbeat({ query: { key: 'customer-key-1234' }, personal: ['key'] })
          const error = failure(await withClient(url, (http) => http.call(request)))
          assert.ok(error.kind === 'refused')
          assert.equal(error.code, 'BAD •••')
          assert.equal(error.details, '{"sent":["•••"]}')
          assert.match(error.message, /“No …1234 here”/)
        },
      ),
  },
  {
    name: 'personal query values are masked in the proof and whole on the wire',
    run: async () => {
      const hits: Hit[] = []
      await withServer(
        httpServer((request, response) => void record(request, hits).then(() => json(response, success))),
        async ({ url }) => {
          const request = heartbeat({ query: { key: 'customer key/1234' }, personal: ['key'] })
          const { evidence } = await withClient(url, (http) => http.call(request))
          assert.equal(evidence.asked, 'GET /list?key=…1234')
          assert.equal(hits[0]?.url, '/list?key=customer%20key%2F1234')
        },
      )
    },
  },
]
