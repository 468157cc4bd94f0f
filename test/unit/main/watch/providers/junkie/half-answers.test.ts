import { describe, expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createJunkieProvider } from '../../../../../../src/main/watch/providers/junkie/provider'
import type { Provider, ScopeAnswer, SweepCursor } from '../../../../../../src/main/watch/providers/provider'
import type { Scope } from '../../../../../../src/shared/account'
import type { AppError } from '../../../../../../src/shared/result'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { type Answer, type Asked, withService } from '../service'

const { signal } = new AbortController()
const everything: Scope = { kind: 'organisation', id: '*' }

/** What was asked: the counts, or a page of a script. */
type Question = { script: string | null; page: number; nth: number }

const rows = (script: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ sessionId: `${script}-${from + index}` }))

/** An honest page of a script with so many sessions. */
const pageOf = (script: string, page: number, count: number): Answer => ({
  body: {
    sessions: rows(script, (page - 1) * 50, Math.max(0, Math.min(50, count - (page - 1) * 50))),
    total: count,
    totalPages: Math.ceil(count / 50),
  },
})

/** A service that counts like this, honest but for what `answer` gives otherwise. */
const honest =
  (counts: Record<string, number>, answer: (question: Question) => Answer | null = () => null) =>
  () => {
    let nth = 0
    return ({ url }: { url: string }): Answer => {
      const { pathname, searchParams } = new URL(url, 'http://service')
      const script = pathname.split('/')[2] ?? null
      const page = Number(searchParams.get('page') ?? 1)
      nth += 1
      const otherwise = answer({ script, page, nth })
      if (otherwise) return otherwise
      return script === null ? { body: { counts } } : pageOf(script, page, counts[script] ?? 0)
    }
  }

const at = <T>(
  service: () => Parameters<typeof withService>[1],
  use: (provider: Provider, asked: Asked[]) => Promise<T>,
) =>
  withService('junkie', service(), (http, asked) =>
    use(createJunkieProvider('account', http, createFakeClock()), asked),
  )

/** Heartbeats until a sweep is complete, or until so many; failures are `null`. */
async function sweep(provider: Provider, scope = everything, maxRequests = 20, most = 60) {
  const beats: (ScopeAnswer | null)[] = []
  let cursor: SweepCursor | null = null
  for (let beat = 0; beat < most; beat += 1) {
    const answer = await provider.listSessions(scope, { signal, cursor, maxRequests })
    beats.push(answer.ok ? answer.value : null)
    if (!answer.ok) continue
    cursor = answer.value.next
    if (!cursor) break
  }
  const last = beats.at(-1)
  if (!last || last.next) throw new Error('the sweep never ended')
  const ids = beats.flatMap((beat) => beat?.sessions.map(({ id }) => id) ?? [])
  return { beats, last, ids: new Set(ids) }
}

const bad: Record<string, Answer> = {
  'a 500': { status: 500, body: { error: 'oops' } },
  'a 403': { status: 403, body: { error: 'no' } },
  HTML: { body: '<!doctype html><p>Just a moment' },
  'a bad shape': { body: { sessions: 'none' } },
}

