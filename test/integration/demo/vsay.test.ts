import { describe, expect, it } from 'vitest'
import type { DemoOptions } from '../../../src/demo/options'
import { demoWith, rows } from './harness'

async function vsay(options: DemoOptions = {}) {
  const { ask, ...rest } = await demoWith(options)
  const request = ask('vsay')
  const list = async (query = '') => rows(await request('GET', `/sessions${query}`), 'data', 'sessions')
  return { ...rest, request, list }
}

type Row = { id: string; user: { id: string }; machine: { id: string }; started_at: string }

describe('VSay demo', () => {
  it('lists active sessions as documented', async () => {
    const { list, clock } = await vsay()
    const sessions = await list()
    expect(sessions).toHaveLength(9)
    for (const session of sessions) {
      expect(session).toMatchObject({
        id: expect.stringMatching(/^sess_\d+$/),
        user: { id: expect.stringMatching(/^usr_\d+$/) },
        machine: { id: expect.stringMatching(/^mch_\d+$/), name: expect.any(String) },
        status: 'active',
        ip_address: expect.stringMatching(/^192\.168\.1\.\d+$/),
      })
      const started = Date.parse(String(session.started_at))
      const lastActivity = Date.parse(String(session.last_activity))
      expect(lastActivity).toBeGreaterThanOrEqual(started)
      expect(lastActivity).toBeLessThanOrEqual(clock.now())
    }
  })

  it('filters by status, machine, user and start', async () => {
    const { list } = await vsay()
    const sessions = (await list()) as Row[]
    const [first] = sessions
    const machine = first?.machine.id
    expect(await list(`?machine_id=${machine}`)).toEqual(sessions.filter((row) => row.machine.id === machine))
    const user = first?.user.id
    expect(await list(`?user_id=${user}`)).toEqual(sessions.filter((row) => row.user.id === user))
    const middle = sessions[4]?.started_at ?? ''
    expect(await list(`?from=${middle}`)).toEqual(sessions.slice(4))
    expect(await list(`?to=${middle}`)).toEqual(sessions.slice(0, 5))
    const ended = await list('?status=ended')
    expect(ended.length).toBeGreaterThan(100)
    expect(new Set(ended.map((row) => row.status))).toEqual(new Set(['ended']))
  })

  it('gives a session in detail', async () => {
    const { list, request } = await vsay()
    const [session] = (await list()) as Row[]
    expect((await request('GET', `/sessions/${session?.id}`)).body).toMatchObject({
      success: true,
      data: {
        ...session,
        user: { ...session?.user, email: `${session?.user.id}@example.com` },
        machine: { ...session?.machine, host: expect.any(String) },
        user_agent: expect.stringMatching(/^Mozilla/),
        commands_count: expect.any(Number),
      },
    })
  })

  it('terminates at once and keeps the session as ended', async () => {
    const { list, request } = await vsay()
    const [session] = (await list()) as Row[]
    expect(await request('DELETE', `/sessions/${session?.id}`)).toMatchObject({
      status: 200,
      body: { success: true, message: 'Session terminated successfully' },
    })
    expect((await list()).map((row) => row.id)).not.toContain(session?.id)
    expect((await request('GET', `/sessions/${session?.id}`)).body).toMatchObject({
      data: { status: 'ended' },
    })
    expect((await request('DELETE', `/sessions/${session?.id}`)).status).toBe(404)
  })

  it('gives logs as JSON and as text', async () => {
    const { list, request, clock } = await vsay()
    clock.advance(3_600_000)
    const [session] = await list()
    const logs = rows(await request('GET', `/sessions/${session?.id}/logs`), 'data', 'logs')
    expect(new Set(logs.map((entry) => entry.type))).toEqual(new Set(['command', 'output']))
    const times = logs.map((entry) => String(entry.timestamp))
    expect(times).toEqual([...times].sort())
    const text = await request('GET', `/sessions/${session?.id}/logs?format=text`)
    expect(text.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(String(text.body).split('\n')[0]).toBe(`[${times[0]}] $ ${logs[0]?.content}`)
  })

  it('gives statistics that grow with the period', async () => {
    const { request } = await vsay()
    const totals: number[] = []
    for (const period of ['day', 'week', 'month']) {
      const { data } = (await request('GET', `/sessions/stats?period=${period}`)).body as {
        data: { total_sessions: number; top_machines: { sessions_count: number }[] }
      }
      expect(data).toMatchObject({
        active_sessions: 9,
        total_duration_hours: expect.any(Number),
        unique_users: expect.any(Number),
      })
      expect(data.top_machines.reduce((sum, machine) => sum + machine.sessions_count, 0)).toBe(
        data.total_sessions,
      )
      totals.push(data.total_sessions)
    }
    expect(totals).toEqual([...totals].sort((a, b) => a - b))
    expect(new Set(totals).size).toBe(3)
  })

  it.each([
    ['GET', '/sessions?status=idle', undefined, 400, 'VALIDATION_ERROR'],
    ['GET', '/sessions?from=yesterday', undefined, 400, 'VALIDATION_ERROR'],
    ['GET', '/sessions/stats?period=year', undefined, 400, 'VALIDATION_ERROR'],
    ['GET', '/sessions/sess_0', undefined, 404, 'NOT_FOUND'],
    ['GET', '/sessions/sess_0/logs', undefined, 404, 'NOT_FOUND'],
    ['DELETE', '/sessions/sess_0', undefined, 404, 'NOT_FOUND'],
    ['POST', '/sessions', {}, 400, 'VALIDATION_ERROR'],
    ['POST', '/sessions', { machine_id: 'mch_0' }, 404, 'NOT_FOUND'],
    ['POST', '/sessions', { machine_id: 'mch_101', terminal_size: { cols: 0 } }, 400, 'VALIDATION_ERROR'],
  ])('refuses %s %s %o with %i %s', async (method, path, body, status, code) => {
    const { request } = await vsay()
    const error = { code, message: expect.any(String) }
    expect(await request(method, path, body)).toMatchObject({ status, body: { success: false, error } })
  })

  it('wants a Bearer token and announces its limit', async () => {
    const { request, clock } = await vsay({ rateLimits: { vsay: [{ limit: 2, windowMs: 60_000 }] } })
    const raw = await request('GET', '/sessions', undefined, { Authorization: 'demo-vsay-token' })
    expect(raw).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHORIZED' } } })
    const first = await request('GET', '/sessions')
    expect(first.headers.get('X-RateLimit-Limit')).toBe('2')
    expect(first.headers.get('X-RateLimit-Remaining')).toBe('1')
    expect(first.headers.get('X-RateLimit-Reset')).toBe(String(clock.now() / 1000 + 60))
    await request('GET', '/sessions')
    const refused = await request('GET', '/sessions')
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMIT_EXCEEDED' } } })
    expect(refused.headers.get('Retry-After')).toBe('60')
    expect(refused.headers.get('X-RateLimit-Remaining')).toBe('0')
  })
})
