import { describe, expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createSession } from '../../../../../../src/main/watch/providers/new-session'
import { createVsayProvider } from '../../../../../../src/main/watch/providers/vsay/provider'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { fixture, withService } from '../service'

const provider = (http: Http) => createVsayProvider('account', http, createFakeClock())
const { signal } = new AbortController()
const row = createSession('account', 'vsay', 'sess_123456', {})

describe('VSay in our words', () => {
  it('lists the active sessions of the whole organisation', async () => {
    await withService('vsay', [{ body: fixture('vsay/list-sessions') }], async (http, asked) => {
      const options = { signal, cursor: null, maxRequests: 1 }
      expect(await provider(http).listSessions({ kind: 'organisation', id: '*' }, options)).toMatchObject({
        ok: true,
        value: {
          sessions: [
            createSession('account', 'vsay', 'sess_123456', {
              userName: 'John Doe',
              userId: 'usr_123',
              machineId: 'mch_456',
              machineName: 'Production Server',
              ipAddress: '192.168.1.50',
              status: 'active',
              startedAt: Date.UTC(2024, 0, 1, 12),
              lastBeatAt: Date.UTC(2024, 0, 1, 12, 30),
            }),
          ],
          next: null,
          requests: 1,
        },
      })
      expect(asked).toEqual([{ method: 'GET', url: '/sessions?status=active', body: null }])
      expect(await provider(http).listSessions({ kind: 'hub', id: '1' }, options)).toMatchObject({
        error: { error: { kind: 'unsupported' } },
      })
    })
  })

  it('lists only what is active, whatever the service does with the filter', async () => {
    const statuses = ['active', 'ended', 'closed', 'Active', 'terminated', null, undefined, 7]
    const sessions = statuses.map((status, index) => ({ id: `s${index}`, status }))
    await withService('vsay', [{ body: { success: true, data: { sessions } } }], async (http) => {
      const options = { signal, cursor: null, maxRequests: 1 }
      const answer = await provider(http).listSessions({ kind: 'organisation', id: '*' }, options)
      if (!answer.ok) throw new Error(answer.error.error.message)
      // Who does not say it is what was asked for.
      expect(answer.value.sessions.map(({ id }) => id)).toEqual(['s0', 's3', 's5', 's6', 's7'])
      expect(answer.value).toMatchObject({ unsure: 'nobody', odd: { unasked: 3 } })
    })
  })

  it.each([
    ['active', { ok: true, value: true }],
    ['ended', { ok: true, value: false }],
    ['closed', { ok: true, value: false }],
    [null, { ok: false, error: { kind: 'bad-shape' } }],
  ])('knows whether a session is live by its status %j', async (status, expected) => {
    const body = { success: true, data: { id: 'sess_123456', status } }
    await withService('vsay', [{ body }], async (http) => {
      expect(await provider(http).isLive?.(row, signal)).toMatchObject(expected)
    })
  })

  it('reads logs and statistics whatever type one entry has', async () => {
    const logs = [{ timestamp: 'noon', type: 4, content: 5 }, 'no entry', { content: ['x'] }]
    const top_machines = [{ machine_id: 7, name: {}, sessions_count: '3' }, null]
    const answers = [
      { body: { success: true, data: { session_id: 1, logs } } },
      { body: { success: true, data: { total_sessions: '12', unique_users: [], top_machines } } },
      { body: { success: true, data: { top_machines: {} } } },
    ]
    await withService('vsay', answers, async (http) => {
      const client = provider(http)
      expect(await client.logs?.('sess_123456', 'json', signal)).toEqual({
        ok: true,
        value: {
          kind: 'json',
          entries: [
            { at: null, type: '4', content: '5' },
            { at: null, type: null, content: '' },
          ],
        },
      })
      expect(await client.statistics?.('day', signal)).toMatchObject({
        value: {
          totalSessions: 12,
          uniqueUsers: null,
          topMachines: [{ machineId: '7', name: null, sessions: 3 }],
        },
      })
      expect(await client.statistics?.('day', signal)).toMatchObject({ value: { topMachines: [] } })
    })
  })

  it('reads the logs of a session as entries and as one text', async () => {
    const answers = [{ body: fixture('vsay/logs') }, { body: { success: true, data: { logs: 'ls -la' } } }]
    await withService('vsay', answers, async (http, asked) => {
      const { logs } = provider(http)
      expect(await logs?.('sess_123456', 'json', signal)).toMatchObject({
        ok: true,
        value: {
          kind: 'json',
          entries: [
            { at: Date.UTC(2024, 0, 1, 12), type: 'command', content: 'ls -la' },
            { at: Date.UTC(2024, 0, 1, 12, 0, 1), type: 'output' },
          ],
        },
      })
      expect(await logs?.('sess_123456', 'text', signal)).toEqual({
        ok: true,
        value: { kind: 'text', text: 'ls -la' },
      })
      expect(asked.map(({ url }) => url)).toEqual([
        '/sessions/sess_123456/logs?format=json',
        '/sessions/sess_123456/logs?format=text',
      ])
    })
  })

  it('counts over the whole organisation, and says where the service does not', async () => {
    const answers = [{ body: fixture('vsay/stats') }, { body: { success: true, data: {} } }]
    await withService('vsay', answers, async (http, asked) => {
      const { statistics } = provider(http)
      expect(await statistics?.('month', signal)).toMatchObject({
        ok: true,
        value: {
          totalSessions: 1250,
          activeSessions: 15,
          totalDurationHours: 4500,
          uniqueUsers: 25,
          topMachines: [{ machineId: 'mch_456', name: 'Production Server', sessions: 350 }],
        },
      })
      expect(await statistics?.('day', signal)).toMatchObject({
        ok: true,
        value: { totalSessions: null, uniqueUsers: null, topMachines: [] },
      })
      expect(asked.map(({ url }) => url)).toEqual([
        '/sessions/stats?period=month',
        '/sessions/stats?period=day',
      ])
    })
  })

  it('shows every field, with e-mail and addresses masked', async () => {
    await withService('vsay', [{ body: fixture('vsay/get-session') }], async (http) => {
      const details = await provider(http).details(row, signal)
      if (!details.ok) throw new Error(details.error.message)
      const fields = details.value.sections.flatMap((section) => section.fields)
      expect(fields.map(({ id }) => id).sort()).toEqual(
        [
          'id',
          'user.id',
          'user.name',
          'user.email',
          'machine.id',
          'machine.name',
          'machine.host',
          'status',
          'started_at',
          'last_activity',
          'ip_address',
          'user_agent',
          'commands_count',
        ].sort(),
      )
      expect(fields.every(({ value }) => value !== null)).toBe(true)
      expect(fields.filter((field) => field.personal).map(({ id }) => id)).toEqual([
        'user.email',
        'ip_address',
        'machine.host',
      ])
    })
  })

  it('terminates in one request and messages nobody', async () => {
    await withService('vsay', [{ body: fixture('vsay/terminate-session') }], async (http, asked) => {
      expect(await provider(http).disconnect(row)).toEqual({ ok: true, value: undefined })
      expect(await provider(http).message(row, { kind: 'text', text: 'Hi' })).toMatchObject({
        error: { kind: 'unsupported' },
      })
      expect(asked).toEqual([{ method: 'DELETE', url: '/sessions/sess_123456', body: null }])
    })
  })
})
