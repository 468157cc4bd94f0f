import { describe, expect, it } from 'vitest'
import type { Http, Reply } from '../../../../../../src/main/watch/providers/http'
import {
  createLuaprotApi,
  type LuaprotApi,
  readSession,
  sessionsOf,
} from '../../../../../../src/main/watch/providers/luaprot/api'
import { listReader } from '../../../../../../src/main/watch/providers/readers'
import { type Asked, credential, fixture, withService } from '../service'

const list = listReader(sessionsOf, readSession)

const session = '97963719390038484793'
const hub = '40511091490620200512'
const key = '73978994376e1f3e307914c4'
const discord = '123456789098765432'

type Endpoint = {
  name: string
  call: (api: LuaprotApi) => Promise<Reply<unknown>>
  asked: Asked
  answer: string
  value: unknown
}

const listed = {
  id: session,
  robloxUsername: 'LuaProtOnTop',
  robloxJobId: '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a',
  robloxUniverseId: '9432747410',
  created: 1768140224000,
}

const get = (query: string): Asked => ({ method: 'GET', url: `/api/v1/sessions/get?${query}`, body: null })

const endpoints: Endpoint[] = [
  {
    name: 'Get Sessions of a hub',
    call: (api) => api.getSessions({ hubId: hub }, list),
    asked: get(`hubId=${hub}`),
    answer: 'get-sessions.200',
    value: { items: [listed], unreadable: 0 },
  },
  {
    name: 'Get Sessions of a key',
    call: (api) => api.getSessions({ key }, list),
    asked: get(`key=${key}`),
    answer: 'get-sessions.200',
    value: { items: [listed], unreadable: 0 },
  },
  {
    name: 'Get Sessions of a Discord ID',
    call: (api) => api.getSessions({ discordId: discord }, list),
    asked: get(`discordId=${discord}`),
    answer: 'get-sessions.200',
    value: { items: [listed], unreadable: 0 },
  },
  {
    name: 'Session Info',
    call: (api) => api.sessionInfo(session),
    asked: { method: 'GET', url: `/api/v1/sessions/${session}/info`, body: null },
    answer: 'session-info.200',
    value: {
      session: { ...listed, key },
      key: {
        hubId: hub,
        discordId: discord,
        key,
        expire: 1764749562000,
        note: 'Customer note',
        created: 1764749562000,
        activated: true,
        hwid: '589401805431295092384985734',
        hwidResetCount: 0,
        lastHwidReset: 'never',
        executionCount: 0,
        lastExecution: 'never',
        blacklisted: false,
        blacklistReason: null,
        limitedScripts: null,
        discordData: {
          id: discord,
          username: 'wompus_dompus',
          avatar: null,
          global_name: 'Wompus',
          modified: 1759761781000,
          created: 1759761781000,
        },
      },
    },
  },
  {
    name: 'Message Session',
    call: (api) => api.messageSession(session, 'Hello from the dashboard'),
    asked: {
      method: 'POST',
      url: `/api/v1/sessions/message/${session}`,
      body: { message: 'Hello from the dashboard' },
    },
    answer: 'message-session.200',
    value: undefined,
  },
  {
    name: 'Disconnect Session',
    call: (api) => api.disconnectSession(session),
    asked: { method: 'DELETE', url: `/api/v1/sessions/disconnect/${session}`, body: null },
    answer: 'disconnect-session.200',
    value: undefined,
  },
  {
    name: 'Message Sessions of a hub',
    call: (api) => api.messageSessions({ hubId: hub }, 'Hello everyone'),
    asked: {
      method: 'POST',
      url: '/api/v1/sessions/messageall',
      body: { hubId: hub, message: 'Hello everyone' },
    },
    answer: 'message-sessions.200',
    value: { anybody: true },
  },
  {
    name: 'Message Sessions of a key',
    call: (api) => api.messageSessions({ key }, 'Hello'),
    asked: { method: 'POST', url: '/api/v1/sessions/messageall', body: { key, message: 'Hello' } },
    answer: 'message-sessions.200',
    value: { anybody: true },
  },
  {
    name: 'Message Sessions of an empty hub',
    call: (api) => api.messageSessions({ hubId: hub }, 'Hello'),
    asked: { method: 'POST', url: '/api/v1/sessions/messageall', body: { hubId: hub, message: 'Hello' } },
    answer: 'message-sessions.400',
    value: { anybody: false },
  },
  {
    name: 'Disconnect Sessions of a hub',
    call: (api) => api.disconnectSessions({ hubId: hub }),
    asked: { method: 'DELETE', url: `/api/v1/sessions/disconnectall?hubId=${hub}`, body: null },
    answer: 'disconnect-sessions.200',
    value: { anybody: true },
  },
  {
    name: 'Disconnect Sessions of a key without sessions',
    call: (api) => api.disconnectSessions({ key }),
    asked: { method: 'DELETE', url: `/api/v1/sessions/disconnectall?key=${key}`, body: null },
    answer: 'disconnect-sessions.400',
    value: { anybody: false },
  },
]

