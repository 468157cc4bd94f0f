import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../../../src/main/clock'
import type { Http } from '../../../../../src/main/watch/providers/http'
import { createJunkieProvider } from '../../../../../src/main/watch/providers/junkie/provider'
import { createLuaauthProvider } from '../../../../../src/main/watch/providers/luaauth/provider'
import { createLuaprotProvider } from '../../../../../src/main/watch/providers/luaprot/provider'
import { createSession } from '../../../../../src/main/watch/providers/new-session'
import type { Provider } from '../../../../../src/main/watch/providers/provider'
import { createVsayProvider } from '../../../../../src/main/watch/providers/vsay/provider'
import type { ProviderId } from '../../../../../src/shared/account'
import { type LookupQuestion, largestLookup } from '../../../../../src/shared/lookup'
import { createFakeClock } from '../../../../harness/fake-clock'
import { type Answer, type Asked, fixture, withService } from './service'

const create: Record<ProviderId, (accountId: string, http: Http, clock: Clock) => Provider> = {
  luaprot: createLuaprotProvider,
  luaauth: createLuaauthProvider,
  junkie: createJunkieProvider,
  vsay: createVsayProvider,
}
const { signal } = new AbortController()

/** Runs `use` with the service's provider, whose service gives `answers`. */
const at = <T>(
  service: ProviderId,
  answers: Parameters<typeof withService>[1],
  use: (provider: Provider, asked: Asked[]) => Promise<T>,
) => withService(service, answers, (http, asked) => use(create[service]('a', http, createFakeClock()), asked))

const luaauthRows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `s${from + index}`, user_key: 'KEY' }))
const luaauthPage = (from: number, count: number): Answer => ({
  body: { success: true, sessions: luaauthRows(from, count) },
})

