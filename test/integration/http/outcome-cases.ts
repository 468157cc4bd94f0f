import assert from 'node:assert/strict'
import type { AppError } from '../../../src/shared/result'
import { action, credential, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, withServer } from './kit'
import { httpServer } from './servers'

type Answer = { status: number; body: unknown; kind: AppError['kind'] | 'ok' }

const error = { success: false, message: 'Something broke.' }

/** What a request gets that the service may have carried out before it answered. */
const open: Answer[] = [
  ...[302, 303, 304, 408, 499, 500, 502, 503, 504, 520, 522, 524, 530, 598, 599].map(
    (status): Answer => ({ status, body: error, kind: 'outcome-unknown' }),
  ),
  { status: 400, body: { success: true }, kind: 'outcome-unknown' },
  {
    status: 200,
    body: { success: false, error: { code: -1, message: 'internal server error' } },
    kind: 'outcome-unknown',
  },
  { status: 400, body: { success: false, message: 'Request timed out' }, kind: 'outcome-unknown' },
  { status: 200, body: {}, kind: 'outcome-unknown' },
]

/** What says that nothing happened. */
const refusals: Answer[] = [
  ...[400, 402, 405, 409, 412, 413, 422, 425, 431, 451].map(
    (status): Answer => ({ status, body: error, kind: 'refused' }),
  ),
  { status: 200, body: error, kind: 'refused' },
  { status: 401, body: error, kind: 'unauthorized' },
  { status: 403, body: error, kind: 'forbidden' },
  { status: 404, body: error, kind: 'not-found' },
  { status: 429, body: error, kind: 'rate-limited' },
  { status: 301, body: {}, kind: 'redirected' },
  { status: 307, body: {}, kind: 'redirected' },
  { status: 308, body: {}, kind: 'redirected' },
  { status: 501, body: error, kind: 'unavailable' },
  { status: 505, body: error, kind: 'unavailable' },
]

const done: Answer[] = [
  { status: 200, body: { success: true }, kind: 'ok' },
  { status: 200, body: { success: true, error: '' }, kind: 'ok' },
  { status: 202, body: { success: true, error: null }, kind: 'ok' },
]

const readSuccess = (body: unknown) => assert.deepEqual((body as { success?: unknown }).success, true)

/** An action that was answered with a status and a body, sent once. */
const answered = ({ status, body, kind }: Answer): HttpCase => ({
  name: `an action answered ${status} ${JSON.stringify(body)} is ${kind}`,
  run: async () => {
    let hits = 0
    const serve = httpServer((_, response) => {
      hits += 1
      json(response, body, status)
    })
    await withServer(serve, async ({ url }) => {
      const reply = await withClient(url, (http) => http.call(action({ read: readSuccess })))
      assert.equal(reply.ok ? 'ok' : failure(reply).kind, kind)
      assert.equal(hits, 1)
    })
  },
})

const gone: AppError = { kind: 'gone', message: 'It has left. Nothing was done.' }

const alreadyGone = [
  { status: 410, body: 'Gone' },
  { status: 404, body: { success: false, message: 'No such thing.' } },
  { status: 409, body: { success: false, error: { code: 'CONFLICT', message: 'Session already ended' } } },
  { status: 400, body: { success: false, message: 'This session has already been terminated.' } },
  { status: 400, body: { success: false, message: 'The session is no longer active.' } },
  { status: 400, body: { success: false, message: 'Invalid session.' } },
  { status: 500, body: { success: false, message: 'session has ended' } },
]

const stillThere = [
  { status: 404, body: '<html>nothing here</html>', kind: 'not-found' },
  { status: 401, body: { success: false, message: 'Invalid session.' }, kind: 'unauthorized' },
  { status: 400, body: { success: false, message: 'You cannot manage this session.' }, kind: 'refused' },
] as const

const deepDetails: HttpCase = {
  name: 'the further fields of a refusal are text, however deep they came',
  run: () =>
    withServer(
      httpServer((_, response) => {
        const deep = '['.repeat(20_000) + ']'.repeat(20_000)
        response.writeHead(400, { 'content-type': 'application/json' })
        response.end(
          `{"success":false,"error":{"code":1,"message":"No.","near":"${credential}","deep":${deep}}}`,
        )
      }),
      async ({ url }) => {
        const error = failure(await withClient(url, (http) => http.call(heartbeat())))
        assert.ok(error.kind === 'refused')
        assert.equal(JSON.parse(error.details).near, '•••')
        assert.ok(error.details.length < 1_000)
      },
    ),
}

/** What answers say about whether an action took effect. */
export const outcomeCases: HttpCase[] = [
  ...[...open, ...refusals, ...done].map(answered),
  deepDetails,
  ...alreadyGone.map(({ status, body }) => ({
    name: `${status} ${JSON.stringify(body)} says that a session is gone`,
    run: () =>
      withServer(
        httpServer((_, response) => json(response, body, status)),
        ({ url }) =>
          withClient(url, async (http) => {
            for (const request of [action({ gone }), heartbeat({ gone })])
              assert.deepEqual(failure(await http.call(request)), gone)
          }),
      ),
  })),
  ...stillThere.map(({ status, body, kind }) => ({
    name: `${status} ${JSON.stringify(body)} does not say that a session is gone`,
    run: () =>
      withServer(
        httpServer((_, response) =>
          typeof body === 'string' ? response.writeHead(status).end(body) : json(response, body, status),
        ),
        async ({ url }) => {
          const reply = await withClient(url, (http) => http.call(action({ gone })))
          assert.equal(failure(reply).kind, kind)
        },
      ),
  })),
]
