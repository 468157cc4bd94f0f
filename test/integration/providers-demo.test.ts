import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { PROVIDERS } from '../../src/demo/options'
import { systemClock } from '../../src/main/clock'
import { readWorkspace } from '../../src/main/settings/config-file'
import { type Http, HttpClient } from '../../src/main/watch/providers/http'
import { createLuaauthScriptsApi, sessionsOf } from '../../src/main/watch/providers/luaauth/api-scripts'
import { createLuaauthSessionsApi } from '../../src/main/watch/providers/luaauth/api-sessions'
import { readSession } from '../../src/main/watch/providers/luaauth/session'
import * as luaprot from '../../src/main/watch/providers/luaprot/api'
import type { Provider, SweepCursor } from '../../src/main/watch/providers/provider'
import { RateBudget } from '../../src/main/watch/providers/rate-budget'
import { listReader } from '../../src/main/watch/providers/readers'
import { createProvider } from '../../src/main/watch/providers/registry'
import { createVsayApi } from '../../src/main/watch/providers/vsay/api'
import type { AccountConfig, ProviderId } from '../../src/shared/account'
import { providerCatalog } from '../../src/shared/providers/catalog'
import type { Session } from '../../src/shared/session'

const population = { luaprot: 12, luaauth: 30, junkie: 130, vsay: 5 }
const { signal } = new AbortController()

