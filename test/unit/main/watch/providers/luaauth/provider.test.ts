import { describe, expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createLuaauthProvider } from '../../../../../../src/main/watch/providers/luaauth/provider'
import { createSession } from '../../../../../../src/main/watch/providers/new-session'
import type { SweepCursor } from '../../../../../../src/main/watch/providers/provider'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { fixture, withService } from '../service'

const provider = (http: Http) => createLuaauthProvider('account', http, createFakeClock())
const { signal } = new AbortController()
const scope = { kind: 'script', id: 'SCRIPT_ID' } as const
const row = createSession('account', 'luaauth', 'SESSION_ID', {})

/** A service with these ids that gives at most `clamp` rows, whatever is asked for. */
const paged =
  (ids: readonly string[], clamp: number) =>
  ({ body }: { body: string }) => {
    const { from, limit } = JSON.parse(body) as { from: number; limit: number }
    return {
      body: { success: true, sessions: ids.slice(from, from + Math.min(limit, clamp)).map((id) => ({ id })) },
    }
  }

const names = (count: number) => Array.from({ length: count }, (_, index) => `S${index}`)

/** Sweeps to the end and tells the ids of each heartbeat. */
async function sweep(http: Http, maxRequests: number) {
  const beats: string[][] = []
  let cursor: SweepCursor | null = null
  do {
    const answer = await provider(http).listSessions(scope, { signal, cursor, maxRequests })
    if (!answer.ok) throw new Error(answer.error.error.message)
    beats.push(answer.value.sessions.map(({ id }) => id))
    cursor = answer.value.next
  } while (cursor)
  return beats
}

