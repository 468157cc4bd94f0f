import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portOf } from '../../../../src/main/message-port'
import { composeWatch } from '../../../../src/main/watch/compose'
import type { ListOptions } from '../../../../src/main/watch/providers/provider'
import type { AccountConfig } from '../../../../src/shared/account'
import type { EventName, Payload } from '../../../../src/shared/contract'
import type { ListUpdate } from '../../../../src/shared/list/window'
import { type AppError, err, ok, type Result } from '../../../../src/shared/result'
import { type Client, connect } from '../../../../src/shared/rpc'
import type { RosterRow, Session, SessionKey } from '../../../../src/shared/session'
import { speak } from '../../../../src/shared/text/speak'
import { createFakeClock, type FakeClock } from '../../../harness/fake-clock'
import { temporaryFolder } from '../../../harness/temporary-folder'
import {
  answerOf,
  createFakeProvider,
  type FakeProvider,
  freeBudget,
  makeAccount,
  makeSession,
} from './fakes'

const newFile = temporaryFolder()
const script = 'a1/script:s1'
const people = (count: number, prefix = 'u') =>
  Array.from({ length: count }, (_, index) =>
    makeSession(`${prefix}${index}`, { userName: `${prefix}${index}` }),
  )
const refused: AppError = { kind: 'unauthorized', message: 'LuaAuth refused the token.' }

/** The watch thread behind a real port, with a window that looks at the list. */
function setUp() {
  const clock: FakeClock = createFakeClock()
  const channel = new MessageChannel()
  const providers: FakeProvider[] = []
  const prepared: FakeProvider[] = []
  const labels: (() => string)[] = []
  const rerouted: (string | null)[] = []
  const watch = composeWatch({
    port: portOf(channel.port1),
    clock,
    random: () => 0,
    historyFile: newFile(),
    createProvider: (_account, { label }) => {
      labels.push(label)
      const provider = prepared.shift() ?? createFakeProvider()
      providers.push(provider)
      return { provider, budget: freeBudget, reroute: (proxy) => rerouted.push(proxy) }
    },
  })
  const client: Client = connect(portOf(channel.port2))
  const events: [EventName, unknown][] = []
  const accountIds = new Set<string>()
  client.onAny((name, payload) => events.push([name, payload]))
  /** All live sessions of the accounts that were configured so far. */
  const rows = async (): Promise<ReadonlyMap<SessionKey, RosterRow>> => {
    const found = new Map<SessionKey, RosterRow>()
    for (const accountId of accountIds) {
      const answer = await client.request('session.rows', { kind: 'account', accountId })
      if (!answer.ok) throw new Error(answer.error.message)
      for (const row of JSON.parse(answer.value.json) as RosterRow[]) found.set(row.key, row)
    }
    return found
  }
  return {
    clock,
    client,
    /** Moves time; a round trip then makes sure that all events of that time were heard. */
    async advance(ms: number) {
      await clock.advance(ms)
      await client.request('health.list')
    },
    providers,
    prepared,
    /** The names of the accounts, as their providers would say them now. */
    labels: () => labels.map((label) => label()),
    /** The proxies that took the place of others, in order; `null` for none. */
    rerouted,
    events,
    rows,
    tellHealth: watch.tellHealth,
    ids: async () => Array.from((await rows()).values(), (row) => row.id).sort(),
    /** Looks at the first rows of the list, as a window does that was just opened. */
    look: () =>
      client.request('list.watch', {
        number: 1,
        criteria: {
          query: '',
          place: null,
          related: null,
          filters: {},
          sort: { column: 'user', direction: 'ascending' },
        },
        scriptNames: {},
        held: null,
        from: 0,
        to: 100,
        followed: [],
        chosen: null,
      }),
    /** What the window was told of the list. */
    updates: () =>
      events
        .filter(([name]) => name === 'list.changed')
        .map(([, payload]) => JSON.parse((payload as Payload<'list.changed'>).json) as ListUpdate),
    of: <E extends EventName>(name: E) =>
      events.filter(([heard]) => heard === name).map(([, payload]) => payload as Payload<E>),
    configure: (
      accounts: AccountConfig[],
      fields: { heartbeatIntervalMs?: number; proxies?: Record<string, string> } = {},
    ) => {
      for (const { id } of accounts) accountIds.add(id)
      return client.request('watch.configure', {
        accounts,
        heartbeatIntervalMs: 10_000,
        proxies: {},
        ...fields,
      })
    },
    set: (fields: { paused?: boolean; suspended?: boolean; muted?: boolean }) =>
      client.request('watch.set', { paused: false, suspended: false, muted: false, ...fields }),
    close() {
      watch.stop()
      channel.port1.close()
      channel.port2.close()
    },
  }
}

