import assert from 'node:assert/strict'
import { systemClock } from '../../../src/main/clock'
import type { Http } from '../../../src/main/watch/providers/http'
import { RateBudget } from '../../../src/main/watch/providers/rate-budget'
import type { AppError } from '../../../src/shared/result'
import { heartbeat, withClient } from './client'
import { type HttpCase, json, withServer } from './kit'
import { httpServer } from './servers'

type Said = { status: number; headers?: Record<string, string>; body?: unknown }

/** Asks once a service that says this, and looks at the account's budget. */
const asked = (
  name: string,
  said: Said,
  look: (budget: RateBudget, http: Http) => void | Promise<void>,
): HttpCase => ({
  name,
  run: async () => {
    const budget = new RateBudget(systemClock, [])
    const answer = httpServer((_, response) =>
      json(response, said.body ?? { success: false }, said.status, said.headers),
    )
    await withServer(answer, ({ url }) =>
      withClient(
        url,
        async (http) => {
          await http.call(heartbeat({ explain }))
          await look(budget, http)
        },
        { budget },
      ),
    )
  },
})

/** How one endpoint reads a text that says what 429 would have said. */
const tooMany: AppError = { kind: 'rate-limited', retryAfterMs: null, message: 'Too many.' }
const explain = (refusal: { text: string }) =>
  refusal.text === 'ratelimited' ? ({ ok: false, error: tooMany } as const) : null

/** Whether the account is held for so long, but for what went by since. */
const held = (budget: RateBudget, ms: number) => {
  const holdMs = budget.heartbeatDelayMs()
  assert.ok(holdMs <= ms && holdMs > ms / 2, `held for ${holdMs} ms of ${ms}`)
}

/** When an account asks again, by what a service said. */
export const paceCases: HttpCase[] = [
  ...[429, 503, 500, 403, 301].map((status) =>
    asked(
      `Retry-After is heeded on ${status}, by everything the account asks`,
      { status, headers: { 'retry-after': '20' } },
      (budget) => held(budget, 20_000),
    ),
  ),
  asked(
    'Retry-After is heeded in the form of asctime',
    {
      status: 503,
      headers: { date: 'Wed, 01 Jan 2020 00:00:00 GMT', 'retry-after': 'Wed Jan  1 00:00:20 2020' },
    },
    (budget) => held(budget, 20_000),
  ),
  asked('a long Retry-After is bounded', { status: 503, headers: { 'retry-after': '999999' } }, (budget) =>
    held(budget, 3_600_000),
  ),
  asked(
    'Retry-After says nothing on an answer that is none of these',
    { status: 200, headers: { 'retry-after': '20' }, body: { success: true } },
    (budget) => assert.equal(budget.heartbeatDelayMs(), 0),
  ),
  asked('a 429 without it slows the whole account down', { status: 429 }, (budget) => held(budget, 5_000)),
  asked(
    'so does an answer that says it by its text only',
    { status: 200, body: { success: false, message: 'ratelimited' } },
    (budget) => held(budget, 5_000),
  ),
  asked(
    'a count that a 200 says is used up is told as a pause is, and nothing leaves',
    {
      status: 200,
      body: { success: true },
      headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' },
    },
    async (budget, http) => {
      held(budget, 3_600_000)
      const reply = await http.call(heartbeat())
      assert.ok(!reply.ok && reply.error.kind === 'rate-limited')
      assert.equal(reply.evidence.answer, 'not sent')
    },
  ),
]