describe('look-ups', () => {
  it.each([
    ['discord', '123456789098765432', 'discordId=123456789098765432'],
    ['key', '73978994376e1f3e307914c4', 'key=73978994376e1f3e307914c4'],
    ['hub', '40511091490620200512', 'hubId=40511091490620200512'],
  ] as const)('asks LuaProt by %s', async (by, id, query) => {
    await at('luaprot', [{ body: fixture('luaprot/get-sessions.200') }], async (provider, asked) => {
      expect(await provider.lookup({ provider: 'luaprot', by, id }, signal)).toMatchObject({
        ok: true,
        value: { sessions: [{ id: '97963719390038484793', userName: 'LuaProtOnTop' }], complete: true },
      })
      expect(asked).toEqual([{ method: 'GET', url: `/api/v1/sessions/get?${query}`, body: null }])
    })
  })

  it('takes LuaProt’s “Key could not be found.” for a wrong input and says so', async () => {
    const answers = [{ status: 400, body: fixture('luaprot/get-sessions.400') }]
    await at('luaprot', answers, async (provider) => {
      const result = await provider.lookup({ provider: 'luaprot', by: 'key', id: 'nope' }, signal)
      expect(result).toMatchObject({
        error: { kind: 'not-found', message: expect.stringContaining('Key could not be found.') },
      })
    })
  })

  it('reads LuaAuth’s filtered pages until one brings nobody new', async () => {
    const answers = [luaauthPage(0, 3), luaauthPage(3, 2), luaauthPage(3, 2)]
    await at('luaauth', answers, async (provider, asked) => {
      const question: LookupQuestion = { provider: 'luaauth', scriptId: 'script', key: 'KEY', placeId: '7' }
      expect(await provider.lookup(question, signal)).toMatchObject({
        ok: true,
        value: {
          sessions: [0, 1, 2, 3, 4].map((number) => ({ id: `s${number}` })),
          complete: true,
          evidence: { answer: expect.stringMatching(/^200, 3 sessions.*the first of 3 pages$/) },
        },
      })
      const url = '/scripts/script/sessions/filter?key=KEY&place_id=7&limit=1000&from='
      expect(asked).toEqual([0, 3, 5].map((from) => ({ method: 'GET', url: `${url}${from}`, body: null })))
    })
  })

  it('ends a big answer at the bound and says that it is not everything', async () => {
    let from = 0
    const page = () => {
      from += 1_000
      return luaauthPage(from, 1_000)
    }
    await at('luaauth', page, async (provider, asked) => {
      const result = await provider.lookup({ provider: 'luaauth', scriptId: 'x', jobId: 'j' }, signal)
      expect(result).toMatchObject({ value: { complete: false } })
      expect(result.ok && result.value.sessions).toHaveLength(largestLookup)
      expect(asked).toHaveLength(largestLookup / 1_000)
    })
  })

  it('reads every page of a Junkie script, by name or of everybody', async () => {
    const page = (id: string, totalPages: number): Answer => ({
      body: { sessions: [{ sessionId: id, robloxUsername: id }], total: 2, page: 1, limit: 50, totalPages },
    })
    const answers = [page('one', 2), page('two', 2), page('three', 1)]
    await at('junkie', answers, async (provider, asked) => {
      const question = { provider: 'junkie', scriptId: '12' } as const
      const progress: unknown[] = []
      const onFound = (done: number, total: number | null) => progress.push(`${done} of ${total}`)
      expect(await provider.lookup({ ...question, userName: 'o' }, signal, onFound)).toMatchObject({
        value: { sessions: [{ id: 'one', scriptId: '12' }, { id: 'two' }], complete: true, total: 2 },
      })
      expect(progress).toEqual(['1 of 2', '2 of 2'])
      expect(await provider.lookup(question, signal)).toMatchObject({
        value: { sessions: [{ id: 'three' }] },
      })
      expect(asked.map(({ url }) => url)).toEqual([
        '/live-users/12?page=1&limit=50&search=o',
        '/live-users/12?page=2&limit=50&search=o',
        '/live-users/12?page=1&limit=50',
      ])
    })
  })

  it('asks VSay by status, machine, user and dates, and for both kinds in two requests', async () => {
    const list = fixture('vsay/list-sessions')
    const none = { success: true, data: { sessions: [] } }
    await at('vsay', [{ body: none }, { body: list }, { body: list }], async (provider, asked) => {
      const from = Date.UTC(2024, 0, 1)
      const to = Date.UTC(2024, 0, 2)
      const filter = { machineId: 'mch_456', userId: 'usr_123', from, to }
      const ended = await provider.lookup({ provider: 'vsay', status: 'ended', ...filter }, signal)
      expect(ended).toMatchObject({ ok: true, value: { sessions: [], complete: true } })
      const both = await provider.lookup({ provider: 'vsay', status: 'both' }, signal)
      expect(both).toMatchObject({ value: { sessions: [{ id: 'sess_123456' }] } })
      expect(both.ok && both.value.sessions).toHaveLength(1)
      const dates = 'from=2024-01-01T00%3A00%3A00.000Z&to=2024-01-02T00%3A00%3A00.000Z'
      expect(asked.map(({ url }) => url)).toEqual([
        `/sessions?status=ended&machine_id=mch_456&user_id=usr_123&${dates}`,
        '/sessions?status=active',
        '/sessions?status=ended',
      ])
    })
  })

  it.each([
    ['only a row that cannot be read', [{ id: null }], 0],
    ['such a row beside another', [{ id: 'a' }, { id: null }], 1],
  ])('asks LuaAuth twice where it ignores the index and has %s', async (_what, sessions, found) => {
    await at('luaauth', [{ body: { success: true, sessions } }], async (provider, asked) => {
      const result = await provider.lookup({ provider: 'luaauth', scriptId: 'x', key: 'k' }, signal)
      expect(asked).toHaveLength(2)
      expect(result).toMatchObject(
        found > 0
          ? { value: { sessions: [{ id: 'a' }], complete: true, unreadable: 1 } }
          : { error: { kind: 'bad-shape' } },
      )
    })
  })

  it('gives what was found before a page failed, and says why there is no more', async () => {
    const answers = [luaauthPage(0, 3), luaauthPage(3, 2), { status: 500, body: { success: false } }]
    await at('luaauth', answers, async (provider) => {
      const result = await provider.lookup({ provider: 'luaauth', scriptId: 'x', key: 'KEY' }, signal)
      expect(result).toMatchObject({ value: { complete: false, stopped: { kind: 'unavailable' } } })
      expect(result.ok && result.value.sessions).toHaveLength(5)
    })
    await at('luaauth', answers.slice(2), async (provider) => {
      const result = await provider.lookup({ provider: 'luaauth', scriptId: 'x', key: 'KEY' }, signal)
      expect(result).toMatchObject({ error: { kind: 'unavailable' } })
    })
  })

  it('gives VSay’s active ones where the ended ones cannot be had', async () => {
    const answers = [{ body: fixture('vsay/list-sessions') }, { status: 502, body: {} }]
    await at('vsay', answers, async (provider) => {
      expect(await provider.lookup({ provider: 'vsay', status: 'both' }, signal)).toMatchObject({
        value: { sessions: [{ id: 'sess_123456' }], complete: false, stopped: { kind: 'unavailable' } },
      })
    })
  })

  it('leaves out what a service lists though it was not asked for', async () => {
    const rows = [
      { id: 'mine', user_key: 'key', place_id: 7 },
      { id: 'silent' },
      { id: 'theirs', user_key: 'OTHER', place_id: 7 },
      { id: 'elsewhere', user_key: 'KEY', place_id: 8 },
    ]
    const page = { body: { success: true, sessions: rows } }
    await at('luaauth', [page], async (provider) => {
      const question: LookupQuestion = { provider: 'luaauth', scriptId: 'x', key: 'KEY', placeId: '7' }
      expect(await provider.lookup(question, signal)).toMatchObject({
        value: { sessions: [{ id: 'mine' }, { id: 'silent' }] },
      })
    })
    const names = ['Wompus', 'other', null].map((robloxUsername, index) => ({
      sessionId: `${index}`,
      robloxUsername,
    }))
    await at('junkie', [{ body: { sessions: names, totalPages: 1 } }], async (provider) => {
      const question: LookupQuestion = { provider: 'junkie', scriptId: 'x', userName: 'womp' }
      expect(await provider.lookup(question, signal)).toMatchObject({
        value: { sessions: [{ id: '0' }, { id: '2' }] },
      })
    })
    const sessions = [
      { id: 'a', status: 'active', user: { id: 'usr_1' }, started_at: '2024-01-01T12:00:00Z' },
      { id: 'b', status: 'ended', user: { id: 'usr_1' }, started_at: '2024-01-01T12:00:00Z' },
      { id: 'c', status: 'closed', user: { id: 'usr_2' }, started_at: '2024-01-01T12:00:00Z' },
      { id: 'd', status: 'closed', user: { id: 'usr_1' }, started_at: '2023-01-01T12:00:00Z' },
    ]
    await at('vsay', [{ body: { success: true, data: { sessions } } }], async (provider) => {
      const question = { provider: 'vsay', userId: 'usr_1', from: Date.UTC(2024, 0, 1) } as const
      const ids = async (status: 'active' | 'ended' | 'both') => {
        const result = await provider.lookup({ ...question, status }, signal)
        return result.ok ? result.value.sessions.map(({ id }) => id) : result.error
      }
      expect([await ids('active'), await ids('ended'), await ids('both')]).toEqual([['a'], ['b'], ['a', 'b']])
    })
  })

  it('tells an answer that cannot be read from one that lists nobody', async () => {
    const answers = [
      { body: { success: true, sessions: [{ nothing: 1 }] } },
      { body: { success: true, sessions: [] } },
    ]
    await at('luaauth', answers, async (provider) => {
      const question: LookupQuestion = { provider: 'luaauth', scriptId: 'x', key: 'k' }
      expect(await provider.lookup(question, signal)).toMatchObject({ error: { kind: 'bad-shape' } })
    })
  })

  it.each(['luaprot', 'luaauth', 'junkie', 'vsay'] as const)(
    '%s asks nothing for another service',
    async (id) => {
      const other: LookupQuestion =
        id === 'junkie' ? { provider: 'vsay', status: 'both' } : { provider: 'junkie', scriptId: 'x' }
      await at(id, [], async (provider, asked) => {
        expect(await provider.lookup(other, signal)).toMatchObject({ error: { kind: 'unsupported' } })
        expect(asked).toEqual([])
      })
    },
  )
})

