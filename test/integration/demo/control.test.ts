import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startDemo } from '../../../src/demo/demo'
import { call, demoWith, rows } from './harness'

const HUB_LIST = '/api/v1/sessions/get?hubId=40511091490620200512'

async function controlled() {
  const { demo, ask, clock } = await demoWith()
  const { url, token } = demo.control
  const control = (method: string, path: string, body?: unknown) =>
    call(`${url}${path}`, method, body, { Authorization: `Bearer ${token}` })
  return { demo, ask, clock, control }
}

describe('demo workspace', () => {
  it('points at each service with labels, keys and scopes', async () => {
    const { demo } = await controlled()
    expect(demo.workspace.accounts.map(({ provider, label }) => [provider, label])).toEqual([
      ['luaprot', 'Hub One'],
      ['luaauth', 'Autofarm'],
      ['junkie', 'Junkie'],
      ['vsay', 'Ops'],
    ])
    expect(demo.workspace.settings).toEqual({ heartbeatIntervalMs: 2000 })
  })

  it('has the same people for the same seed', async () => {
    const names = async (seed: number) => {
      const { ask } = await demoWith({ seed })
      return rows(await ask('luaprot')('GET', HUB_LIST), 'sessions')
    }
    expect(await names(4)).toEqual(await names(4))
    expect(await names(4)).not.toEqual(await names(5))
  })

  it('frees what it opened when a port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const address = blocker.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startDemo({ ports: { vsay: port }, churn: false })).rejects.toThrow('EADDRINUSE')
    blocker.close()
  })
})

describe('demo control', () => {
  it('opens to its token only', async () => {
    const { demo } = await controlled()
    expect((await call(`${demo.control.url}/requests`, 'GET')).status).toBe(401)
  })

  it('tells what was asked, without credentials', async () => {
    const { ask, control, clock } = await controlled()
    const body = { from: 0, limit: 10 }
    await ask('luaauth')('POST', '/scripts/6977a1c04be21f0d53e8a901/sessions', body)
    await ask('junkie')('GET', '/live-users/48213?page=2&limit=10')
    const answer = await control('GET', '/requests')
    expect(rows(answer, 'requests')).toEqual([
      {
        provider: 'luaauth',
        method: 'POST',
        path: '/scripts/6977a1c04be21f0d53e8a901/sessions',
        query: {},
        body,
        at: clock.now(),
        status: 200,
      },
      {
        provider: 'junkie',
        method: 'GET',
        path: '/api/v2/live-users/48213',
        query: { page: '2', limit: '10' },
        body: null,
        at: clock.now(),
        status: 200,
      },
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/demo-\w+-(key|token)/)
  })

  it('tells which messages arrived', async () => {
    const { ask, control, demo } = await controlled()
    const { id } = demo.crowds.luaprot.arrive()
    await ask('luaprot')('POST', `/api/v1/sessions/message/${id}`, { message: 'hi' })
    expect(rows(await control('GET', '/messages'), 'messages')).toMatchObject([
      { provider: 'luaprot', sessionIds: [id], text: 'hi' },
    ])
  })

  it('lets people in and out', async () => {
    const { control, demo } = await controlled()
    const arrived = await control('POST', '/arrive', { provider: 'luaprot', name: 'wompus_dompus' })
    const [id] = (arrived.body as { ids: string[] }).ids
    expect(demo.crowds.luaprot.size).toBe(65)
    expect((await control('POST', '/leave', { provider: 'luaprot', id })).body).toEqual({ ids: [id] })
    expect((await control('POST', '/leave', { provider: 'luaprot', id })).status).toBe(404)
    await control('POST', '/arrive', { provider: 'luaprot', count: 10 })
    await control('POST', '/leave', { provider: 'luaprot', count: 4 })
    expect(demo.crowds.luaprot.size).toBe(70)
  })

  it.each([
    ['/arrive', { provider: 'other' }],
    ['/arrive', { provider: 'vsay', count: 0 }],
    ['/leave', { provider: 'vsay' }],
    ['/behave', { provider: 'vsay', mode: 'odd' }],
  ])('refuses %s %o', async (path, body) => {
    const { control } = await controlled()
    expect((await control('POST', path, body)).status).toBe(400)
  })

  it.each([
    ['garbage', 200, 'application/json'],
    ['html', 200, 'text/html'],
    ['429', 429, 'application/json'],
    ['502', 502, 'application/json'],
    ['401', 401, 'application/json'],
  ])('makes a service answer %s until it is normal again', async (mode, status, type) => {
    const { ask, control } = await controlled()
    const list = () => ask('luaprot')('GET', HUB_LIST)
    await control('POST', '/behave', { provider: 'luaprot', mode })
    const answer = await list()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toContain(type)
    expect(answer.headers.get('Retry-After')).toBe(mode === '429' ? '5' : null)
    expect(mode === 'garbage' || mode === 'html').toBe(typeof answer.body === 'string')
    await control('POST', '/behave', { provider: 'luaprot', mode: 'normal' })
    expect(rows(await list(), 'sessions')).toHaveLength(64)
  })

  it.each([
    ['luaprot', HUB_LIST, { success: true, sessions: [] }],
    ['junkie', '/live-users', { total: 0 }],
    ['vsay', '/sessions', { success: true, data: { sessions: [] } }],
  ] as const)('makes %s report nobody', async (provider, path, body) => {
    const { ask, control } = await controlled()
    await control('POST', '/behave', { provider, mode: 'empty' })
    expect(await ask(provider)('GET', path)).toMatchObject({ status: 200, body })
  })

  it('says that no more requests are left, and answers all the same', async () => {
    const { ask, control } = await controlled()
    await control('POST', '/behave', { provider: 'luaprot', mode: 'spent' })
    const answer = await ask('luaprot')('GET', HUB_LIST)
    expect(rows(answer, 'sessions')).toHaveLength(64)
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('0')
    expect(answer.headers.get('X-RateLimit-Reset')).toBe('3600')
  })

  it('drops connections', async () => {
    const { ask, control } = await controlled()
    await control('POST', '/behave', { provider: 'luaprot', mode: 'drop' })
    await expect(ask('luaprot')('GET', HUB_LIST)).rejects.toThrow('fetch failed')
  })

  it('falls silent, and stops all the same', async () => {
    const { ask, control, demo } = await controlled()
    await control('POST', '/behave', { provider: 'luaprot', mode: 'silent' })
    const refused = expect(ask('luaprot')('GET', HUB_LIST)).rejects.toThrow('fetch failed')
    while (demo.recorded.requests.length < 1) await new Promise(setImmediate)
    await demo.stop()
    await refused
  })
})
