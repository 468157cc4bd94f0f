import assert from 'node:assert/strict'
import zlib from 'node:zlib'
import type { HttpRequest, Reply } from '../../../src/main/watch/providers/http'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, withServer } from './kit'
import { httpServer } from './servers'

const whole = { success: true, sessions: [{ id: '1', name: 'Jürgen 🛰' }] }
const text = Buffer.from(JSON.stringify(whole))

type Packed = { encoding: string | string[]; body: Buffer; status?: number }

/** What becomes of an answer with this body. */
async function answer({ encoding, body, status = 200 }: Packed, request: HttpRequest<unknown> = heartbeat()) {
  const replies: Reply<unknown>[] = []
  const service = httpServer((asked, response) => {
    // Nobody asks for it.
    assert.equal(asked.headers['accept-encoding'], undefined)
    response.setHeader('content-encoding', encoding)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await withServer(service, async ({ url }) => {
    replies.push(await withClient(url, (http) => http.call(request)))
  })
  const [reply] = replies
  assert.ok(reply)
  return reply
}

const readable: readonly [name: string, packed: Packed][] = [
  ['gzip', { encoding: 'gzip', body: zlib.gzipSync(text) }],
  ['gzip in capitals and two members', { encoding: 'GZIP', body: inTwo(zlib.gzipSync) }],
  ['x-gzip', { encoding: 'x-gzip', body: zlib.gzipSync(text) }],
  ['br', { encoding: 'br', body: zlib.brotliCompressSync(text) }],
  ['deflate', { encoding: 'deflate', body: zlib.deflateSync(text) }],
  ['deflate without its header', { encoding: 'deflate', body: zlib.deflateRawSync(text) }],
  ['identity', { encoding: 'identity', body: text }],
  ['two in one header', { encoding: 'br, gzip', body: zlib.gzipSync(zlib.brotliCompressSync(text)) }],
  [
    'two in two headers',
    { encoding: ['deflate', 'br'], body: zlib.brotliCompressSync(zlib.deflateSync(text)) },
  ],
]

function inTwo(pack: (part: Buffer) => Buffer): Buffer {
  return Buffer.concat([pack(text.subarray(0, 10)), pack(text.subarray(10))])
}

/** A service's no, packed. */
const no = zlib.gzipSync(Buffer.from('{"success":false,"message":"not today"}'))

const unreadable: readonly [name: string, packed: Packed, kind: string, says: RegExp][] = [
  [
    'an encoding that nobody reads',
    { encoding: 'zstd', body: text },
    'not-json',
    /in an encoding that Sessiondeck does not read \(zstd\)/,
  ],
  [
    'more encodings than anybody needs',
    { encoding: 'gzip, gzip, gzip, gzip', body: text },
    'not-json',
    /does not read/,
  ],
  [
    'a packed answer that is cut',
    { encoding: 'gzip', body: zlib.gzipSync(text).subarray(0, 30) },
    'truncated',
    /ends in the middle/,
  ],
  [
    'a packed answer that is damaged',
    { encoding: 'gzip', body: text },
    'not-json',
    /a compressed answer that is damaged/,
  ],
  [
    'a brotli answer that is cut',
    { encoding: 'br', body: zlib.brotliCompressSync(text).subarray(0, 20) },
    'truncated',
    /ends in the middle/,
  ],
]

/** Answers that are compressed, which services and what stands in front of them do unasked. */
export const packedCases: HttpCase[] = [
  ...readable.flatMap(([name, packed]) =>
    [heartbeat(), action()].map((request) => ({
      name: `an answer packed as ${name} is read (${request.method})`,
      run: async () => {
        const reply = await answer(packed, request)
        assert.deepEqual(reply.ok && reply.value, whole)
      },
    })),
  ),
  ...unreadable.map(([name, packed, kind, says]) => ({
    name: `${name} is told in a sentence, and leaves an action open`,
    run: async () => {
      const error = failure(await answer(packed))
      assert.equal(error.kind, kind)
      assert.match(error.message, says)
      const ofAction = failure(await answer(packed, action()))
      assert.equal(ofAction.kind, 'outcome-unknown')
      assert.match(ofAction.message, says)
    },
  })),
  {
    name: 'an account that asks for it by a header of its own gets it read, too',
    run: () =>
      withServer(
        httpServer((request, response) => {
          assert.equal(request.headers['accept-encoding'], 'br')
          response.writeHead(200, { 'content-encoding': 'br' }).end(zlib.brotliCompressSync(text))
        }),
        async ({ url }) => {
          const headers = { 'Accept-Encoding': 'br' }
          const reply = await withClient(url, (http) => http.call(heartbeat()), { headers })
          assert.deepEqual(reply.ok && reply.value, whole)
        },
      ),
  },
  {
    name: 'a packed refusal is a refusal, by its own words',
    run: async () => {
      for (const request of [heartbeat(), action()]) {
        const error = failure(await answer({ encoding: 'gzip', body: no, status: 400 }, request))
        assert.equal(error.kind, 'refused')
        assert.match(error.message, /“not today”/)
      }
    },
  },
  {
    name: 'an empty answer may name an encoding',
    run: async () => {
      const reply = await answer({ encoding: 'gzip', body: Buffer.alloc(0), status: 404 })
      assert.equal(failure(reply).kind, 'not-found')
    },
  },
  {
    name: 'an answer is bounded after it is unpacked, whatever it was packed with',
    run: async () => {
      const bomb = Buffer.alloc(20_000_000, ' ')
      for (const [encoding, body] of [
        ['gzip', zlib.gzipSync(bomb)],
        ['br', zlib.brotliCompressSync(bomb)],
        ['deflate', zlib.deflateSync(bomb)],
        ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(bomb))],
      ] as const) {
        const reply = await answer({ encoding, body }, heartbeat({ bodyLimitBytes: 100_000 }))
        assert.equal(failure(reply).kind, 'too-large')
      }
    },
  },
]