describe('LuaAuth in our words', () => {
  it('maps a session', async () => {
    const answers = [{ body: fixture('luaauth/get-sessions') }, { body: { success: true, sessions: [] } }]
    await withService('luaauth', answers, async (http) => {
      const answer = await provider(http).listSessions(scope, { signal, cursor: null, maxRequests: 9 })
      expect(answer).toMatchObject({
        ok: true,
        value: {
          sessions: [
            createSession('account', 'luaauth', 'SESSION_ID', {
              robloxId: '10234711811',
              placeId: '606849621',
              jobId: 'JOB_ID',
              scriptId: 'SCRIPT_ID',
              userKey: 'USER_KEY',
              startedAt: 1770624500000,
            }),
          ],
          next: null,
          progress: { done: 1, total: 1 },
          requests: 2,
        },
      })
    })
  })

  it('goes on by the rows it received, past clamped pages, to an empty one', async () => {
    await withService('luaauth', paged(names(25), 10), async (http, asked) => {
      expect(await sweep(http, 100)).toEqual([names(25)])
      expect(asked.map(({ body }) => (body as { from: number }).from)).toEqual([0, 10, 20, 25])
    })
  })

  it('spans heartbeats when the budget wants it', async () => {
    await withService('luaauth', paged(names(25), 10), async (http) => {
      const beats = await sweep(http, 2)
      expect(beats.map((ids) => ids.length)).toEqual([20, 5])
      expect(beats.flat()).toEqual(names(25))
    })
  })

  it('stops at a page that brings nobody new', async () => {
    const body = { success: true, sessions: [{ id: 'A' }, { id: 'B' }] }
    await withService('luaauth', [{ body }], async (http, asked) => {
      expect(await sweep(http, 100)).toEqual([['A', 'B']])
      expect(asked).toHaveLength(2)
    })
  })

  it('lists a session that shifted onto the next page once', async () => {
    const answers = [['A', 'B'], ['B', 'C'], []].map((ids) => ({
      body: { success: true, sessions: ids.map((id) => ({ id })) },
    }))
    await withService('luaauth', answers, async (http) => {
      expect(await sweep(http, 1)).toEqual([['A', 'B'], ['C'], []])
    })
  })

  it('goes on where a page failed, and keeps what was read before', async () => {
    let nth = 0
    const service = (hit: { body: string }) => {
      nth += 1
      return nth % 3 === 0 ? { status: 500, body: { success: false } } : paged(names(250), 10)(hit)
    }
    await withService('luaauth', service, async (http, asked) => {
      const client = provider(http)
      const found = new Set<string>()
      const gaps: string[] = []
      let cursor: SweepCursor | null = null
      for (let beat = 0; beat < 40; beat += 1) {
        const answer = await client.listSessions(scope, { signal, cursor, maxRequests: 6 })
        if (!answer.ok) continue
        for (const { id } of answer.value.sessions) found.add(id)
        gaps.push(...answer.value.gaps.map(({ words }) => words))
        cursor = answer.value.next
        if (!cursor) break
      }
      expect([...found]).toEqual(names(250))
      expect(cursor).toBeNull()
      expect(gaps[0]).toMatch(/in trouble itself \(500\).*What was read counts/)
      const froms = asked.map(({ body }) => (body as { from: number }).from)
      expect(froms).toEqual([...froms].sort((a, b) => a - b))
    })
  })

  it('ends a sweep of a service that never stops giving new ones, and says so', async () => {
    let next = 0
    const service = () => ({
      body: { success: true, sessions: Array.from({ length: 10_000 }, () => ({ id: `S${next++}` })) },
    })
    await withService('luaauth', service, async (http) => {
      const answer = await provider(http).listSessions(scope, { signal, cursor: null, maxRequests: 99 })
      expect(answer).toMatchObject({
        value: {
          next: null,
          progress: { done: 100_000 },
          gaps: [
            {
              words: 'LuaAuth lists more than 100,000 sessions; only the first 100,000 are shown.',
              blind: false,
            },
          ],
        },
      })
    })
  })

  it('goes on past a page of which nothing can be read, and fails where that is all there is', async () => {
    const pages = [[{ id: 'A' }], [{ id: {} }], [{ id: 'B' }], []]
    const answers = pages.map((sessions) => ({ body: { success: true, sessions } }))
    await withService('luaauth', answers, async (http, asked) => {
      expect(await sweep(http, 1)).toEqual([['A'], [], ['B'], []])
      expect(asked.map(({ body }) => (body as { from: number }).from)).toEqual([0, 1, 2, 3])
    })
    await withService('luaauth', answers.slice(1, 2), async (http) => {
      const answer = await provider(http).listSessions(scope, { signal, cursor: null, maxRequests: 9 })
      expect(answer).toMatchObject({ ok: false, error: { error: { kind: 'bad-shape' } } })
    })
  })

  it('shows every field of a session, the key masked', async () => {
    await withService('luaauth', [{ body: fixture('luaauth/session-info') }], async (http) => {
      const details = await provider(http).details(row, signal)
      if (!details.ok) throw new Error(details.error.message)
      const fields = details.value.sections.flatMap((section) => section.fields)
      const wire = fixture('luaauth/session-info') as { session: object }
      expect(fields.map(({ id }) => id)).toEqual(Object.keys(wire.session))
      expect(fields.filter((field) => field.personal).map(({ id }) => id)).toEqual(['user_key'])
    })
  })

  it('tells what the client made of a message', async () => {
    const message = { kind: 'handler', handler: 'ping', data: { n: 1 } } as const
    await withService('luaauth', [{ body: fixture('luaauth/message-processed') }], async (http, asked) => {
      expect(await provider(http).message(row, message)).toEqual({
        ok: true,
        value: { kind: 'answered', response: '{"data":"from client"}' },
      })
      expect(asked).toEqual([
        { method: 'POST', url: '/sessions/SESSION_ID/message', body: { key: 'ping', data: { n: 1 } } },
      ])
    })
    await withService('luaauth', [{ body: fixture('luaauth/message-not-processed') }], async (http) => {
      expect(await provider(http).message(row, message)).toEqual({
        ok: true,
        value: { kind: 'not-processed', reason: 'function doesnt exist' },
      })
      expect(await provider(http).message(row, { kind: 'text', text: 'Hi' })).toMatchObject({
        error: { kind: 'unsupported' },
      })
    })
  })

  it('takes an answer of any depth for what it is: the call was processed', async () => {
    for (const levels of [1_001, 2_400, 20_000]) {
      const body = `{"success":true,"processed":true,"response":${'['.repeat(levels)}${']'.repeat(levels)}}`
      await withService('luaauth', [{ body }], async (http) => {
        const call = { kind: 'handler', handler: 'ping', data: null } as const
        expect(await provider(http).message(row, call)).toEqual({
          ok: true,
          value: { kind: 'answered', response: '['.repeat(levels) + ']'.repeat(levels) },
        })
      })
    }
  })

  it('does not say what became of a call to which the client never responded', async () => {
    const body = { success: true, processed: false, reason: 'client never responded' }
    await withService('luaauth', [{ body }], async (http) => {
      const call = { kind: 'handler', handler: 'ping', data: null } as const
      expect(await provider(http).message(row, call)).toMatchObject({
        ok: false,
        error: { kind: 'outcome-unknown', message: expect.stringContaining('never responded') },
      })
    })
  })

  it('reads an answer of a client that gives nothing back', async () => {
    await withService('luaauth', [{ body: { success: true, processed: true } }], async (http) => {
      expect(await provider(http).message(row, { kind: 'handler', handler: 'ping', data: null })).toEqual({
        ok: true,
        value: { kind: 'answered', response: 'null' },
      })
    })
  })

  it.each([
    ['deep', `${'['.repeat(40_000)}${']'.repeat(40_000)}`],
    ['deep objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['large numbers', '{"id":97963719390038484793}'],
    ['no JSON at all', '[1,,2]'],
  ])('carries a client’s answer as text: %s', async (_what, response) => {
    const body = `{"success":true,"processed":true,"response": ${response} }`
    const answer = { body, headers: { 'content-type': 'application/json' } }
    await withService('luaauth', [answer], async (http) => {
      const message = { kind: 'handler', handler: 'ping', data: null } as const
      const result = await provider(http).message(row, message)
      if (!result.ok || result.value.kind !== 'answered') throw new Error('it was answered')
      // Compared apart, so that a failure prints no 80 kB.
      expect(result.value.response === response).toBe(true)
    })
  })

  it('cuts a client’s long answer, and a long or strange reason why there is none', async () => {
    const long = 'x'.repeat(200_000)
    const answers = [
      { body: { success: true, processed: true, response: long } },
      { body: { success: true, processed: false, reason: long } },
      { body: { success: true, processed: false, reason: { code: [7] } } },
      { body: { success: true, processed: false, reason: null } },
    ]
    await withService('luaauth', answers, async (http) => {
      const ask = async () => {
        const result = await provider(http).message(row, { kind: 'handler', handler: 'ping', data: null })
        if (!result.ok) throw new Error(result.error.message)
        return result.value.kind === 'answered' ? result.value.response : JSON.stringify(result.value)
      }
      expect(await ask()).toMatch(/^"x{99998}…$/)
      expect(await ask()).toMatch(/"not-processed","reason":"x{999}…"/)
      expect(await ask()).toContain('"reason":"{\\"code\\":[7]}"')
      expect(await ask()).toContain('no reason given')
    })
  })

  it.each([200, 400, 500])('bounds what the service adds to an error, with %d', async (status) => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const body = `{"success":false,"error":{"code":-1,"message":"no","failed":["token"],"more":${deep},"long":"${'x'.repeat(90_000)}"}}`
    const answer = { status, body, headers: { 'content-type': 'application/json' } }
    await withService('luaauth', [answer], async (http) => {
      const heartbeat = await provider(http).listSessions(scope, { signal, cursor: null, maxRequests: 9 })
      if (heartbeat.ok) throw new Error('it was refused')
      const { error } = heartbeat.error
      expect(JSON.stringify(error).length).toBeLessThan(30_000)
      structuredClone(error)
      if (error.kind === 'refused') expect(error.details).toMatch(/^{"failed":\["token"\],/)
    })
  })

  it('says that a session has left', async () => {
    const body = { success: false, error: { code: 0, message: 'session not found' } }
    await withService('luaauth', [{ status: 404, body }], async (http) => {
      expect(await provider(http).disconnect(row)).toMatchObject({ ok: false, error: { kind: 'gone' } })
      expect(await provider(http).details(row, signal)).toMatchObject({ ok: false, error: { kind: 'gone' } })
    })
  })
})
