import { describe, expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createJunkieProvider } from '../../../../../../src/main/watch/providers/junkie/provider'
import { createSession } from '../../../../../../src/main/watch/providers/new-session'
import type { ScopeAnswer, SweepCursor } from '../../../../../../src/main/watch/providers/provider'
import type { Scope } from '../../../../../../src/shared/account'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { type Answer, fixture, withService } from '../service'

const provider = (http: Http) => createJunkieProvider('account', http, createFakeClock())
const { signal } = new AbortController()
const everything: Scope = { kind: 'organisation', id: '*' }

/** A service with so many sessions per script. */
const junkie =
  (counts: Record<string, number>) =>
  ({ url }: { url: string }): Answer => {
    const { pathname, searchParams } = new URL(url, 'http://service')
    const script = pathname.split('/')[2]
    if (script === undefined) return { body: { counts, total: 0 } }
    const count = counts[script]
    if (count === undefined) return { status: 404, body: { error: 'Script not found or access denied' } }
    const [page, limit] = [Number(searchParams.get('page')), Number(searchParams.get('limit'))]
    const all = Array.from({ length: count }, (_, index) => ({ sessionId: `${script}-${index}` }))
    const sessions = all.slice((page - 1) * limit, page * limit)
    return { body: { sessions, total: count, page, limit, totalPages: Math.ceil(count / limit) } }
  }

async function sweep(http: Http, scope: Scope, maxRequests: number) {
  const beats: ScopeAnswer[] = []
  let cursor: SweepCursor | null = null
  do {
    const answer = await provider(http).listSessions(scope, { signal, cursor, maxRequests })
    if (!answer.ok) throw new Error(answer.error.error.message)
    beats.push(answer.value)
    cursor = answer.value.next
  } while (cursor)
  return beats
}