describe('one bad script of a Junkie account', () => {
  it.each(Object.entries(bad))('that answers %s costs nobody but its own', async (_what, answer) => {
    const service = honest({ bad: 7, a: 60, b: 2 }, ({ script }) => (script === 'bad' ? answer : null))
    await at(service, async (provider, asked) => {
      const { last, ids } = await sweep(provider)
      expect(ids.size).toBe(62)
      expect(last.unsure).toEqual(new Set(['bad']))
      expect(last.gaps).toMatchObject([
        { scriptId: 'bad', blind: true, evidence: { asked: expect.stringContaining('/live-users/bad') } },
      ])
      // Once more after the others, and in the next sweep it comes last.
      expect(asked.filter(({ url }) => url.includes('/bad'))).toHaveLength(2)
      const before = asked.length
      await sweep(provider)
      expect(asked[before + 1]?.url).toMatch(/live-users\/a/)
    })
  })

  it('that does not answer ends no sweep either, and is asked for after the others', async () => {
    await withService('junkie', honest({ slow: 7, a: 3, b: 2 })(), async (http, asked) => {
      const error: AppError = { kind: 'timeout', message: 'No answer in 15 s.' }
      const evidence = { asked: 'GET /live-users/slow', at: 1, answer: 'no answer in 15 s' }
      const call: Http['call'] = async (request) =>
        request.path.includes('slow') ? { ok: false, error, evidence } : http.call(request)
      const slow: Http = { call, reroute: (proxy) => http.reroute(proxy), close: () => http.close() }
      const { ids, last, beats } = await sweep(createJunkieProvider('account', slow, createFakeClock()))
      expect(ids).toEqual(new Set(['a-0', 'a-1', 'a-2', 'b-0', 'b-1']))
      expect(last).toMatchObject({ unsure: new Set(['slow']), gaps: [{ scriptId: 'slow' }] })
      // Nothing else may wait behind it for another time-out.
      expect(beats.map((beat) => beat?.requests)).toEqual([2, 3])
      expect(asked).toHaveLength(3)
    })
  })

  it.each(['..', '.', '', 'x'.repeat(300)])('with the id %j is said, and the others are read', async (id) => {
    await at(honest({ [id]: 4, a: 2 }), async (provider, asked) => {
      const { last, ids } = await sweep(provider)
      expect(ids).toEqual(new Set(['a-0', 'a-1']))
      expect(last.gaps).toMatchObject([
        {
          scriptId: id.length > 200 ? expect.stringMatching(/^x+…$/) : id,
          words: expect.stringContaining('ID cannot be asked for'),
        },
      ])
      expect(asked).toHaveLength(2)
    })
  })

  it('whose count cannot be read is read all the same', async () => {
    const counts = { body: { counts: { a: null, b: '2', c: {}, d: 0 }, total: 'many' } }
    const service = honest({ a: 1, b: 2, c: 3 }, ({ script }) => (script === null ? counts : null))
    await at(service, async (provider) => {
      expect((await sweep(provider)).ids.size).toBe(6)
      expect(await provider.counts?.(false, signal)).toMatchObject({
        value: {
          counts: [
            { scriptId: 'b', live: 2 },
            { scriptId: 'd', live: 0 },
          ],
          total: null,
        },
      })
    })
  })
})

describe('a page that fails', () => {
  it('throws away nothing: with every sixth answer failing all are listed', async () => {
    for (const [status, scope] of [
      [500, everything],
      [500, { kind: 'script', id: 'a' }],
      [429, everything],
      [429, { kind: 'script', id: 'a' }],
    ] as const) {
      const service = honest({ a: 2_000 }, ({ nth }) =>
        nth % 6 === 0 ? { status, body: { error: 'no' }, headers: { 'retry-after': '0' } } : null,
      )
      await at(service, async (provider) => {
        const { ids, last, beats } = await sweep(provider, scope, 20)
        expect(ids.size).toBe(2_000)
        expect(last.unsure).toBe('nobody')
        expect(beats).not.toContain(null)
      })
    }
  })

  it('is said as a gap while the sweep goes on there', async () => {
    const service = honest({ a: 120 }, ({ nth }) =>
      nth === 3 ? { status: 401, body: { error: 'no' } } : null,
    )
    await at(service, async (provider, asked) => {
      const { beats } = await sweep(provider)
      expect(beats.map((beat) => beat?.gaps.map(({ words }) => words))).toEqual([
        [expect.stringMatching(/does not accept the key.*What was read counts/)],
        [],
      ])
      expect(asked.map(({ url }) => url.replace(/&limit=50/, ''))).toEqual([
        '/live-users',
        '/live-users/a?page=1',
        '/live-users/a?page=2',
        '/live-users/a?page=2',
        '/live-users/a?page=3',
      ])
    })
  })
})

