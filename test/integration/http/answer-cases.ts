import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import type { AppError } from '../../../src/shared/result'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, withServer } from './kit'
import { httpServer, rawServer } from './servers'

/** What becomes of a raw answer. */
const answered = (name: string, bytes: string | Buffer, kind: AppError['kind'], request = heartbeat()) => ({
  name,
  run: () =>
    withServer(
      rawServer((socket) => socket.end(bytes)),
      async ({ url }) => {
        const reply = await withClient(url, (http) => http.call(request))
        assert.equal(failure(reply).kind, kind)
      },
    ),
})

const head = (status: string, headers = '') => `HTTP/1.1 ${status}\r\n${headers}connection: close\r\n\r\n`

const statuses: HttpCase[] = (
  [
    ['401 Unauthorized', 'unauthorized'],
    ['404 Not Found', 'not-found'],
    ['400 Bad Request', 'refused'],
    ['409 Conflict', 'refused'],
    ['429 Too Many Requests', 'rate-limited'],
    ['500 Internal Server Error', 'unavailable'],
    ['502 Bad Gateway', 'unavailable'],
    ['503 Service Unavailable', 'unavailable'],
  ] as const
).map(([status, kind]) =>
  answered(`${status} is ${kind}, also with a web page as its body`, `${head(status)}<html>no</html>`, kind),
)

