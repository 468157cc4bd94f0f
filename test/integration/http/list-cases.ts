import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { ListMemory } from '../../../src/main/watch/providers/list-memory'
import { fields, type Items, ownId } from '../../../src/main/watch/providers/readers'
import { withClient } from './client'
import { type HttpCase, withServer } from './kit'
import { httpServer } from './servers'

type Row = { id: string }

const listed = (prefix: string) =>
  Buffer.from(
    JSON.stringify({ success: true, rows: Array.from({ length: 5_000 }, (_, n) => ({ id: prefix + n })) }),
  )
const ours = listed('ours ')
const others = listed('others ')
const half = others.subarray(0, others.length / 2)

/** Answers of which nothing may be left in what is remembered. `stop` gives the request up. */
const broken: readonly ((response: ServerResponse, stop: () => void) => void)[] = [
  (response) => {
    response.writeHead(200, { 'content-length': others.length })
    response.write(half, () => response.destroy())
  },
  (response) => void response.write(half, () => response.destroy()),
  (response, stop) => void response.write(half, stop),
  (response) => response.end(Buffer.concat([others, others])),
  (response) => response.end(half),
  (response) => response.writeHead(503).end(others.subarray(1)),
  (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(others),
]

/** What is remembered of a list, whatever comes in between. */
export const listCases: HttpCase[] = [
  {
    name: 'an answer that breaks off, is given up, is too large or is no list changes nothing of the one before',
    async run() {
      const answers: ((response: ServerResponse, stop: () => void) => void)[] = [
        (response) => response.end(ours),
        ...broken.flatMap((answer) => [answer, (response: ServerResponse) => void response.end(ours)]),
        (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(zlib.gzipSync(ours)),
        (response) => response.writeHead(200, { 'content-length': ours.length }).end(ours),
      ]
      let stop = new AbortController()
      let next = 0
      const service = httpServer((_, response) => answers[next++]?.(response, () => stop.abort()))
      const memory = new ListMemory<Row>(
        (answer) => fields(answer).rows,
        (item) => ({ id: ownId(fields(item).id) }),
      )
      await withServer(service, ({ url }) =>
        withClient(url, async (http) => {
          let first: Items<Row> | null = null
          while (next < answers.length) {
            stop = new AbortController()
            const isBroken = next % 2 === 1 && next <= 2 * broken.length
            const reply = await http.call<Items<Row>>({
              method: 'GET',
              path: ['list'],
              kind: 'heartbeat',
              repeatable: true,
              bodyLimitBytes: 1.5 * others.length,
              signal: stop.signal,
              room: memory.room,
              decode: (body) => memory.decode(body),
              read: (answer) => memory.items(answer),
            })
            assert.equal(reply.ok, !isBroken, JSON.stringify(reply).slice(0, 300))
            if (!reply.ok) continue
            first ??= reply.value
            assert.equal(reply.value.items.length, 5_000)
            assert.ok(reply.value.items.every((item, index) => item === first?.items[index]))
          }
        }),
      )
    },
  },
]