describe('the watch thread', () => {
  let t: ReturnType<typeof setUp>
  let provider: FakeProvider
  beforeEach(() => {
    t = setUp()
    provider = createFakeProvider()
    t.prepared.push(provider)
  })
  afterEach(async () => {
    t.close()
    await speak('en')
  })

  /** Account a1 with `online` sessions, seen by a window. */
  async function watching(online = people(2)) {
    provider.lists('s1', online)
    await t.look()
    await t.configure([makeAccount()])
    await t.advance(0)
  }

  describe('roster', () => {
    it('is told as far as the window shows it, then by what changed', async () => {
      await watching()
      expect(await t.ids()).toEqual(['u0', 'u1'])
      expect(t.updates().at(-1)).toMatchObject({ total: 2, count: 2 })
      await t.advance(250)
      expect(
        t
          .updates()
          .filter(({ counts }) => counts)
          .at(-1),
      ).toMatchObject({ counts: { accounts: { a1: 2 } } })
      provider.lists('s1', people(3))
      await t.advance(10_000)
      expect(await t.ids()).toEqual(['u0', 'u1', 'u2'])
      const told = t.updates().flatMap(({ rows }) => rows.map(({ id }) => id))
      expect(told).toEqual(['u0', 'u1', 'u2'])
      expect(t.of('roster.count')).toEqual([{ live: 2 }, { live: 3 }])
    })

    it('sends no more than the window wants', async () => {
      await watching(people(5_001))
      const { count, window, rows } = t.updates().at(-1) ?? {}
      expect(count).toBe(5_001)
      expect(window?.keys).toHaveLength(100)
      expect(rows).toHaveLength(100)
    })

    it('sends no row when nothing changed', async () => {
      await watching()
      const before = t.updates().length
      await t.advance(60_000)
      expect(provider.listed.length).toBeGreaterThan(5)
      const later = t.updates().slice(before)
      expect(later.flatMap(({ rows }) => rows)).toEqual([])
      expect(later.filter(({ window }) => window)).toEqual([])
    })

    it('is not put in order while nobody looks', async () => {
      provider.lists('s1', people(2))
      await t.configure([makeAccount()])
      await t.advance(0)
      expect(t.updates()).toEqual([])
      expect(await t.ids()).toEqual(['u0', 'u1'])
    })
  })

  describe('health', () => {
    it('is listed and told when it changes, with the proof of the latest attempt', async () => {
      await watching()
      provider.fails('s1', refused)
      await t.advance(11_000)
      const latest = t.of('health.changed').at(-1)
      expect(latest?.changed).toMatchObject([
        { key: script, state: 'refused', count: 2, error: refused, evidence: { answer: 'unauthorized' } },
      ])
      expect(await t.client.request('health.list')).toMatchObject({ ok: true, value: latest?.changed })
      expect(await t.ids()).toEqual(['u0', 'u1'])
    })

    it('is told anew in another language, also of what nobody asks', async () => {
      await watching()
      await t.set({ paused: true })
      await t.advance(1_000)
      expect(t.of('health.changed').at(-1)?.changed).toMatchObject([{ summary: 'Paused. Not polling.' }])
      await speak('de')
      t.tellHealth()
      await t.advance(1_000)
      expect(t.of('health.changed').at(-1)?.changed).toMatchObject([
        { summary: 'Angehalten. Es wird nicht gefragt.' },
      ])
    })

    it('says which scopes are gone', async () => {
      await watching()
      await t.configure([])
      await t.advance(1_000)
      expect(t.of('health.changed').at(-1)).toEqual({ changed: [], removed: [script] })
      expect(await t.client.request('health.list')).toEqual(ok([]))
    })

    it('outlives a provider that throws', async () => {
      provider.listSessions = () => Promise.reject(new Error('a secret of somebody'))
      await t.configure([makeAccount()])
      await t.advance(11_000)
      expect(await t.client.request('health.list')).toMatchObject({
        ok: true,
        value: [{ state: 'late', error: { kind: 'internal' } }],
      })
      const lines = JSON.stringify(t.of('log.line'))
      expect(lines).toContain('provider luaauth')
      expect(lines).not.toContain('secret')
    })
  })

  describe('configuration', () => {
    it('leaves an unchanged account running', async () => {
      await watching()
      await t.configure([makeAccount()])
      await t.configure([makeAccount({ label: 'Renamed' })])
      await t.advance(1_000)
      expect(t.providers).toHaveLength(1)
      expect(provider.closed).toBe(false)
      expect(provider.listed).toHaveLength(1)
      expect(t.labels()).toEqual(['Renamed'])
    })

    it.each<[string, Partial<AccountConfig>]>([
      ['credential', { credential: 'another-key' }],
      ['base URL', { baseUrl: 'https://other.example.test' }],
      ['extra headers', { headers: { 'X-Team': 'one' } }],
    ])('restarts an account whose %s changed', async (_field, fields) => {
      await watching()
      const fresh = createFakeProvider()
      fresh.lists('s1', people(1, 'fresh'))
      t.prepared.push(fresh)
      await t.configure([makeAccount(fields)])
      await t.advance(0)
      expect(provider.closed).toBe(true)
      expect(await t.ids()).toEqual(['fresh0'])
    })

    it('replaces the connections under an account whose proxy changed, and nothing else', async () => {
      await watching()
      const key = 'a1:u0'
      let settle = (_result: Result<void>) => {}
      provider.disconnectResult = () => new Promise((resolve) => (settle = resolve))
      const acting = t.client.request('session.disconnect', { key })
      await t.advance(0)
      const heard = t.events.length
      await t.configure([makeAccount()], { proxies: { a1: 'http://proxy.example.test:3128' } })
      await t.configure([makeAccount()], { proxies: { a1: 'http://proxy.example.test:3128' } })
      await t.configure([makeAccount()])
      await t.advance(0)
      expect(t.rerouted).toEqual(['http://proxy.example.test:3128', null])
      expect(t.providers).toHaveLength(1)
      expect(provider.closed).toBe(false)
      expect(await t.ids()).toEqual(['u0', 'u1'])
      expect(t.events.slice(heard)).toEqual([])
      settle(ok(undefined))
      expect(await acting).toMatchObject({ ok: true, value: { outcome: { kind: 'accepted' } } })
    })

    it('asks at once through a new proxy where there was no way before, and says that there was none', async () => {
      await watching()
      for (const kind of ['proxy', 'network', 'dns', 'tls', 'timeout', 'blocked'] as const) {
        const before = t.of('watch.unreachable').length
        provider.fails('s1', { kind, message: 'There is no way.' })
        await t.client.request('heartbeat.now', { accountId: 'a1' })
        await t.advance(0)
        expect(t.of('watch.unreachable').slice(before)).toEqual([{ accountId: 'a1' }])
      }
      // The next heartbeat is under way, and nobody will answer it.
      const { listSessions } = provider
      const stuck: ListOptions[] = []
      provider.listSessions = (_, options) => {
        stuck.push(options)
        return new Promise(() => {})
      }
      await t.client.request('heartbeat.now', { accountId: 'a1' })
      await t.advance(0)
      expect(stuck).toHaveLength(1)
      Object.assign(provider, { listSessions })
      provider.lists('s1', people(2))
      const asked = provider.listed.length
      await t.configure([makeAccount()], { proxies: { a1: 'socks5://proxy.example.test:1080' } })
      await t.advance(0)
      expect(stuck[0]?.signal.aborted).toBe(true)
      expect(provider.listed).toHaveLength(asked + 1)
      expect(await t.client.request('health.list')).toMatchObject({ value: [{ state: 'live' }] })
    })

    it('does not take a refusal for a way that is not there, and asks nobody while paused', async () => {
      await watching()
      provider.fails('s1', refused)
      await t.client.request('heartbeat.now', { accountId: 'a1' })
      await t.advance(0)
      expect(t.of('watch.unreachable')).toEqual([])
      provider.fails('s1', { kind: 'network', message: 'There is no way.' })
      await t.client.request('heartbeat.now', { accountId: 'a1' })
      await t.advance(0)
      await t.set({ paused: true })
      const asked = provider.listed.length
      await t.configure([makeAccount()], { proxies: { a1: 'http://proxy.example.test:3128' } })
      await t.advance(600_000)
      expect(provider.listed).toHaveLength(asked)
    })

    it.each([
      ['removed', []],
      ['disabled', [makeAccount({ enabled: false })]],
    ])('drops the rows of an account that is %s, and asks no more', async (_case, accounts) => {
      await watching()
      await t.configure(accounts)
      await t.advance(60_000)
      expect(await t.ids()).toEqual([])
      expect(provider.closed).toBe(true)
      expect(provider.listed).toHaveLength(1)
      expect(t.of('roster.count').at(-1)).toEqual({ live: 0 })
    })

    it('adds and drops scopes without a new connection', async () => {
      await watching()
      provider.lists('s2', people(1, 'other'))
      const both = [
        { kind: 'script', id: 's1' },
        { kind: 'script', id: 's2' },
      ] as const
      await t.configure([makeAccount({ scopes: [...both] })])
      await t.advance(0)
      expect(await t.ids()).toEqual(['other0', 'u0', 'u1'])
      await t.configure([makeAccount({ scopes: [both[1]] })])
      await t.advance(0)
      expect(await t.ids()).toEqual(['other0'])
      expect(t.providers).toHaveLength(1)
    })

    it('takes a shorter interval at once', async () => {
      await t.configure([makeAccount()], { heartbeatIntervalMs: 600_000 })
      await t.advance(1_000)
      await t.configure([makeAccount()], { heartbeatIntervalMs: 2_000 })
      await t.advance(4_000)
      expect(provider.listed).toHaveLength(4)
    })

    it('never asks more often than every two seconds', async () => {
      await t.configure([makeAccount()], { heartbeatIntervalMs: 1 })
      await t.advance(3_999)
      expect(provider.listed).toHaveLength(2)
    })
  })

  describe('pause, sleep and asking now', () => {
    it.each([
      ['paused', { paused: true }],
      ['suspended', { suspended: true }],
    ])('asks nobody while %s, then each scope quickly', async (_case, state) => {
      await watching()
      await t.set(state)
      await t.client.request('heartbeat.now', { accountId: null })
      await t.advance(600_000)
      expect(provider.listed).toHaveLength(1)
      expect(t.of('health.changed').at(-1)?.changed).toMatchObject([{ state: 'paused', nextAt: null }])
      expect(await t.ids()).toEqual(['u0', 'u1'])
      await t.set({})
      await t.advance(0)
      expect(provider.listed).toHaveLength(2)
    })

    it('starts an account that is added while paused only when that ends', async () => {
      await t.set({ paused: true })
      await t.configure([makeAccount()])
      await t.advance(60_000)
      expect(provider.listed).toHaveLength(0)
      await t.set({})
      await t.advance(0)
      expect(provider.listed).toHaveLength(1)
    })

    it('asks one account at once', async () => {
      const other = createFakeProvider()
      t.prepared.push(other)
      await t.configure([makeAccount(), makeAccount({ id: 'a2' })])
      await t.advance(1_000)
      await t.client.request('heartbeat.now', { accountId: 'a2' })
      await t.advance(0)
      expect([provider.listed.length, other.listed.length]).toEqual([1, 2])
    })
  })

  describe('alerts', () => {
    const titles = () => t.of('alert.raised').map(({ title }) => title)
    const join = async (id: string) => {
      const current = provider.answers.get('s1')
      const online = current?.ok ? current.value.sessions : []
      provider.lists('s1', [...online, makeSession(id, { userName: id })])
      await t.advance(10_000)
    }

    it('name a newcomer, but nobody of the first success', async () => {
      await watching()
      await join('newcomer')
      expect(t.of('alert.raised')).toMatchObject([
        { title: 'newcomer is online', body: 'LuaAuth · Hub One', sessionKeys: ['a1:newcomer'] },
      ])
    })

    it.each([
      [
        'an outage',
        async () => {
          const before = provider.answers.get('s1')
          provider.fails('s1', { kind: 'network', message: 'No connection.' })
          await t.advance(80_000)
          if (before) provider.answers.set('s1', before)
        },
      ],
      [
        'a pause',
        async () => {
          await t.set({ paused: true })
          await t.set({})
        },
      ],
      [
        'sleep',
        async () => {
          await t.set({ suspended: true })
          await t.set({})
        },
      ],
      ['sleep that nobody announced', async () => t.clock.sleep(3_600_000)],
      [
        'disabling and enabling',
        async () => {
          t.prepared.push(provider)
          await t.configure([])
          await t.configure([makeAccount()])
        },
      ],
    ])('are silent on the first success after %s, then speak again', async (_case, interrupt) => {
      await watching()
      const online = people(3)
      await interrupt()
      provider.lists('s1', online)
      await t.advance(20_000)
      expect(await t.ids()).toEqual(['u0', 'u1', 'u2'])
      expect(titles()).toEqual([])
      await join('newcomer')
      expect(titles()).toEqual(['newcomer is online'])
    })

    it('go on after a service asked to wait a little', async () => {
      await watching()
      provider.fails('s1', { kind: 'rate-limited', retryAfterMs: 10_000, message: 'Wait.' })
      await t.advance(10_000)
      provider.lists('s1', people(3))
      await t.advance(10_000)
      expect(titles()).toEqual(['u2 is online'])
    })

    it('take a service that asks to wait for minutes for an outage', async () => {
      await watching()
      provider.fails('s1', { kind: 'rate-limited', retryAfterMs: 60_000, message: 'Wait.' })
      await t.advance(70_000)
      provider.lists('s1', people(3))
      await t.advance(60_000)
      expect(await t.ids()).toEqual(['u0', 'u1', 'u2'])
      expect(titles()).toEqual([])
    })

    it('are silent until a first sweep over several heartbeats is complete', async () => {
      const next = { provider: 'luaauth', state: 1 }
      provider.answers.set('s1', ok(answerOf(people(2), { next })))
      await t.configure([makeAccount()])
      await t.advance(0)
      provider.lists('s1', people(2, 'page'))
      await t.advance(10_000)
      expect(titles()).toEqual([])
      await join('newcomer')
      expect(titles()).toEqual(['newcomer is online'])
    })

    describe('with one script that cannot be read', () => {
      const at = (script: string, ...ids: string[]) =>
        ids.map((id) => makeSession(id, { userName: id, scriptId: script }))
      const lists = (sessions: Session[], isBlind: boolean) => {
        const gap = { scriptId: 'bad', words: 'It is down.', evidence: null, blind: true }
        const lacks = { gaps: [gap], unsure: new Set(['bad']) }
        provider.answers.set('s1', ok(answerOf(sessions, isBlind ? lacks : {})))
        return t.advance(10_000)
      }

      it('go on for the others, and keep its sessions as not seen', async () => {
        await watching([...at('good', 'g0'), ...at('bad', 'b0')])
        await lists(at('good', 'g1'), true)
        expect(titles()).toEqual(['g1 is online'])
        expect(await t.ids()).toEqual(['b0', 'g1'])
        expect((await t.rows()).get('a1:b0')?.missedSince).not.toBeNull()
        await t.advance(200)
        expect(t.of('health.changed').at(-1)?.changed).toMatchObject([
          {
            state: 'partial',
            summary: '2 sessions online; script bad: It is down.',
            gaps: [{ scriptId: 'bad' }],
          },
        ])
        await lists(at('good', 'g1'), false)
        expect(await t.ids()).toEqual(['g1'])
        await t.advance(200)
        expect(t.of('health.changed').at(-1)?.changed).toMatchObject([{ state: 'live', gaps: [] }])
      })

      it('tell who came to it during a moment', async () => {
        await watching(at('good', 'g0'))
        await lists(at('good', 'g0'), true)
        await lists([...at('good', 'g0'), ...at('bad', 'b0')], false)
        expect(titles()).toEqual(['b0 is online'])
      })

      it('take who is found there after a while for no news, and who comes later for some', async () => {
        await watching(at('good', 'g0'))
        for (let beat = 0; beat < 8; beat += 1) await lists(at('good', 'g0'), true)
        await lists([...at('good', 'g0', 'g1'), ...at('bad', 'b0')], false)
        expect(titles()).toEqual(['g1 is online'])
        expect(await t.ids()).toEqual(['b0', 'g0', 'g1'])
        await t.advance(60_000)
        await lists([...at('good', 'g0', 'g1'), ...at('bad', 'b0', 'b1')], false)
        expect(titles()).toEqual(['g1 is online', 'b1 is online'])
      })

      it('are silent about whom it had when watching began', async () => {
        await lists([], true)
        await t.look()
        await t.configure([makeAccount()])
        await t.advance(0)
        await lists(at('bad', 'b0'), false)
        expect(await t.ids()).toEqual(['b0'])
        expect(titles()).toEqual([])
      })
    })

    it('are not raised while muted, nor with the account’s switch off', async () => {
      await watching()
      await t.set({ muted: true })
      await join('muted')
      await t.set({})
      await t.configure([makeAccount({ notify: false })])
      await join('switched-off')
      expect(titles()).toEqual([])
    })
  })

  describe('actions and details', () => {
    it('follow a disconnect from the click to the confirmation', async () => {
      await watching()
      const answer = await t.client.request('session.disconnect', { key: 'a1:u0' })
      expect(answer).toMatchObject({ ok: true, value: { outcome: { kind: 'accepted' } } })
      expect((await t.rows()).get('a1:u0')?.disconnecting).not.toBeNull()
      provider.lists('s1', people(2).slice(1))
      await t.advance(1_000)
      expect(t.of('action.changed').map(({ outcome }) => outcome)).toEqual([
        { kind: 'sending' },
        { kind: 'accepted' },
        { kind: 'gone', afterMs: 1_000 },
      ])
      expect(await t.ids()).toEqual(['u1'])
      expect(await t.client.request('action.about', { key: 'a1:u0' })).toMatchObject({
        ok: true,
        value: [{ target: 'u0', outcome: { kind: 'gone' } }],
      })
    })

    it('confirm nothing by an answer with rows that cannot be read', async () => {
      await watching()
      await t.client.request('session.disconnect', { key: 'a1:u0' })
      const damaged = (sessions: Session[]) =>
        provider.answers.set('s1', ok(answerOf(sessions, { unreadable: 1, unsure: 'everybody' })))
      damaged(people(2).slice(1))
      await t.advance(20_000)
      damaged(people(2))
      await t.advance(25_000)
      expect(await t.ids()).toEqual(['u0', 'u1'])
      expect(t.of('action.changed').at(-1)?.outcome).toEqual({ kind: 'accepted' })
      expect(t.of('health.changed').at(-1)?.changed).toMatchObject([{ state: 'partial', unreadable: 1 }])
      provider.lists('s1', people(2).slice(1))
      await t.advance(20_000)
      expect(t.of('action.changed').at(-1)?.outcome).toMatchObject({ kind: 'gone' })
    })

    it('confirm by a heartbeat that the session is still there', async () => {
      await watching()
      await t.client.request('session.disconnect', { key: 'a1:u0' })
      await t.advance(31_000)
      expect(t.of('action.changed').at(-1)?.outcome).toEqual({ kind: 'still-listed', afterMs: 30_000 })
    })

    it('end, and announce who has the id now, when it was given to somebody else', async () => {
      await watching()
      await t.client.request('session.disconnect', { key: 'a1:u0' })
      provider.lists('s1', [makeSession('u0', { userName: 'Bob' }), makeSession('u1', { userName: 'u1' })])
      await t.advance(1_000)
      expect(t.of('action.changed').at(-1)?.outcome).toEqual({ kind: 'gone', afterMs: 1_000 })
      expect(t.of('alert.raised').map(({ title }) => title)).toEqual(['Bob is online'])
      expect((await t.rows()).get('a1:u0')).toMatchObject({ userName: 'Bob', disconnecting: null })
    })

    it('end, though the list cannot be read for a quarter of an hour', async () => {
      await watching()
      await t.client.request('session.disconnect', { key: 'a1:u0' })
      provider.fails('s1', { kind: 'timeout', message: 'No answer in 15 s.' })
      provider.liveResult = async () => ok(false)
      await t.advance(900_000)
      expect(t.of('action.changed').at(-1)?.outcome).toEqual({ kind: 'gone', afterMs: 50_000 })
      expect((await t.rows()).get('a1:u0')?.disconnecting).toBeNull()
    })

    it('do not take a dropped account for a session that left', async () => {
      await watching()
      await t.client.request('session.disconnect', { key: 'a1:u0' })
      await t.configure([])
      await t.advance(0)
      expect(t.of('action.changed').at(-1)?.outcome).toMatchObject({ kind: 'unknown' })
    })

    it('message a session', async () => {
      await watching()
      const message = { kind: 'handler', handler: 'ping', data: { a: 1 } } as const
      expect(await t.client.request('session.message', { key: 'a1:u1', message })).toMatchObject({
        ok: true,
        value: { outcome: { kind: 'delivered' } },
      })
      expect(provider.sent).toEqual(['u1'])
    })

    it('refuse a message out of bounds before anything is sent', async () => {
      await watching()
      const message = { kind: 'text', text: 'x'.repeat(101) } as const
      expect(await t.client.request('session.message', { key: 'a1:u1', message })).toMatchObject({
        ok: false,
        error: { kind: 'invalid', path: 'message.text' },
      })
      expect(provider.sent).toEqual([])
    })

    it('ask for details once in half a minute', async () => {
      await watching()
      const ask = () => t.client.request('session.details', { key: 'a1:u0' })
      const both = await Promise.all([ask(), ask()])
      expect(both).toEqual([both[0], both[0]])
      expect(provider.detailRequests).toEqual(['u0'])
      await t.advance(30_001)
      await ask()
      expect(provider.detailRequests).toEqual(['u0', 'u0'])
    })

    it('ask for details again after a sleep, and not for ever where the clock is set back', async () => {
      await watching()
      const ask = () => t.client.request('session.details', { key: 'a1:u0' })
      await ask()
      t.clock.jump(8 * 3_600_000)
      await ask()
      expect(provider.detailRequests).toHaveLength(2)
      t.clock.jump(-7_200_000)
      await t.advance(30_001)
      await ask()
      expect(provider.detailRequests).toHaveLength(3)
    })

    it('ask again for details that failed', async () => {
      await watching()
      const { details } = provider
      provider.details = async () => err(refused)
      expect(await t.client.request('session.details', { key: 'a1:u0' })).toEqual(err(refused))
      provider.details = details
      expect(await t.client.request('session.details', { key: 'a1:u0' })).toMatchObject({ ok: true })
    })

    it('say that a session is gone', async () => {
      expect(await t.client.request('session.details', { key: 'a1:u0' })).toMatchObject({
        ok: false,
        error: { kind: 'gone' },
      })
    })
  })

  describe('a connection test', () => {
    it('asks every scope once, counts a session in two once, and closes its provider', async () => {
      provider.lists('s1', people(2))
      provider.answers.set(
        's2',
        ok(
          answerOf(people(3), { next: { provider: 'luaauth', state: 1 }, progress: { done: 3, total: 14 } }),
        ),
      )
      const account = makeAccount({
        scopes: [
          { kind: 'script', id: 's1' },
          { kind: 'script', id: 's2' },
        ],
      })
      expect(await t.client.request('watch.test', { account, proxy: null })).toEqual(
        ok({ sessions: 14, scopes: 2, evidence: 'GET /sessions: 200, 2 sessions' }),
      )
      expect(provider.listed).toHaveLength(2)
      expect(provider.closed).toBe(true)
      expect(await t.ids()).toEqual([])
    })

    it('says why it failed', async () => {
      provider.fails('s1', refused)
      expect(await t.client.request('watch.test', { account: makeAccount(), proxy: null })).toEqual(
        err(refused),
      )
      expect(provider.closed).toBe(true)
    })
  })
})