describe('a service without bounds', () => {
  const scripts: [string, Scope][] = [
    ['all scripts', everything],
    ['one script', { kind: 'script', id: 'a' }],
  ]
  const withoutPages = (sessions: unknown[], total?: number): Answer => ({ body: { sessions, total } })

  it.each(scripts)(
    'ends a sweep of %s whose page repeats, and says that it lacks some',
    async (_what, scope) => {
      const service = honest({ a: 200 }, ({ script }) =>
        script ? withoutPages(rows('a', 0, 50), 200) : null,
      )
      await at(service, async (provider, asked) => {
        const { last, ids } = await sweep(provider, scope)
        expect(ids.size).toBe(50)
        expect(asked.length).toBeLessThanOrEqual(3)
        expect(last.gaps).toMatchObject([
          { scriptId: 'a', words: 'Junkie counts 200 sessions here and lists only 50.' },
        ])
        expect(last.unsure).toEqual(new Set(['a']))
      })
    },
  )

  it('ends a script that lists ever new ones, so that the others have their turn', async () => {
    const service = honest({ endless: 3, b: 2 }, ({ script, nth }) =>
      script === 'endless' ? withoutPages(rows('endless', nth * 50, 50)) : null,
    )
    await at(service, async (provider) => {
      const { last, ids } = await sweep(provider, everything, 100)
      expect(ids.size).toBe(1_050 + 2)
      expect(last.gaps).toMatchObject([
        {
          scriptId: 'endless',
          words: expect.stringMatching(/counts 3 sessions here and lists more than 1,050/),
        },
      ])
    })
  })

  it('reads only so many scripts, keeps the sessions of the others, and says so', async () => {
    const counts = Object.fromEntries(Array.from({ length: 1_100 }, (_, index) => [`s${index}`, 1]))
    await at(honest(counts), async (provider) => {
      const { last } = await sweep(provider, everything, 2_000)
      expect(last.progress).toEqual({ done: 1_000, total: 1_100 })
      expect(last.gaps).toMatchObject([
        { words: expect.stringMatching(/at 1,100 scripts; only the first 1,000/) },
      ])
      expect((last.unsure as ReadonlySet<string>).size).toBe(100)
    })
  })
})

describe('counts that contradict the lists', () => {
  const nobody: Answer = { body: { sessions: [], total: 0, totalPages: 0 } }

  it('are said, and nobody of that script counts as gone', async () => {
    const service = honest({ a: 3, b: 1 }, ({ script }) => (script === 'a' ? nobody : null))
    await at(service, async (provider) => {
      const { last, ids } = await sweep(provider)
      expect(ids).toEqual(new Set(['b-0']))
      expect(last.gaps).toMatchObject([
        { scriptId: 'a', words: 'Junkie counts 3 sessions here and lists none of them.', blind: true },
      ])
      expect(last.unsure).toEqual(new Set(['a']))
    })
  })

  it('fail a heartbeat that counts somebody and names no script', async () => {
    const service = honest({}, () => ({ body: { counts: { a: 0 }, total: 5 } }))
    await at(service, async (provider) => {
      const answer = await provider.listSessions(everything, { signal, cursor: null, maxRequests: 9 })
      expect(answer).toMatchObject({
        error: {
          error: {
            kind: 'bad-shape',
            message: expect.stringMatching(/counts 5 sessions in all, but no script/),
          },
        },
      })
    })
  })

  it('are none where pages shifted by a few while they were read', async () => {
    const service = honest({ a: 103 }, ({ script, page }) =>
      script
        ? {
            body: {
              sessions: rows('a', (page - 1) * 48, 50).slice(0, page === 3 ? 4 : 50),
              total: 103,
              totalPages: 3,
            },
          }
        : null,
    )
    await at(service, async (provider) => {
      const { last } = await sweep(provider)
      expect(last).toMatchObject({ gaps: [], unsure: 'nobody' })
    })
  })

  it('are none where the service writes an empty map as a list', async () => {
    await at(
      honest({}, () => ({ body: { counts: [], total: 0 } })),
      async (provider) => {
        expect((await sweep(provider)).last).toMatchObject({ sessions: [], gaps: [], unsure: 'nobody' })
      },
    )
  })
})