/** What becomes of every kind of answer. */
export const answerCases: HttpCase[] = [
  ...statuses,
  answered(
    'success: false is a failure with 200',
    `${head('200 OK')}{"success":false,"message":"no"}`,
    'refused',
  ),
  answered(
    'success: false is a failure for an action',
    `${head('200 OK')}{"success":false}`,
    'refused',
    action(),
  ),
  answered(
    'a gateway that gave up leaves an action open',
    head('504 Gateway Timeout'),
    'outcome-unknown',
    action(),
  ),
  answered('a web page with 200 is not JSON', `${head('200 OK')}<!doctype html><p>Sign in`, 'not-json'),
  answered('JSON with something behind it is not cut', `${head('200 OK')}{"a":[1]} and so on`, 'not-json'),
  answered('two answers in one are not cut', `${head('200 OK')}{"a":1}{"a":`, 'not-json'),
  answered(
    'brackets without end are truncated, and cost little',
    Buffer.concat([Buffer.from(head('200 OK')), Buffer.alloc(60_000_000, '[')]),
    'truncated',
  ),
  ...[heartbeat(), action()].map((request) => ({
    name: `what is nested too deep is left out of an answer, and the rest is read (${request.method})`,
    run: () => {
      const deep = `{"success":true,"response":${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)},"after":"[[["}`
      return withServer(
        rawServer((socket) => socket.end(head('200 OK') + deep)),
        async ({ url }) => {
          const reply = await withClient(url, (http) => http.call(request))
          assert.ok(reply.ok)
          const { response, after } = reply.value as { response: unknown; after: string }
          assert.equal(after, '[[[')
          assert.ok(JSON.stringify(response).startsWith('[{"a":[{"a":'))
          assert.ok(JSON.stringify(response).includes('"…"'))
        },
      )
    },
  })),
  answered('an unasked 304 is no redirect', head('304 Not Modified'), 'not-json'),
  answered('an unasked 304 leaves an action open', head('304 Not Modified'), 'outcome-unknown', action()),
  ...['javascript:alert(1)', 'data:text/html,hi', 'about:blank', 'file:///etc/passwd', '//', ''].map(
    (location) => ({
      name: `a redirect to ${JSON.stringify(location)} names no place`,
      run: () =>
        withServer(
          rawServer((socket) => socket.end(head('302 Found', `location: ${location}\r\n`))),
          async ({ url }) => {
            const error = failure(await withClient(url, (http) => http.call(heartbeat())))
            assert.ok(error.kind === 'redirected')
            assert.equal(error.to, '')
            assert.match(error.message, /answered with a redirect\. It was not followed/)
          },
        ),
    }),
  ),
  answered('a plain text is not JSON', `${head('200 OK')}it works`, 'not-json'),
  answered('an empty body is not JSON', head('200 OK'), 'not-json'),
  answered(
    'UTF-16 is not JSON',
    Buffer.concat([Buffer.from(head('200 OK')), Buffer.from('\ufeff{"a":"ü"}', 'utf16le')]),
    'not-json',
  ),
  answered('latin-1 is not JSON', Buffer.from(`${head('200 OK')}{"a":"ü"}`, 'latin1'), 'not-json'),
  answered(
    'JSON that ends early is truncated',
    `${head('200 OK')}{"success":true,"sessions":[{"id":"1"`,
    'truncated',
  ),
  answered(
    'a body shorter than its length is truncated',
    `${head('200 OK', 'content-length: 500\r\n')}{"success":true}`,
    'truncated',
  ),
  answered(
    'a chunked body without its end is truncated',
    `${head('200 OK', 'transfer-encoding: chunked\r\n')}5\r\n{"suc\r\n`,
    'truncated',
  ),
  answered(
    'an action whose answer is cut is open',
    `${head('200 OK', 'content-length: 500\r\n')}{"success":true}`,
    'outcome-unknown',
    action(),
  ),
  answered(
    'an action answered with a web page is open',
    `${head('200 OK')}<html>`,
    'outcome-unknown',
    action(),
  ),
  answered('garbage instead of HTTP is a network failure', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'network'),
  answered(
    'a header that is too long is a network failure',
    `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(200_000)}\r\n\r\n`,
    'network',
  ),
  answered(
    'a body above the limit is too large by its length',
    head('200 OK', 'content-length: 5000\r\n'),
    'too-large',
    heartbeat({ bodyLimitBytes: 1000 }),
  ),
  answered(
    'a body above the limit is too large by its bytes',
    `${head('200 OK')}${'[1,'.repeat(1000)}`,
    'too-large',
    heartbeat({ bodyLimitBytes: 1000 }),
  ),
  answered(
    'JSON of another shape is a bad shape',
    `${head('200 OK')}{"success":true}`,
    'bad-shape',
    heartbeat({
      read: () => {
        throw new Error('not the shape')
      },
    }),
  ),
  ...[
    { name: 'no answer at all is a timeout', drip: () => undefined },
    {
      name: 'a head that never ends is a timeout',
      drip: (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nx-a: 1\r\n'),
    },
    {
      name: 'a body that never ends is a timeout',
      drip: (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
        const timer = setInterval(() => socket.write('1\r\n[\r\n'), 10)
        socket.on('close', () => clearInterval(timer))
      },
    },
  ].map(({ name, drip }) => ({
    name,
    run: () =>
      withServer(
        rawServer((socket) => void drip(socket)),
        async ({ url }) => {
          const reply = await withClient(url, (http) => http.call(heartbeat({ timeoutMs: 150 })))
          assert.equal(failure(reply).kind, 'timeout')
          assert.equal(reply.evidence.answer, 'no answer in 0.15 s')
        },
      ),
  })),
  ...[
    { name: 'Retry-After in seconds', headers: () => ({ 'retry-after': '7' }) },
    {
      name: 'Retry-After as a date, by the clock of the service',
      headers: () => ({
        date: 'Wed, 01 Jan 2020 00:00:00 GMT',
        'retry-after': 'Wed, 01 Jan 2020 00:00:07 GMT',
      }),
    },
  ].map(({ name, headers }) => ({
    name: `${name} says how long to wait, and nothing leaves before`,
    run: async () => {
      let hits = 0
      await withServer(
        httpServer((_, response) => {
          hits += 1
          json(response, { error: 'slow down' }, 429, headers())
        }),
        ({ url }) =>
          withClient(url, async (http) => {
            const error = failure(await http.call(heartbeat()))
            assert.ok(error.kind === 'rate-limited')
            assert.equal(error.retryAfterMs, 7_000)
            const controller = new AbortController()
            const held = http.call(action({ signal: controller.signal }))
            controller.abort()
            assert.equal(failure(await held).kind, 'cancelled')
            assert.equal(hits, 1)
          }),
      )
    },
  })),
]
