import { describe, expect, it } from 'vitest'
import { JUNKIE_SCRIPT_IDS } from '../../../src/demo/junkie'
import type { DemoOptions } from '../../../src/demo/options'
import { demoWith, rows } from './harness'

const [BUSY, QUIET, EMPTY] = JUNKIE_SCRIPT_IDS

async function junkie(options: DemoOptions = {}) {
  const { ask, ...rest } = await demoWith(options)
  return { ...rest, request: ask('junkie') }
}

describe('Junkie demo', () => {
  it('counts live users per script', async () => {
    const { request } = await junkie()
    const { counts, total } = (await request('GET', '/live-users')).body as {
      counts: Record<string, number>
      total: number
    }
    expect(Object.keys(counts)).toEqual([...JUNKIE_SCRIPT_IDS])
    expect(counts[EMPTY]).toBe(0)
    expect((counts[BUSY] ?? 0) + (counts[QUIET] ?? 0)).toBe(total)
    expect(total).toBe(112)
  })

  it('pages the sessions of a script', async () => {
    const { request, clock } = await junkie()
    const first = await request('GET', `/live-users/${BUSY}?page=1&limit=50`)
    const second = await request('GET', `/live-users/${BUSY}?page=2&limit=50`)
    const { total } = first.body as { total: number }
    expect(first.body).toMatchObject({ page: 1, limit: 50, totalPages: Math.ceil(total / 50) })
    const sessions = [...rows(first, 'sessions'), ...rows(second, 'sessions')]
    expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(total)
    for (const session of sessions) {
      expect(session.placeId).toEqual(expect.any(String))
      expect(session.lastBeat).toBeGreaterThan(clock.now() - 15_000)
      expect(session.lastBeat).toBeLessThanOrEqual(clock.now())
    }
    expect((await request('GET', `/live-users/${BUSY}`)).body).toMatchObject({ page: 1, limit: 20 })
  })

  it('counts beats as time passes', async () => {
    const { request, clock } = await junkie()
    const read = async () => rows(await request('GET', `/live-users/${BUSY}`), 'sessions')[0]
    const before = await read()
    clock.advance(30_000)
    const after = await read()
    expect(after).toMatchObject({
      sessionId: before?.sessionId,
      beatCount: Number(before?.beatCount) + 2,
      lastBeat: Number(before?.lastBeat) + 30_000,
    })
  })

  it('shifts its pages when somebody comes', async () => {
    const { request, demo } = await junkie()
    const page = async (number: number) =>
      rows(await request('GET', `/live-users/${BUSY}?page=${number}&limit=10`), 'sessions').map(
        (row) => row.sessionId,
      )
    const first = await page(1)
    const size = async () =>
      ((await request('GET', '/live-users')).body as { counts: Record<string, number> }).counts[BUSY]
    const before = await size()
    while ((await size()) === before) demo.crowds.junkie.arrive()
    expect((await page(2))[0]).toBe(first[9])
  })

  it('searches user names without regard to case', async () => {
    const { request } = await junkie()
    const all = rows(await request('GET', `/live-users/${BUSY}?limit=50`), 'sessions')
    const name = String(all.find((row) => row.robloxUsername)?.robloxUsername)
    const found = rows(
      await request('GET', `/live-users/${BUSY}?search=${encodeURIComponent(name.toUpperCase())}`),
      'sessions',
    )
    expect(found.map((row) => row.robloxUsername)).toContain(name)
    expect(found.length).toBeLessThan(all.length)
  })

  it.each([
    ['/live-users/1', 404, 'Script not found or access denied'],
    [`/live-users/${BUSY}?limit=51`, 400, 'page must be at least 1 and limit between 1 and 50'],
    [`/live-users/${BUSY}?limit=0`, 400, 'page must be at least 1 and limit between 1 and 50'],
    [`/live-users/${BUSY}?page=0`, 400, 'page must be at least 1 and limit between 1 and 50'],
    [`/live-users/${BUSY}?page=x`, 400, 'page must be at least 1 and limit between 1 and 50'],
  ])('refuses %s with %i', async (path, status, error) => {
    const { request } = await junkie()
    expect(await request('GET', path)).toMatchObject({ status, body: { error } })
  })

  it('wants a Bearer key, limits requests, and can lose its heartbeat service', async () => {
    const { request, demo, clock } = await junkie({
      rateLimits: { junkie: [{ limit: 1, windowMs: 60_000 }] },
    })
    expect(
      await request('GET', '/live-users', undefined, { Authorization: 'demo-junkie-key' }),
    ).toMatchObject({
      status: 401,
      body: { error: 'Unauthorized' },
    })
    expect((await request('GET', '/live-users')).status).toBe(200)
    clock.advance(20_000)
    const refused = await request('GET', '/live-users')
    expect(refused).toMatchObject({ status: 429, body: { error: 'Rate limit exceeded' } })
    expect(refused.headers.get('Retry-After')).toBe('40')
    demo.behave('junkie', '502')
    expect(await request('GET', '/live-users')).toMatchObject({
      status: 502,
      body: { error: 'Heartbeat service unavailable' },
    })
  })
})
