import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { LUAPROT_HUB_ID } from '../../src/demo/luaprot'
import { readWorkspace } from '../../src/main/settings/config-file'
import type { ProviderId } from '../../src/shared/account'
import type { Action } from '../../src/shared/action'
import type { LookupQuestion } from '../../src/shared/lookup'
import type { Client } from '../../src/shared/rpc'
import { temporaryFolder } from '../harness/temporary-folder'
import { openWatchThread } from '../harness/watch-thread'

const newFile = temporaryFolder()
const patience = { timeout: 20_000, interval: 50 }

/** The demo's four accounts, of which the LuaProt one watches nobody that is looked up here. */
describe('look-ups in the watch thread against the demo services', () => {
  let demo: Demo
  let client: Client
  let actions: Action[]
  let lines: string[]
  let accountIds: Map<ProviderId, string>
  let close: () => void

  beforeEach(async () => {
    demo = await startDemo({
      churn: false,
      luaprotRemovalDelayMs: 500,
      luaauthRemovalDelayMs: 0,
      population: { luaprot: 6, luaauth: 40, junkie: 130, vsay: 4 },
    })
    const workspace = readWorkspace(demo.workspace)
    if (!workspace.ok) throw new Error(workspace.error.message)
    const nobody = [{ kind: 'key' as const, id: demo.crowds.luaprot.arrive('watched').person.licenceKey }]
    const accounts = workspace.value.accounts.map((account) =>
      account.provider === 'luaprot' ? { ...account, scopes: nobody } : account,
    )
    accountIds = new Map(accounts.map(({ provider, id }) => [provider, id]))
    const watch = openWatchThread(newFile())
    client = watch.client
    close = watch.close
    actions = []
    lines = []
    client.on('action.changed', (action) => actions.push(action))
    client.on('log.line', ({ text }) => lines.push(text))
    await client.request('watch.configure', { accounts, heartbeatIntervalMs: 2_000, proxies: {} })
  })
  afterEach(async () => {
    close()
    await demo.stop()
  })

  const accountOf = (provider: ProviderId) => accountIds.get(provider) ?? ''
  const run = async (question: LookupQuestion) => {
    const result = await client.request('lookup.run', {
      lane: 'test',
      accountId: accountOf(question.provider),
      question,
    })
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  /** What was asked below a path with a query of that name, as the documents print it. */
  const asked = (path: RegExp, name: string) =>
    demo.recorded.requests
      .filter((request) => path.test(request.path) && name in request.query)
      .map(({ method, path: at, query, body }) => ({ method, path: at, query, body }))

  it('asks LuaProt by Discord id, key and hub', async () => {
    const { id, person } = demo.crowds.luaprot.arrive('stranger')
    const by = { discord: person.discordId, key: person.licenceKey, hub: LUAPROT_HUB_ID }
    for (const kind of ['discord', 'key', 'hub'] as const) {
      const found = await run({ provider: 'luaprot', by: kind, id: by[kind] })
      expect(found.sessions.map((session) => session.id)).toContain(id)
    }
    const get = { method: 'GET', path: '/api/v1/sessions/get', body: null }
    expect(asked(/get$/, 'discordId')).toEqual([{ ...get, query: { discordId: by.discord } }])
    expect(asked(/get$/, 'hubId')).toEqual([{ ...get, query: { hubId: by.hub } }])
    expect(asked(/get$/, 'key')).toContainEqual({ ...get, query: { key: by.key } })
  })

  it('reads all pages of what LuaAuth filters and of a Junkie script', async () => {
    const scriptId = LUAAUTH_SCRIPT_IDS.keyed
    const [place] = (await run({ provider: 'luaauth', scriptId, placeId: '606849621' })).sessions
    const path = `/scripts/${scriptId}/sessions/filter`
    const query = { place_id: '606849621', from: '0', limit: '1000' }
    expect(asked(/filter$/, 'place_id')).toContainEqual({ method: 'GET', path, query, body: null })
    const key = place?.userKey ?? ''
    expect((await run({ provider: 'luaauth', scriptId, key })).sessions).toContainEqual(place)
    expect(asked(/filter$/, 'key')[0]).toMatchObject({ query: { key } })

    await vi.waitFor(() => expect(asked(/live-users\/.+/, 'page')).not.toEqual([]), patience)
    const junkieScript =
      asked(/live-users\/.+/, 'page')[0]
        ?.path.split('/')
        .at(-1) ?? ''
    const everybody = await run({ provider: 'junkie', scriptId: junkieScript })
    expect(everybody.sessions).toHaveLength(everybody.total ?? -1)
    const [somebody] = everybody.sessions.filter(({ userName }) => userName !== null)
    const userName = (somebody?.userName ?? '').slice(0, 3)
    const named = await run({ provider: 'junkie', scriptId: junkieScript, userName })
    expect(named.sessions).toContainEqual(expect.objectContaining({ id: somebody?.id }))
    expect(asked(/live-users\/.+/, 'search')[0]).toMatchObject({
      method: 'GET',
      query: { search: userName, page: '1', limit: '50' },
    })
  })

  it('lists the ended sessions of VSay, with their details and their logs', async () => {
    const from = Date.now() - 90 * 86_400_000
    const { sessions } = await run({ provider: 'vsay', status: 'ended', from })
    expect(sessions.length).toBeGreaterThan(0)
    expect(asked(/\/sessions$/, 'from')).toEqual([
      {
        method: 'GET',
        path: '/v1/sessions',
        query: { status: 'ended', from: new Date(from).toISOString() },
        body: null,
      },
    ])
    const key = sessions[0]?.key ?? ''
    expect(await client.request('session.details', { key })).toMatchObject({ ok: true })
    expect(await client.request('session.logs', { key, format: 'json' })).toMatchObject({ ok: true })
    const machineId = sessions[0]?.machineId ?? ''
    const there = await run({ provider: 'vsay', status: 'both', machineId })
    expect(new Set(there.sessions.map((session) => session.machineId))).toEqual(new Set([machineId]))
  })

  it('acts on a session that only a look-up knows, confirms it, and logs nothing of whom was looked for', async () => {
    const { id, person } = demo.crowds.luaprot.arrive('stranger')
    const { sessions } = await run({ provider: 'luaprot', by: 'discord', id: person.discordId })
    const key = sessions[0]?.key ?? ''
    expect(await client.request('session.details', { key })).toMatchObject({ ok: true })
    expect(
      await client.request('session.message', { key, message: { kind: 'text', text: 'hello' } }),
    ).toMatchObject({ value: { outcome: { kind: 'delivered' } } })
    await client.request('session.disconnect', { key })
    await vi.waitFor(() => expect(actions.at(-1)?.outcome.kind).toBe('gone'), patience)
    const cuts = demo.recorded.requests.filter(({ path }) => path.endsWith(`/disconnect/${id}`))
    expect(cuts.map(({ method }) => method)).toEqual(['DELETE'])
    expect(lines.join('\n')).not.toContain(person.discordId)
  })

  it('finds a person in the list and says what else can be asked', async () => {
    const { person } = demo.crowds.luaprot.arrive('watched')
    const find = async (text: string) => {
      const result = await client.request('person.find', { text, keys: [] })
      return result.ok ? result.value : null
    }
    await vi.waitFor(async () => expect((await find('WATCHED'))?.sessions).toHaveLength(2), patience)
    const found = await find(`<@${person.discordId}>`)
    expect(found?.text).toBe(person.discordId)
    expect(found?.asks.find(({ accountId }) => accountId === accountOf('luaprot'))).toMatchObject({
      question: { by: 'discord', id: person.discordId },
    })
    expect(lines.join('\n')).not.toContain(person.discordId)
  })
})
