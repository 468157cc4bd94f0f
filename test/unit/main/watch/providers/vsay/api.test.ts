import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../../../src/main/watch/providers/http'
import { listReader } from '../../../../../../src/main/watch/providers/readers'
import {
  createVsayApi,
  readSession,
  sessionsOf,
  type VsayApi,
} from '../../../../../../src/main/watch/providers/vsay/api'
import { type Asked, credential, fixture, withService } from '../service'

const list = listReader(sessionsOf, readSession)

type Call = (api: VsayApi) => Promise<Reply<unknown>>

const listed = {
  id: 'sess_123456',
  user: { id: 'usr_123', name: 'John Doe' },
  machine: { id: 'mch_456', name: 'Production Server' },
  status: 'active',
  started_at: Date.UTC(2024, 0, 1, 12),
  last_activity: Date.UTC(2024, 0, 1, 12, 30),
  ip_address: '192.168.1.50',
}
const create = { machine_id: 'mch_456', terminal_size: { cols: 120, rows: 40 } }
const get = (url: string): Asked => ({ method: 'GET', url, body: null })

const endpoints: { name: string; call: Call; asked: Asked; answer: string; value: unknown }[] = [
  {
    name: 'List Sessions',
    call: (api) =>
      api.listSessions(
        {
          status: 'active',
          machine_id: 'mch_456',
          user_id: 'usr_123',
          from: '2024-01-01T00:00:00Z',
          to: '2024-01-02',
        },
        list,
      ),
    asked: get(
      '/sessions?status=active&machine_id=mch_456&user_id=usr_123&from=2024-01-01T00%3A00%3A00Z&to=2024-01-02',
    ),
    answer: 'list-sessions',
    value: { items: [listed], unreadable: 0 },
  },
  {
    name: 'Get Session',
    call: (api) => api.getSession('sess_123456'),
    asked: get('/sessions/sess_123456'),
    answer: 'get-session',
    value: {
      ...listed,
      email: 'john@example.com',
      host: '192.168.1.100',
      user_agent: 'Mozilla/5.0...',
      commands_count: 42,
    },
  },
  {
    name: 'Create Session',
    call: (api) => api.createSession(create),
    asked: { method: 'POST', url: '/sessions', body: create },
    answer: 'create-session',
    value: {
      session_id: 'sess_123456',
      websocket_url: 'wss://api.vsayterminal.com/v1/sessions/sess_123456/ws',
      token: 'session_token_for_ws_auth',
      // Its token was of use long before the test's service answered.
      lifetime_ms: null,
    },
  },
  {
    name: 'Terminate Session',
    call: (api) => api.terminateSession('sess_123456'),
    asked: { method: 'DELETE', url: '/sessions/sess_123456', body: null },
    answer: 'terminate-session',
    value: undefined,
  },
  {
    name: 'Get Session Logs as JSON',
    call: (api) => api.logs('sess_123456'),
    asked: get('/sessions/sess_123456/logs?format=json'),
    answer: 'logs',
    value: {
      session_id: 'sess_123456',
      logs: [
        { timestamp: Date.UTC(2024, 0, 1, 12), type: 'command', content: 'ls -la' },
        { timestamp: Date.UTC(2024, 0, 1, 12, 0, 1), type: 'output' },
      ],
    },
  },
  {
    name: 'Session Statistics',
    call: (api) => api.stats('week'),
    asked: get('/sessions/stats?period=week'),
    answer: 'stats',
    value: {
      total_sessions: 1250,
      active_sessions: 15,
      total_duration_hours: 4500,
      unique_users: 25,
      top_machines: [{ machine_id: 'mch_456', name: 'Production Server', sessions_count: 350 }],
    },
  },
]