/** The clients were written from the documents, and so were the services, by somebody else: they have to agree. */
describe('the clients against the demo services', () => {
  let demo: Demo
  let closing: { close(): Promise<void> }[]

  beforeEach(async () => {
    closing = []
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population,
      luaprotRemovalDelayMs: 0,
      luaauthRemovalDelayMs: 0,
      luaauthMessageWaitMs: 50,
    })
  })
  afterEach(async () => {
    await Promise.all(closing.map((opened) => opened.close()))
    await demo.stop()
  })

  const account = (id: ProviderId): AccountConfig => {
    const workspace = readWorkspace(demo.workspace)
    if (!workspace.ok) throw new Error(workspace.error.message)
    const found = workspace.value.accounts.find(({ provider }) => provider === id)
    if (!found) throw new Error(`no account at ${id}`)
    return { ...found, requestsPerMinute: 6000 }
  }
  const providerOf = (id: ProviderId): Provider => {
    const { provider } = createProvider(account(id), {
      clock: systemClock,
      label: () => 'Test',
      proxy: null,
      log: () => {},
    })
    closing.push(provider)
    return provider
  }
  const httpOf = (id: ProviderId): Http => {
    const http = new HttpClient({
      account: account(id),
      label: () => 'Test',
      service: providerCatalog[id].name,
      credentialAdvice: () => 'Check the key.',
      manners: { headers: { 'content-type': 'application/json' } },
      clock: systemClock,
      budget: new RateBudget(systemClock, [{ limit: 1000, perMs: 1000 }]),
      proxy: null,
      log: () => {},
    })
    closing.push(http)
    return http
  }
  const all = async (id: ProviderId, provider = providerOf(id)): Promise<Session[]> => {
    const found = new Map<string, Session>()
    for (const scope of account(id).scopes) {
      let cursor: SweepCursor | null = null
      do {
        const answer = await provider.listSessions(scope, { signal, cursor, maxRequests: 3 })
        if (!answer.ok) throw new Error(answer.error.error.message)
        expect(answer.value.unreadable).toBe(0)
        for (const session of answer.value.sessions) found.set(session.id, session)
        cursor = answer.value.next
      } while (cursor)
    }
    return [...found.values()]
  }
  const one = async (id: ProviderId, provider?: Provider): Promise<Session> => {
    const [session] = await all(id, provider)
    if (!session) throw new Error(`${id} lists nobody`)
    return session
  }

  it.each(PROVIDERS)('lists everybody at %s, and shows what it knows of one', async (id) => {
    const provider = providerOf(id)
    const sessions = await all(id, provider)
    expect(sessions).toHaveLength(demo.crowds[id].size)
    const [session] = sessions
    if (!session) throw new Error('nobody')
    expect(session.startedAt).toBeGreaterThan(Date.UTC(2020, 0, 1))
    expect(session.startedAt).toBeLessThanOrEqual(Date.now() + 60_000)
    const details = await provider.details(session, signal)
    if (!details.ok) throw new Error(details.error.message)
    const started = details.value.sections
      .flatMap(({ fields }) => fields)
      .find(({ id: name }) => /^(created|created_at|started_at)$/.test(name))
    expect(started?.value).toBe(session.startedAt)
  })

  it.each(['luaprot', 'luaauth', 'vsay'] as const)('disconnects one at %s', async (id) => {
    const provider = providerOf(id)
    const session = await one(id, provider)
    expect(await provider.disconnect(session)).toEqual({ ok: true, value: undefined })
    expect((await all(id, provider)).map((left) => left.id)).not.toContain(session.id)
    expect(demo.crowds[id].size).toBe(population[id] - 1)
    expect((await provider.disconnect(session)).ok).toBe(false)
  })

  it('messages by text at LuaProt and by handler at LuaAuth', async () => {
    const luaprot = providerOf('luaprot')
    const reader = await one('luaprot', luaprot)
    expect(await luaprot.message(reader, { kind: 'text', text: 'Hello' })).toMatchObject({
      ok: true,
      value: { kind: 'delivered' },
    })
    const luaauth = providerOf('luaauth')
    const client = await one('luaauth', luaauth)
    expect(await luaauth.message(client, { kind: 'handler', handler: 'echo', data: [1] })).toMatchObject({
      ok: true,
      value: { kind: 'answered' },
    })
    expect(await luaauth.message(client, { kind: 'handler', handler: 'missing', data: [] })).toMatchObject({
      ok: true,
      value: { kind: 'not-processed', reason: 'function doesnt exist' },
    })
    expect(demo.recorded.messages[0]).toMatchObject({ sessionIds: [reader.id], text: 'Hello' })
  })

  it('finds one customer at LuaProt by key and by Discord id, and messages and disconnects all', async () => {
    const api = luaprot.createLuaprotApi(httpOf('luaprot'))
    const list = listReader(luaprot.sessionsOf, luaprot.readSession)
    const session = await one('luaprot')
    const info = await api.sessionInfo(session.id)
    if (!info.ok) throw new Error(info.error.message)
    const { key, discordId } = info.value.key ?? {}
    if (!key || !discordId) throw new Error('no key record')
    for (const lookup of [{ key }, { discordId }]) {
      const found = await api.getSessions(lookup, list)
      expect(found.ok && found.value.items.map(({ id }) => id)).toContain(session.id)
    }
    expect(await api.getSessions({ key: 'nobody' }, list)).toMatchObject({ error: { kind: 'not-found' } })
    expect(await api.getSessions({ hubId: '1' }, list)).toMatchObject({ error: { kind: 'not-found' } })
    expect(await api.sessionInfo('1')).toMatchObject({ error: { kind: 'gone' } })
    const [scope] = account('luaprot').scopes
    const hub = { hubId: scope?.id ?? '' }
    expect(await api.messageSessions(hub, 'All')).toMatchObject({ ok: true, value: { anybody: true } })
    expect(await api.disconnectSessions(hub)).toMatchObject({ ok: true, value: { anybody: true } })
    expect(await api.disconnectSessions(hub)).toMatchObject({ ok: true, value: { anybody: false } })
  })

  it('messages many at LuaAuth without disconnecting anybody, then disconnects many', async () => {
    const api = createLuaauthSessionsApi(httpOf('luaauth'))
    const ids = (await all('luaauth')).map(({ id }) => id)
    const results = await Promise.all(ids.map((id) => api.messageSession(id, { key: 'ping' })))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(demo.crowds.luaauth.size).toBe(population.luaauth)
    expect(await api.disconnectMany(ids.slice(0, 3))).toMatchObject({ ok: true })
    expect(demo.crowds.luaauth.size).toBe(population.luaauth - 3)
  })

  it('reads and changes a script at LuaAuth', async () => {
    const api = createLuaauthScriptsApi(httpOf('luaauth'))
    const [scope] = account('luaauth').scopes
    const script = scope?.id ?? ''
    const info = await api.scriptInfo(script)
    expect(info).toMatchObject({ ok: true, value: { id: script } })
    expect(await api.executions(script)).toMatchObject({ ok: true })
    expect(await api.editScript(script, { name: 'Renamed' })).toMatchObject({ ok: true })
    expect(await api.scriptInfo(script)).toMatchObject({ value: { name: 'Renamed' } })
    expect(await api.updateScript(script, 'print("hi")')).toMatchObject({ ok: true })
    expect(await api.toggleScript(script, false)).toMatchObject({ ok: true })
    const list = listReader(sessionsOf, readSession)
    const page = await api.getSessions(script, { from: 0, limit: 1 }, list)
    const session = page.ok ? page.value.items[0] : undefined
    if (!session?.roblox_id) throw new Error('nobody')
    const found = await api.filterSessions(script, { roblox_id: session.roblox_id }, list)
    expect(found.ok && found.value.items.map(({ id }) => id)).toContain(session.id)
    expect(await api.removeScript(script)).toMatchObject({ ok: true })
  })

  it('creates a session at VSay, ends it, and reads logs and statistics', async () => {
    const api = createVsayApi(httpOf('vsay'))
    const machine = (await one('vsay')).machineId ?? ''
    const created = await api.createSession({
      machine_id: machine,
      terminal_size: { cols: 80, rows: 24 },
    })
    if (!created.ok) throw new Error(created.error.message)
    expect(await api.terminateSession(created.value.session_id)).toMatchObject({ ok: true })
    expect(await api.terminateSession(created.value.session_id)).toMatchObject({
      ok: false,
      error: { kind: 'gone' },
    })
    const live = await one('vsay')
    expect(await api.logs(live.id)).toMatchObject({ ok: true })
    expect(await api.logsText(live.id)).toMatchObject({ ok: true, value: expect.any(String) })
    expect(await api.stats('day')).toMatchObject({
      ok: true,
      value: { active_sessions: demo.crowds.vsay.size },
    })
  })

  it.each(PROVIDERS)('is refused by %s with a wrong key', async (id) => {
    const { provider } = createProvider(
      { ...account(id), credential: 'wrong' },
      { clock: systemClock, label: () => 'Test', proxy: null, log: () => {} },
    )
    closing.push(provider)
    const [scope] = account(id).scopes
    if (!scope) throw new Error('no scope')
    const answer = await provider.listSessions(scope, { signal, cursor: null, maxRequests: 9 })
    expect(answer).toMatchObject({ ok: false, error: { error: { kind: 'unauthorized' } } })
  })
})
