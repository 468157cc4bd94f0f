import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { PROVIDERS } from '../../src/demo/options'
import { readWorkspace } from '../../src/main/settings/config-file'
import { RosterView } from '../../src/renderer/stores/roster-view'
import type { AccountConfig } from '../../src/shared/account'
import type { Action } from '../../src/shared/action'
import type { Alert } from '../../src/shared/alert'
import type { Client } from '../../src/shared/rpc'
import type { RosterRow } from '../../src/shared/session'
import { wholeLog } from '../harness/action-log'
import { temporaryFolder } from '../harness/temporary-folder'
import { openWatchThread } from '../harness/watch-thread'

const newFile = temporaryFolder()
const population = { luaprot: 6, luaauth: 8, junkie: 70, vsay: 4 }
const patience = { timeout: 20_000, interval: 50 }

function managed(demo: Demo): AccountConfig[] {
  const workspace = readWorkspace(demo.workspace)
  if (!workspace.ok) throw new Error(workspace.error.message)
  return workspace.value.accounts
}

describe('the watch thread against the demo services', () => {
  let demo: Demo
  let client: Client
  let view: RosterView
  let actions: Action[]
  let alerts: Alert[]
  let close: () => void

  const rows = () => view.list.keys.known.keys.map((key) => view.row(key)).filter((row) => row !== undefined)
  const of = (provider: string) => rows().filter((row) => row.provider === provider)
  const first = (provider: string): RosterRow => {
    const [row] = of(provider)
    if (!row) throw new Error(`${provider} lists nobody`)
    return row
  }
  const configure = (accounts: AccountConfig[]) =>
    client.request('watch.configure', { accounts, heartbeatIntervalMs: 2_000, proxies: {} })
  const everybodyHere = () =>
    vi.waitFor(
      () =>
        expect(Object.fromEntries(PROVIDERS.map((provider) => [provider, of(provider).length]))).toEqual(
          Object.fromEntries(PROVIDERS.map((provider) => [provider, demo.crowds[provider].size])),
        ),
      patience,
    )

  beforeEach(async () => {
    demo = await startDemo({ churn: false, population, luaprotRemovalDelayMs: 500, luaauthRemovalDelayMs: 0 })
    const watch = openWatchThread(newFile())
    client = watch.client
    close = watch.close
    actions = []
    alerts = []
    view = new RosterView((wish) => void client.request('list.watch', wish), {
      now: Date.now,
      monotonicMs: () => performance.now(),
    })
    client.on('list.changed', ({ json }) => view.update(JSON.parse(json)))
    client.on('action.changed', (action) => actions.push(action))
    client.on('alert.raised', (alert) => alerts.push(alert))
    view.restart(false)
    await configure(managed(demo))
  })
  afterEach(async () => {
    close()
    await demo.stop()
  })

  it('shows everybody of all four services, whoever comes and whoever goes', async () => {
    await everybodyHere()
    const arrived = PROVIDERS.map((provider) => demo.crowds[provider].arrive().id)
    await everybodyHere()
    expect(rows().map((row) => row.id)).toEqual(expect.arrayContaining(arrived))
    demo.crowds.luaprot.leave(first('luaprot').id)
    demo.crowds.junkie.leave(first('junkie').id)
    await everybodyHere()
  })

  it('raises an alert for a newcomer, none for those who were there', async () => {
    await everybodyHere()
    demo.crowds.luaprot.arrive('a_newcomer')
    await vi.waitFor(
      () => expect(alerts.map(({ title }) => title)).toEqual(['a_newcomer is online']),
      patience,
    )
  })

  it('creates a VSay session for a terminal, never announces it, and ends it', async () => {
    await everybodyHere()
    const accountId = of('vsay')[0]?.accountId ?? ''
    const size = { cols: 80, rows: 24 }
    const machineName = 'Production Web'
    const created = await client.request('machine.createSession', {
      accountId,
      machineId: 'mch_101',
      machineName,
      size,
    })
    if (!created.ok) throw new Error('no session was created')
    const { sessionId } = created.value
    expect(created.value).toMatchObject({ websocketUrl: expect.stringContaining(sessionId) })
    const key = `${accountId}:${sessionId}`
    await vi.waitFor(() => expect(view.row(key) !== undefined).toBe(true), patience)
    demo.crowds.vsay.arrive('a_stranger')
    await vi.waitFor(
      () => expect(alerts.map(({ title }) => title)).toEqual(['a_stranger is online']),
      patience,
    )
    expect(await client.request('machine.endSession', { accountId, sessionId, machineName })).toMatchObject({
      ok: true,
    })
    expect(await client.request('machine.endSession', { accountId, sessionId, machineName })).toMatchObject({
      ok: true,
    })
    await vi.waitFor(() => expect(view.row(key) !== undefined).toBe(false), patience)
    const logged = await client.request('log.search', wholeLog)
    expect(
      logged.ok && logged.value.actions.map((each) => [each.kind, each.sessionKey, each.outcome.kind]),
    ).toEqual([
      ['session-end', key, 'gone'],
      ['session-end', key, 'delivered'],
      ['session-create', key, 'delivered'],
    ])
    expect(JSON.stringify([logged, actions])).not.toContain(created.value.token)
    expect(
      await client.request('machine.createSession', {
        accountId: of('luaprot')[0]?.accountId ?? '',
        machineId: 'm',
        machineName,
        size,
      }),
    ).toMatchObject({ ok: false, error: { kind: 'unsupported' } })
    expect(
      await client.request('machine.createSession', {
        accountId: 'nobody',
        machineId: 'm',
        machineName,
        size,
      }),
    ).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    })
  })

  it('disconnects a session, once on the wire, and confirms that it is gone', async () => {
    await everybodyHere()
    const { key, id } = first('luaprot')
    expect(await client.request('session.disconnect', { key })).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'accepted' } },
    })
    expect(view.row(key)?.disconnecting).not.toBeNull()
    await vi.waitFor(() => expect(actions.at(-1)?.outcome.kind).toBe('gone'), patience)
    expect(view.row(key) !== undefined).toBe(false)
    const sent = demo.recorded.requests.filter(({ path }) => path.includes('disconnect'))
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent)).toContain(id)
  })

  it('disconnects many whom only a look-up knows, and asks once for all whether they are gone', async () => {
    const account = managed(demo).find(({ provider }) => provider === 'luaprot')
    const [hub] = account?.scopes ?? []
    if (!account || hub?.kind !== 'hub') throw new Error('The demo has no hub.')
    await configure([{ ...account, scopes: [{ kind: 'key', id: '000000000000000000000000' }] }])
    const question = { provider: 'luaprot', by: 'hub', id: hub.id } as const
    const looked = await client.request('lookup.run', { lane: 'test', accountId: account.id, question })
    const keys = looked.ok ? looked.value.sessions.map(({ key }) => key) : []
    expect(keys).toHaveLength(population.luaprot)
    const preview = await client.request('bulk.preview', {
      kind: 'disconnect',
      target: { kind: 'sessions', keys },
      messages: [],
      waitMs: 0,
    })
    if (!preview.ok) throw new Error(preview.error.message)
    const { planId, confirmation } = preview.value
    await client.request('bulk.start', { planId, confirmation, reason: null })
    await vi.waitFor(
      () => expect(actions.filter(({ outcome }) => outcome.kind === 'gone')).toHaveLength(keys.length),
      patience,
    )
    const asked = demo.recorded.requests.filter(
      ({ path, query }) => path.endsWith('/get') && JSON.stringify(query).includes(hub.id),
    )
    // The heartbeat before, the look-up, and one question for all of them.
    expect(asked.length).toBeGreaterThanOrEqual(2)
    expect(asked.length).toBeLessThanOrEqual(3)
    expect(demo.recorded.requests.filter(({ path }) => path.endsWith('/info'))).toEqual([])
  })

  it('delivers a message', async () => {
    await everybodyHere()
    const { key, id } = first('luaprot')
    const message = { kind: 'text', text: 'Restarting in a minute' } as const
    expect(await client.request('session.message', { key, message })).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'delivered' } },
    })
    expect(demo.recorded.messages).toMatchObject([{ sessionIds: [id], text: message.text }])
  })

  it('fetches the details of a session of each service', async () => {
    await everybodyHere()
    for (const provider of PROVIDERS) {
      const { key } = first(provider)
      const details = await client.request('session.details', { key })
      expect(details).toMatchObject({ ok: true, value: { key } })
    }
  })

  it('tells an empty service, a broken one and a refusal apart, and keeps the rows of those that fail', async () => {
    await everybodyHere()
    demo.behave('luaprot', 'empty')
    demo.behave('junkie', '502')
    demo.behave('luaauth', 'html')
    demo.behave('vsay', '401')
    await vi.waitFor(async () => {
      const health = await client.request('health.list')
      const states = health.ok
        ? health.value.map(({ scope, state, count }) => [scope.kind, state, count > 0])
        : []
      expect(states).toEqual([
        ['hub', 'live', false],
        ['script', 'late', expect.any(Boolean)],
        ['script', 'late', expect.any(Boolean)],
        ['organisation', 'late', true],
        ['organisation', 'refused', true],
      ])
    }, patience)
    expect([of('luaprot').length, of('luaauth').length, of('junkie').length, of('vsay').length]).toEqual([
      0, 8, 70, 4,
    ])
  })

  it('tests a connection', async () => {
    for (const account of managed(demo)) {
      const result = await client.request('watch.test', { account, proxy: null })
      expect(result).toMatchObject({ ok: true, value: { sessions: population[account.provider] } })
    }
    const [account] = managed(demo)
    if (!account) throw new Error('The demo has no account.')
    expect(
      await client.request('watch.test', { account: { ...account, credential: 'wrong' }, proxy: null }),
    ).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
  })
})