describe('Junkie in our words', () => {
  it('gives the counts of its last heartbeat, and asks again when somebody wants them fresh', async () => {
    await withService('junkie', junkie({ a: 2, b: 0 }), async (http, asked) => {
      const client = provider(http)
      await client.listSessions(everything, { signal, cursor: null, maxRequests: 9 })
      const heartbeat = asked.length
      expect(await client.counts?.(false, signal)).toMatchObject({
        ok: true,
        value: {
          counts: [
            { scriptId: 'a', live: 2 },
            { scriptId: 'b', live: 0 },
          ],
          total: 0,
        },
      })
      expect(asked).toHaveLength(heartbeat)
      await client.counts?.(true, signal)
      expect(asked.slice(heartbeat)).toEqual([{ method: 'GET', url: '/live-users', body: null }])
    })
  })

  it('asks for the counts where no heartbeat did, and says why it could not', async () => {
    await withService('junkie', [{ status: 502, body: { error: 'down' } }], async (http, asked) => {
      expect(await provider(http).counts?.(false, signal)).toMatchObject({
        ok: false,
        error: { kind: 'unavailable', status: 502 },
      })
      expect(asked).toHaveLength(1)
    })
  })

  it('maps a session, of which the details show every field', async () => {
    const answers = [{ body: { counts: { 'script-a': 2 } } }, { body: fixture('junkie/live-users') }]
    await withService('junkie', answers, async (http) => {
      const [answer] = await sweep(http, everything, 9)
      const [first] = answer?.sessions ?? []
      expect(first).toEqual(
        createSession('account', 'junkie', 'live-1', {
          userName: 'Builder',
          scriptId: 'script-a',
          jobId: '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a',
          placeId: '606849621',
          hwid: '589401805431295092384985734',
          beatCount: 12,
          startedAt: 1770624500000,
          lastBeatAt: 1770624620000,
        }),
      )
      if (!first) throw new Error('no session')
      const details = await provider(http).details(first, signal)
      if (!details.ok) throw new Error(details.error.message)
      const fields = details.value.sections.flatMap((section) => section.fields)
      const wire = fixture('junkie/live-users') as { sessions: [object] }
      expect(fields.map(({ id }) => id).sort()).toEqual([...Object.keys(wire.sessions[0]), 'scriptId'].sort())
      expect(fields.every(({ value }) => value !== null)).toBe(true)
      expect(fields.filter((field) => field.personal).map(({ id }) => id)).toEqual(['hwid'])
    })
  })

  it('asks the pages of scripts that have anybody, and of no others', async () => {
    await withService('junkie', junkie({ a: 120, b: 0, c: 3 }), async (http, asked) => {
      const [answer] = await sweep(http, everything, 100)
      expect(answer).toMatchObject({ next: null, progress: { done: 123, total: 123 }, requests: 5 })
      expect(answer?.sessions).toHaveLength(123)
      expect(asked.map(({ url }) => url)).toEqual([
        '/live-users',
        '/live-users/a?page=1&limit=50',
        '/live-users/a?page=2&limit=50',
        '/live-users/a?page=3&limit=50',
        '/live-users/c?page=1&limit=50',
      ])
    })
  })

  it('spans heartbeats within their allowance and says how far it is', async () => {
    await withService('junkie', junkie({ a: 120, c: 3 }), async (http) => {
      const beats = await sweep(http, everything, 2)
      expect(beats.map(({ progress, requests }) => [progress.done, progress.total, requests])).toEqual([
        [50, 123, 2],
        [120, 123, 2],
        [123, 123, 1],
      ])
    })
  })

  it('spends one request when it may spend one', async () => {
    await withService('junkie', junkie({ a: 60 }), async (http) => {
      const beats = await sweep(http, everything, 1)
      expect(beats.map(({ sessions, requests }) => [sessions.length, requests])).toEqual([
        [0, 1],
        [50, 1],
        [10, 1],
      ])
    })
  })

  it('knows in one request that nobody is there', async () => {
    await withService('junkie', junkie({ a: 0 }), async (http) => {
      expect(await sweep(http, everything, 9)).toMatchObject([{ sessions: [], next: null, requests: 1 }])
    })
  })

  it('sweeps one script without the counts', async () => {
    await withService('junkie', junkie({ a: 60, b: 9 }), async (http, asked) => {
      const [answer] = await sweep(http, { kind: 'script', id: 'a' }, 9)
      expect(answer).toMatchObject({ next: null, progress: { done: 60, total: 60 } })
      expect(asked).toHaveLength(2)
      const missing = await provider(http).listSessions(
        { kind: 'script', id: 'z' },
        { signal, cursor: null, maxRequests: 9 },
      )
      expect(missing).toMatchObject({ ok: false, error: { error: { kind: 'not-found' } } })
    })
  })

  it('takes a script that was deleted since the counts for an empty one', async () => {
    const answer = (hit: { url: string }) =>
      hit.url === '/live-users' ? { body: { counts: { z: 4, a: 1 } } } : junkie({ a: 1 })(hit)
    await withService('junkie', answer, async (http) => {
      const [beat] = await sweep(http, everything, 9)
      expect(beat?.sessions.map(({ id }) => id)).toEqual(['a-0'])
    })
  })

  it('goes on past a script of which nothing can be read, and fails where only that one is watched', async () => {
    const bad = { body: { sessions: [{ sessionId: {} }], total: 1, totalPages: 1 } }
    const counts = { body: { counts: { b: 1, a: 1 } } }
    const good = { body: { sessions: [{ sessionId: 'a-0' }], total: 1, totalPages: 1 } }
    await withService('junkie', [counts, bad, good], async (http) => {
      const [beat] = await sweep(http, everything, 9)
      expect(beat).toMatchObject({ sessions: [{ id: 'a-0' }], unreadable: 1, next: null })
      expect(beat?.unsure).toEqual(new Set(['b']))
    })
    await withService('junkie', [bad], async (http) => {
      const script: Scope = { kind: 'script', id: 'b' }
      const answer = await provider(http).listSessions(script, { signal, cursor: null, maxRequests: 9 })
      expect(answer).toMatchObject({ ok: false, error: { error: { kind: 'bad-shape' } } })
    })
  })

  it('fails when its heartbeat service is down, which says nothing of who is online', async () => {
    await withService('junkie', [{ status: 502, body: { error: 'down' } }], async (http) => {
      const answer = await provider(http).listSessions(everything, { signal, cursor: null, maxRequests: 9 })
      expect(answer).toMatchObject({ ok: false, error: { error: { kind: 'unavailable' } } })
    })
  })

  it('can neither message nor disconnect', async () => {
    await withService('junkie', junkie({}), async (http, asked) => {
      const row = createSession('account', 'junkie', 'a', {})
      expect(await provider(http).message(row, { kind: 'text', text: 'Hi' })).toMatchObject({
        error: { kind: 'unsupported' },
      })
      expect(await provider(http).disconnect(row)).toMatchObject({ error: { kind: 'unsupported' } })
      expect(asked).toEqual([])
    })
  })
})
