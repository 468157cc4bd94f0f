import { describe, expect, it } from 'vitest'
import type { DemoOptions } from '../../../src/demo/options'
import { demoWith, rows } from './harness'

const HUB = '40511091490620200512'
const LIST = `/api/v1/sessions/get?hubId=${HUB}`

async function luaprot(options: DemoOptions = {}) {
  const { ask, ...rest } = await demoWith(options)
  const request = ask('luaprot')
  const list = async () => rows(await request('GET', LIST), 'sessions')
  return { ...rest, request, list }
}

describe('LuaProt demo', () => {
  it('fetches the sessions of a hub in the documented form', async () => {
    const { request, clock } = await luaprot()
    const answer = await request('GET', LIST)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ success: true, message: 'Successfully fetched sessions.' })
    const sessions = rows(answer, 'sessions')
    expect(sessions).toHaveLength(64)
    for (const session of sessions) {
      expect(session.id).toMatch(/^\d{20}$/)
      expect(session.robloxUniverseId).toMatch(/^\d+$/)
      expect(session.created).toBeLessThan(clock.now() / 1000)
      expect(session.created).toBeGreaterThan(clock.now() / 1000 - 86_400)
    }
    expect(sessions.filter((session) => session.robloxUsername === null)).toHaveLength(1)
  })

  it('finds sessions by key and by Discord id, and prefers the hub', async () => {
    const { request, list } = await luaprot()
    const [session] = await list()
    const info = await request('GET', `/api/v1/sessions/${session?.id}/info`)
    const { key, discordId } = (info.body as { key: { key: string; discordId: string } }).key
    expect(rows(await request('GET', `/api/v1/sessions/get?key=${key}`), 'sessions')).toEqual([session])
    expect(rows(await request('GET', `/api/v1/sessions/get?discordId=${discordId}`), 'sessions')).toEqual([
      session,
    ])
    expect(rows(await request('GET', `${LIST}&key=${key}`), 'sessions')).toHaveLength(64)
  })

  it('remembers the key of somebody who left', async () => {
    const { request, list, demo } = await luaprot()
    const [session] = await list()
    const info = await request('GET', `/api/v1/sessions/${session?.id}/info`)
    demo.crowds.luaprot.leave(String(session?.id))
    const { key } = (info.body as { key: { key: string } }).key
    expect(rows(await request('GET', `/api/v1/sessions/get?key=${key}`), 'sessions')).toEqual([])
  })

  it('gives a session with its key record', async () => {
    const { request, list } = await luaprot()
    const [session] = await list()
    const answer = await request('GET', `/api/v1/sessions/${session?.id}/info`)
    expect(answer.body).toMatchObject({
      success: true,
      message: 'Successfully fetched session info.',
      session: { id: session?.id, key: expect.stringMatching(/^[0-9a-f]{24}$/) },
      key: {
        hubId: HUB,
        activated: true,
        limitedScripts: null,
        discordData: { username: session?.robloxUsername },
      },
    })
  })

  it.each([
    ['GET', '/api/v1/sessions/get?hubId=1', undefined, 404, 'Hub not found or linked to your account.'],
    ['GET', '/api/v1/sessions/get?key=nobody', undefined, 400, 'Key could not be found.'],
    ['GET', '/api/v1/sessions/get', undefined, 400, 'Key could not be found.'],
    ['GET', '/api/v1/sessions/abc/info', undefined, 400, 'Invalid session.'],
    ['GET', '/api/v1/sessions/1/info', undefined, 403, 'Session not found or unauthorized to manage.'],
    ['POST', '/api/v1/sessions/message/1', { message: 'hi' }, 400, 'You cannot manage this session.'],
    [
      'POST',
      '/api/v1/sessions/message/1',
      { message: '' },
      400,
      'Message must be between 1 and 100 characters.',
    ],
    ['DELETE', '/api/v1/sessions/disconnect/1', undefined, 400, 'You cannot manage this session.'],
    [
      'POST',
      '/api/v1/sessions/messageall',
      { key: 'nobody', message: 'hi' },
      400,
      'No active sessions found.',
    ],
    ['DELETE', '/api/v1/sessions/disconnectall?key=nobody', undefined, 400, 'No active sessions found.'],
  ])('answers %s %s %o with %i %s', async (method, path, body, status, message) => {
    const { request } = await luaprot()
    expect(await request(method, path, body)).toMatchObject({ status, body: { success: false, message } })
  })

  it('wants the raw key in Authorization', async () => {
    const { request } = await luaprot()
    const bearer = await request('GET', LIST, undefined, { Authorization: 'Bearer demo-luaprot-key' })
    expect(bearer).toMatchObject({ status: 401, body: { success: false } })
  })

  it('records a message and refuses one of more than 100 characters', async () => {
    const { request, list, demo } = await luaprot()
    const [session] = await list()
    const path = `/api/v1/sessions/message/${session?.id}`
    expect(await request('POST', path, { message: 'Hello from the dashboard' })).toMatchObject({
      status: 200,
      body: { success: true, message: 'Successfully messaged session.' },
    })
    expect((await request('POST', path, { message: 'x'.repeat(101) })).status).toBe(400)
    expect(demo.recorded.messages).toMatchObject([
      { provider: 'luaprot', sessionIds: [session?.id], text: 'Hello from the dashboard' },
    ])
  })

  it('lists a disconnected session until the delay is over', async () => {
    const { request, list, clock } = await luaprot({ luaprotRemovalDelayMs: 8000 })
    const [session] = await list()
    expect(await request('DELETE', `/api/v1/sessions/disconnect/${session?.id}`)).toMatchObject({
      status: 200,
      body: { success: true, message: 'Successfully disconnected session.' },
    })
    clock.advance(7999)
    expect((await list()).map(({ id }) => id)).toContain(session?.id)
    clock.advance(1)
    expect((await list()).map(({ id }) => id)).not.toContain(session?.id)
  })

  it('takes 20 to 90 seconds unless told otherwise', async () => {
    const { request, list, clock } = await luaprot()
    await request('DELETE', `/api/v1/sessions/disconnectall?hubId=${HUB}`)
    clock.advance(19_999)
    expect(await list()).toHaveLength(64)
    clock.advance(70_001)
    expect(await list()).toHaveLength(0)
  })

  it('messages and disconnects everybody of a hub, once there is somebody', async () => {
    const { request, demo } = await luaprot()
    const message = { hubId: HUB, message: 'Hello everyone' }
    expect((await request('POST', '/api/v1/sessions/messageall', message)).body).toEqual({
      success: true,
      message: 'Successfully messaged sessions.',
    })
    expect(demo.recorded.messages[0]?.sessionIds).toHaveLength(64)
    expect((await request('DELETE', `/api/v1/sessions/disconnectall?hubId=${HUB}`)).body).toEqual({
      success: true,
      message: 'Successfully disconnected sessions.',
    })
    expect(await request('POST', '/api/v1/sessions/messageall', message)).toMatchObject({
      status: 400,
      body: { message: 'No active sessions found.' },
    })
  })

  it('answers 429 beyond 20 requests in 10 seconds', async () => {
    const { request, clock } = await luaprot({ rateLimits: {} })
    for (let index = 0; index < 20; index++) expect((await request('GET', LIST)).status).toBe(200)
    const refused = await request('GET', LIST)
    expect(refused).toMatchObject({ status: 429, body: { success: false } })
    expect(refused.headers.get('Retry-After')).toBe('10')
    clock.advance(10_000)
    expect((await request('GET', LIST)).status).toBe(200)
  })

  it('serves 50,000 sessions, and the newcomer right after', async () => {
    const { list, demo } = await luaprot({ population: { luaprot: 50_000 } })
    expect(new Set((await list()).map(({ id }) => id)).size).toBe(50_000)
    const { id } = demo.crowds.luaprot.arrive('wompus_dompus')
    const sessions = await list()
    expect(sessions[50_000]).toMatchObject({ id, robloxUsername: 'wompus_dompus' })
  })
})