describe('VSay, Sessions API', () => {
  it.each(endpoints)('$name', async ({ call, asked, answer, value }) => {
    await withService('vsay', [{ body: fixture(`vsay/${answer}`) }], async (http, seen, hits) => {
      expect(await call(createVsayApi(http))).toMatchObject({ ok: true, value })
      expect(seen).toEqual([asked])
      expect(hits[0]?.headers.authorization).toBe(`Bearer ${credential}`)
    })
  })

  it.each([
    { name: 'its own clock', headers: { date: 'Mon, 01 Jan 2024 12:15:00 GMT' }, lifetime: 45 * 60_000 },
    { name: 'its own clock, at the end', headers: { date: 'Mon, 01 Jan 2024 13:00:00 GMT' }, lifetime: null },
  ])('Create Session counts the token’s time by $name', async ({ headers, lifetime }) => {
    await withService('vsay', [{ body: fixture('vsay/create-session'), headers }], async (http) => {
      expect(await createVsayApi(http).createSession(create)).toMatchObject({
        value: { lifetime_ms: lifetime },
      })
    })
  })

  it.each([
    { form: 'bare text', body: 'ls -la\n<total 42>' },
    { form: 'text in the envelope', body: { success: true, data: 'ls -la\n<total 42>' } },
    { form: 'text in the logs', body: { success: true, data: { logs: 'ls -la\n<total 42>' } } },
  ])('Get Session Logs as text: $form', async ({ body }) => {
    await withService('vsay', [{ body }], async (http, asked) => {
      const reply = await createVsayApi(http).logsText('sess_123456')
      expect(reply).toMatchObject({ ok: true, value: 'ls -la\n<total 42>' })
      expect(asked).toEqual([get('/sessions/sess_123456/logs?format=text')])
    })
  })

  it.each<{ status: number; call: Call; kind: string }>([
    { status: 401, call: (api) => api.listSessions({}, list), kind: 'unauthorized' },
    { status: 403, call: (api) => api.createSession(create), kind: 'forbidden' },
    { status: 404, call: (api) => api.getSession('a'), kind: 'gone' },
    { status: 404, call: (api) => api.terminateSession('a'), kind: 'gone' },
    { status: 404, call: (api) => api.logs('a'), kind: 'gone' },
    { status: 404, call: (api) => api.logsText('a'), kind: 'gone' },
    { status: 429, call: (api) => api.stats(), kind: 'rate-limited' },
    { status: 400, call: (api) => api.createSession(create), kind: 'refused' },
    { status: 200, call: (api) => api.terminateSession('a'), kind: 'refused' },
    { status: 200, call: (api) => api.logsText('a'), kind: 'refused' },
  ])('$status with success: false is $kind', async ({ status, call, kind }) => {
    const body = { success: false, error: { code: 'SOME_CODE', message: 'No.' } }
    await withService('vsay', [{ status, body }], async (http) => {
      const reply = await call(createVsayApi(http))
      expect(reply).toMatchObject({ ok: false, error: { kind } })
      if (kind === 'refused') expect(reply).toMatchObject({ error: { code: 'SOME_CODE', status } })
    })
  })

  it.each<{ name: string; call: Call; path: string }>([
    { name: 'stats for a session', call: (api) => api.getSession('stats'), path: 'id' },
    { name: 'the end of stats', call: (api) => api.terminateSession('stats'), path: 'id' },
    {
      name: 'a date that is none',
      call: (api) => api.listSessions({ from: 'yesterday' }, list),
      path: 'from',
    },
    {
      name: 'a terminal without rows',
      call: (api) => api.createSession({ ...create, terminal_size: { cols: 80, rows: 0 } }),
      path: 'terminal_size.rows',
    },
    {
      name: 'no machine',
      call: (api) => api.createSession({ ...create, machine_id: '' }),
      path: 'machine_id',
    },
    { name: 'another period', call: (api) => api.stats('year' as 'day'), path: 'period' },
  ])('does not send $name', async ({ call, path }) => {
    await withService('vsay', [{ body: fixture('vsay/terminate-session') }], async (http, asked) => {
      expect(await call(createVsayApi(http))).toMatchObject({ ok: false, error: { kind: 'invalid', path } })
      expect(asked).toEqual([])
    })
  })

  it('reads a session without a user, and one with a time that is none', async () => {
    const sessions = [{ id: 'a' }, { id: 'b', user: null }, { id: 'c', started_at: 'noon' }]
    await withService('vsay', [{ body: { success: true, data: { sessions } } }], async (http) => {
      const reply = await createVsayApi(http).listSessions({}, list)
      expect(reply).toMatchObject({
        ok: true,
        value: { items: [{ id: 'a' }, { id: 'b' }, { id: 'c', started_at: null }], unreadable: 0 },
      })
    })
  })
})