describe('whether a session is live', () => {
  it.each([
    ['luaprot', { body: fixture('luaprot/session-info.200') }, true],
    ['luaprot', { status: 403, body: fixture('luaprot/session-info.403') }, false],
    ['luaauth', { body: fixture('luaauth/session-info') }, true],
    ['luaauth', { status: 404, body: { success: false } }, false],
    ['vsay', { body: fixture('vsay/get-session') }, true],
    ['vsay', { body: { success: true, data: { id: 's', status: 'ended' } } }, false],
  ] as const)('%s: its own endpoint tells', async (id, answer, expected) => {
    await at(id, [answer], async (provider) => {
      const session = createSession('a', id, 's', {})
      expect(await provider.isLive?.(session, signal)).toEqual({ ok: true, value: expected })
    })
  })

  it.each([
    ['luaprot', 'luaprot/session-info.200', { userName: 'Bob' }],
    ['luaauth', 'luaauth/session-info', { robloxId: '7' }],
    ['vsay', 'vsay/get-session', { userId: 'usr_9' }],
  ] as const)(
    'asked of a session of %s whose ID is somebody else’s now, say that it is not live',
    async (service, info, fields) => {
      await at(service, [{ body: fixture(info) }], async (provider) => {
        expect(await provider.isLive?.(createSession('a', service, 'x', fields), signal)).toEqual({
          ok: true,
          value: false,
        })
        expect(await provider.isLive?.(createSession('a', service, 'x', {}), signal)).toEqual({
          ok: true,
          value: true,
        })
      })
    },
  )
})