const statusOf = (name: string) => Number(name.split('.')[1])
const serve = <T>(answer: string, use: (http: Http, asked: Asked[]) => Promise<T>) =>
  withService('luaprot', [{ status: statusOf(answer), body: fixture(`luaprot/${answer}`) }], use)

describe('LuaProt, Sessions', () => {
  it.each(endpoints)('$name', async ({ call, asked, answer, value }) => {
    await serve(answer, async (http, seen) => {
      expect(await call(createLuaprotApi(http))).toMatchObject({ ok: true, value })
      expect(seen).toEqual([asked])
    })
  })

  it('sends the raw key, without a scheme', async () => {
    await withService('luaprot', [{ body: fixture('luaprot/get-sessions.200') }], async (http, _, hits) => {
      await createLuaprotApi(http).getSessions({ hubId: hub }, list)
      expect(hits[0]?.headers.authorization).toBe(credential)
    })
  })

  it.each<{ answer: string; call: Endpoint['call']; kind: string; message: RegExp }>([
    {
      answer: 'get-sessions.400',
      call: (api) => api.getSessions({ key }, list),
      kind: 'not-found',
      message: /could not be found.*Check what was asked/,
    },
    {
      answer: 'get-sessions.404',
      call: (api) => api.getSessions({ hubId: hub }, list),
      kind: 'not-found',
      message: /Hub not found or linked/,
    },
    {
      answer: 'session-info.400',
      call: (api) => api.sessionInfo(session),
      kind: 'gone',
      message: /has left/,
    },
    {
      answer: 'session-info.403',
      call: (api) => api.sessionInfo(session),
      kind: 'gone',
      message: /has left/,
    },
    {
      answer: 'message-session.400',
      call: (api) => api.messageSession(session, 'Hi'),
      kind: 'refused',
      message: /left already/,
    },
    {
      answer: 'disconnect-session.400',
      call: (api) => api.disconnectSession(session),
      kind: 'refused',
      message: /left already/,
    },
  ])('$answer is $kind', async ({ answer, call, kind, message }) => {
    await serve(answer, async (http) => {
      const reply = await call(createLuaprotApi(http))
      expect(reply).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } })
    })
  })

  it.each<{ name: string; call: Endpoint['call']; path: string }>([
    { name: 'an empty message', call: (api) => api.messageSession(session, ''), path: 'message' },
    {
      name: 'a message of 101 characters',
      call: (api) => api.messageSession(session, 'x'.repeat(101)),
      path: 'message',
    },
    {
      name: 'a message of 101 characters to all',
      call: (api) => api.messageSessions({ hubId: hub }, 'x'.repeat(101)),
      path: 'message',
    },
    { name: 'a lookup of nobody', call: (api) => api.getSessions({ key: '' }, list), path: 'hubId' },
    {
      name: 'a bulk disconnect of nobody',
      call: (api) => api.disconnectSessions({ hubId: '' }),
      path: 'hubId',
    },
    {
      name: 'a bulk disconnect with both',
      call: (api) => api.disconnectSessions({ hubId: hub, key } as { hubId: string }),
      path: 'hubId',
    },
    { name: 'a session without an id', call: (api) => api.disconnectSession(''), path: 'id' },
  ])('does not send $name', async ({ call, path }) => {
    await serve('disconnect-sessions.200', async (http, asked) => {
      const reply = await call(createLuaprotApi(http))
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid', path } })
      expect(asked).toEqual([])
    })
  })

  it('counts a row that cannot be read and keeps the others', async () => {
    const body = {
      success: true,
      sessions: [
        { id: '1', robloxUsername: null, extra: { deep: true } },
        { id: 2 ** 66, robloxUsername: 'rounded' },
        { robloxUsername: 'no id' },
        { id: '2', created: 'yesterday' },
        'not a row',
        { id: '3', created: 0 },
      ],
    }
    const nothing = { robloxUsername: null, robloxJobId: null, robloxUniverseId: null, created: null }
    await withService('luaprot', [{ body }], async (http) => {
      const reply = await createLuaprotApi(http).getSessions({ hubId: hub }, list)
      expect(reply).toMatchObject({
        ok: true,
        value: {
          items: [
            { id: '1', ...nothing },
            { id: '2', ...nothing },
            { id: '3', ...nothing },
          ],
          unreadable: 3,
          odd: { lost: 1 },
        },
      })
    })
  })

  it.each([
    { body: { success: true } },
    { body: { success: true, sessions: {} } },
    { body: { success: true, sessions: [{ no: 'id' }] } },
    { body: [] },
    { body: null },
  ])('finds no documented shape in $body, and no empty hub either', async ({ body }) => {
    await withService('luaprot', [{ body }], async (http) => {
      const reply = await createLuaprotApi(http).getSessions({ hubId: hub }, list)
      expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-shape' } })
    })
  })

  it('proves what was asked with the key masked', async () => {
    await serve('get-sessions.200', async (http) => {
      const { evidence } = await createLuaprotApi(http).getSessions({ key }, list)
      expect(evidence.asked).toBe('GET /api/v1/sessions/get?key=…14c4')
      expect(evidence.answer).toMatch(/^200, 1 session, \d+ ms$/)
    })
  })
})
