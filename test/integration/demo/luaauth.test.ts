import { describe, expect, it } from 'vitest'
import { LUAAUTH_SCRIPT_IDS } from '../../../src/demo/luaauth-world'
import type { DemoOptions } from '../../../src/demo/options'
import { demoWith, rows } from './harness'

const { keyed, freeForAll, outdated } = LUAAUTH_SCRIPT_IDS

async function luaauth(options: DemoOptions = {}) {
  const { ask, ...rest } = await demoWith({ population: { luaauth: 60 }, ...options })
  const request = ask('luaauth')
  const list = async (script: string = keyed) =>
    rows(await request('POST', `/scripts/${script}/sessions`, { from: 0, limit: 100 }), 'sessions')
  return { ...rest, request, list }
}

describe('LuaAuth demo: sessions', () => {
  it('gives a session as documented', async () => {
    const { request, list, clock } = await luaauth()
    const [session] = await list()
    const answer = await request('GET', `/sessions/${session?.id}`)
    expect(answer.body).toEqual({ success: true, session })
    expect(session).toMatchObject({
      script_id: keyed,
      user_key: expect.stringMatching(/^[0-9a-f]{24}$/),
      roblox_id: expect.any(Number),
      place_id: expect.any(Number),
      job_id: expect.any(String),
    })
    expect(session?.created_at).toBeGreaterThan(clock.now() - 86_400_000)
  })

  it('has free-for-all users with a null key and without one', async () => {
    const { list } = await luaauth()
    const keys = (await list(freeForAll)).map((session) => session.user_key)
    expect(new Set(keys)).toEqual(new Set([null, undefined]))
  })

  it('disconnects one and many after its own delay', async () => {
    const { request, list, clock } = await luaauth({ luaauthRemovalDelayMs: 1000 })
    const [first, second, third, ...others] = (await list()).map(({ id }) => id)
    expect((await request('POST', `/sessions/${first}/disconnect`)).body).toEqual({ success: true })
    const many = await request('POST', '/sessions/disconnect', { session_ids: [second, third] })
    expect(many.body).toEqual({ success: true })
    expect((await list()).map(({ id }) => id)).toContain(first)
    clock.advance(1000)
    expect((await list()).map(({ id }) => id)).toEqual(others)
  })

  it('disconnects whoever a message to many would have reached', async () => {
    const { request, list, clock, demo } = await luaauth()
    const [victim] = (await list()).map(({ id }) => id)
    await request('POST', '/sessions/disconnect', { session_ids: [victim], key: 'notify', data: ['hi'] })
    clock.advance(2000)
    expect((await list()).map(({ id }) => id)).not.toContain(victim)
    expect(demo.recorded.messages).toEqual([])
  })

  it.each([
    ['notify', { processed: true, response: { shown: true } }],
    ['echo', { processed: true, response: { text: 'hi' } }],
    ['nope', { processed: false, reason: 'function doesnt exist' }],
    ['bad_return', { processed: false, reason: 'invalid return data' }],
    ['explode', { processed: false, reason: expect.stringMatching(/^function errored, message: /) }],
  ])('lets the client answer %s', async (key, answer) => {
    const { request, list, demo } = await luaauth()
    const [session] = await list()
    const sent = await request('POST', `/sessions/${session?.id}/message`, { key, data: { text: 'hi' } })
    expect(sent).toMatchObject({ status: 200, body: { success: true, ...answer } })
    expect(demo.recorded.messages).toMatchObject([{ sessionIds: [session?.id], key, data: { text: 'hi' } }])
  })

  it('waits for a silent client without delaying others', async () => {
    const { request, list, clock, demo } = await luaauth({ luaauthMessageWaitMs: 5000 })
    const [session] = await list()
    const sleeping = request('POST', `/sessions/${session?.id}/message`, { key: 'sleep' })
    const ping = await request('POST', `/sessions/${session?.id}/message`, { key: 'ping' })
    expect(ping.body).toMatchObject({ processed: true, response: { pong: clock.now() } })
    while (demo.recorded.messages.length < 2) await new Promise(setImmediate)
    clock.advance(5000)
    expect((await sleeping).body).toEqual({
      success: true,
      processed: false,
      reason: 'client never responded',
    })
  })

  it('lets a kicked client leave', async () => {
    const { request, list } = await luaauth()
    const [session] = await list()
    await request('POST', `/sessions/${session?.id}/message`, { key: 'kick_reason', data: ['bye'] })
    expect((await list()).map(({ id }) => id)).not.toContain(session?.id)
  })

  it.each([
    ['GET', '/sessions/nobody', undefined, 404, 'session not found'],
    ['POST', '/sessions/nobody/disconnect', undefined, 404, 'session not found'],
    ['POST', '/sessions/nobody/message', { key: 'ping' }, 404, 'session not found'],
    ['POST', '/sessions/nobody/message', {}, 400, 'key must be a string'],
    ['POST', '/sessions/disconnect', {}, 400, 'session_ids must be an array of strings'],
    ['POST', '/sessions/disconnect', [], 400, 'body must be a JSON object'],
    ['GET', '/scripts/nothing', undefined, 404, 'script not found'],
  ])('refuses %s %s %o with %i %s', async (method, path, body, status, message) => {
    const { request } = await luaauth()
    const error = { code: 0, message }
    expect(await request(method, path, body)).toMatchObject({ status, body: { success: false, error } })
  })

  it('wants the key in `token` and JSON declared as JSON', async () => {
    const { request } = await luaauth()
    const path = `/scripts/${keyed}/sessions`
    expect((await request('POST', path, {}, { token: 'wrong' })).status).toBe(401)
    expect((await request('POST', path, {}, { 'Content-Type': 'text/plain' })).status).toBe(400)
  })

  it('answers 429 beyond 50 requests a second', async () => {
    const { request } = await luaauth({ rateLimits: {} })
    for (let index = 0; index < 50; index++) await request('GET', `/scripts/${keyed}`)
    const refused = await request('GET', `/scripts/${keyed}`)
    expect(refused).toMatchObject({ status: 429, body: { success: false, error: { code: 0 } } })
    expect(refused.headers.get('Retry-After')).toBe('1')
  })
})

describe('LuaAuth demo: scripts', () => {
  it('gives info and executions', async () => {
    const { request, list } = await luaauth()
    expect((await request('GET', `/scripts/${keyed}`)).body).toMatchObject({
      success: true,
      script: {
        id: keyed,
        name: 'Autofarm',
        free_for_all: false,
        enabled: true,
        total_sessions: (await list()).length,
      },
    })
    const { executions } = (await request('GET', `/scripts/${keyed}/executions`)).body as {
      executions: object
    }
    expect(Object.keys(executions)).toHaveLength(14)
    expect(executions).toHaveProperty(['01/15'], expect.any(Number))
  })

  it('edits what is given, clears with "" and ignores null', async () => {
    const { request } = await luaauth()
    const path = `/scripts/${keyed}`
    const edit = { name: '', kick_outdated: true, use_heartbeat: null }
    expect((await request('POST', `${path}/edit`, edit)).body).toEqual({ success: true })
    expect((await request('GET', path)).body).toMatchObject({
      script: { name: '', kick_outdated: true, use_heartbeat: true },
    })
  })

  it('removes a script and its sessions', async () => {
    const { request, list, demo } = await luaauth()
    const [session] = await list()
    const before = demo.crowds.luaauth.size
    const running = (await list()).length
    expect((await request('POST', `/scripts/${keyed}/remove`)).body).toEqual({ success: true })
    expect(demo.crowds.luaauth.size).toBe(before - running)
    expect((await request('GET', `/sessions/${session?.id}`)).status).toBe(404)
    expect((await request('GET', `/scripts/${keyed}`)).status).toBe(404)
  })

  it('toggles an outdated script only after an update', async () => {
    const { request } = await luaauth()
    const path = `/scripts/${outdated}`
    expect((await request('POST', `${path}/toggle`, { state: true })).body).toEqual({
      success: false,
      error: { code: 1, message: 'script update required' },
    })
    expect((await request('POST', `${path}/update`, { script: 'print("hi")' })).body).toEqual({
      success: true,
    })
    expect((await request('POST', `${path}/toggle`, { state: true })).body).toEqual({ success: true })
    expect((await request('GET', path)).body).toMatchObject({ script: { enabled: true } })
  })

  const luraph = { luraph_errors: [{ param: expect.any(String), message: expect.any(String) }] }
  it.each([
    ['edit', { name: 'x' }, { expired: true }, 0, 'account expired', {}],
    ['edit', {}, {}, 1, 'cannot edit nothing', {}],
    ['edit', { free_for_all: true }, { allowsFreeForAll: false }, 2, 'tier does not allow ffa mode', {}],
    ['update', { script: 'x()' }, { expired: true }, 0, 'account expired', {}],
    ['update', { script: 'x()' }, { obfuscationsLeft: 0 }, 1, 'max obfuscations reached', {}],
    ['update', { script: 'x(' }, {}, 2, 'script is invalid', { parser_output: expect.any(String) }],
    ['update', { script: '--!fail script' }, {}, 3, 'failed to obfuscate script', luraph],
    ['update', { script: 'x()' }, { obfuscationsLeft: 1 }, 4, 'not enough obfuscations for init script', {}],
    ['update', { script: '--!fail init' }, {}, 5, 'failed to obfuscate init script', luraph],
    ['toggle', { state: true }, { expired: true }, 0, 'account expired', {}],
  ])('fails %s %o under plan %o with code %i %s', async (action, body, luaauthPlan, code, message, extra) => {
    const { request } = await luaauth({ luaauthPlan })
    expect((await request('POST', `/scripts/${keyed}/${action}`, body)).body).toEqual({
      success: false,
      error: { code, message, ...extra },
    })
  })

  it('pages sessions and silently clamps the limit', async () => {
    const { request } = await luaauth({ population: { luaauth: 400 } })
    const page = async (body: object) =>
      rows(await request('POST', `/scripts/${keyed}/sessions`, body), 'sessions')
    const first = await page({ from: 0, limit: 500 })
    expect(first).toHaveLength(100)
    const next = await page({ from: 100, limit: 500 })
    expect(next.length).toBeGreaterThan(50)
    expect(new Set([...first, ...next].map(({ id }) => id)).size).toBe(first.length + next.length)
    expect(await page({})).toEqual(first.slice(0, 50))
    expect(await page({ from: 5000 })).toEqual([])
  })

  it('filters sessions by every documented field together', async () => {
    const { request, list } = await luaauth()
    const sessions = await list()
    const [session] = sessions
    const path = `/scripts/${keyed}/sessions/filter`
    for (const [query, value] of [
      ['key', session?.user_key],
      ['roblox_id', session?.roblox_id],
    ]) {
      expect(rows(await request('GET', `${path}?${query}=${value}`), 'sessions')).toEqual([session])
    }
    const sameServer = sessions.filter(
      ({ job_id, place_id }) => job_id === session?.job_id && place_id === session?.place_id,
    )
    const query = `job_id=${session?.job_id}&place_id=${session?.place_id}`
    expect(rows(await request('GET', `${path}?${query}`), 'sessions')).toEqual(sameServer)
    expect(rows(await request('GET', `${path}?${query}&from=1`), 'sessions')).toEqual(sameServer.slice(1))
  })

  it('must filter something', async () => {
    const { request } = await luaauth()
    expect((await request('GET', `/scripts/${keyed}/sessions/filter?limit=5`)).body).toEqual({
      success: false,
      error: { code: 0, message: 'must filter something' },
    })
  })
})
