import { beforeEach, describe, expect, it } from 'vitest'
import { ListWindow } from '../../../../../src/main/watch/lists/list-window'
import { RememberedSessions } from '../../../../../src/main/watch/lists/remembered-sessions'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import { listHandlers } from '../../../../../src/main/watch/requests/lists'
import type { ProviderId } from '../../../../../src/shared/account'
import type { BulkAim } from '../../../../../src/shared/bulk'
import type { Input } from '../../../../../src/shared/contract'
import type { ListUpdate } from '../../../../../src/shared/list/window'
import type { Result } from '../../../../../src/shared/result'
import type { RosterRow, Session } from '../../../../../src/shared/session'
import { createFakeClock } from '../../../../harness/fake-clock'
import { bareSession, rosterRow } from '../../../../harness/roster-rows'

const person = (
  accountId: string,
  provider: ProviderId,
  id: string,
  fields: Partial<Session> = {},
): Session => ({ ...bareSession(accountId, provider, id), userName: id, ...fields })

function setUp() {
  const clock = createFakeClock()
  const roster = new Roster()
  const updates: ListUpdate[] = []
  const list = new ListWindow({
    clock,
    roster,
    readContext: () => ({ accountLabels: new Map(), scopes: new Map() }),
    emit: (update) => updates.push(update),
  })
  const remembered = new RememberedSessions()
  const found = new Map<string, RosterRow>()
  const handlers = listHandlers({
    roster,
    list,
    remembered,
    sessions: { get: (key) => roster.get(key) ?? found.get(key) },
    providerOf: (accountId) => (accountId === 'a' ? 'luaprot' : undefined),
  })
  const lists = (accountId: string, sessions: readonly Session[]) => {
    const change = roster.apply(`${accountId}/hub:1`, {
      sessions,
      at: clock.now(),
      begins: true,
      completes: true,
      sweepsUntilGone: 1,
    })
    if (change) list.rosterChanged(change, true)
  }
  lists('a', [person('a', 'luaprot', 'ann', { scriptId: 's1' }), person('a', 'luaprot', 'bob')])
  lists('b', [person('b', 'luaauth', 'cid', { userId: 'u', machineId: 'm', machineName: 'web-1' })])
  handlers['list.watch']({
    number: 1,
    criteria: {
      query: '',
      place: null,
      related: null,
      filters: {},
      sort: { column: 'user', direction: 'descending' },
    },
    scriptNames: {},
    held: null,
    from: 0,
    to: 10,
    followed: [],
    chosen: null,
  })
  return { clock, handlers, remembered, found, lists, revision: () => updates.at(-1)?.revision ?? 0 }
}

let t: ReturnType<typeof setUp>
beforeEach(() => {
  t = setUp()
})

const value = async <T>(answer: Promise<Result<T>> | Result<T>): Promise<T> => {
  const result = await answer
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Rows of an order by their places. */
const rows = (revision: number, from: number, to: number) => ({
  kind: 'stretch' as const,
  stretch: { revision, from, to },
  except: [],
  also: [],
})

describe('bulk.audience', () => {
  const audience = (aim: BulkAim) => value(t.handlers['bulk.audience']({ aim }))

  it('says how those can be told whom a person chose, and shows one for each kind of message', async () => {
    const aim: BulkAim = { kind: 'sessions', keys: ['b:cid', 'a:bob', 'a:ann'] }
    const { target, kinds, samples } = await audience(aim)
    expect(target).toEqual(aim)
    expect(kinds).toEqual(['text', 'handler'])
    expect(samples.map(({ key }) => key)).toEqual(['a:bob', 'b:cid'])
  })

  it('knows sessions that only a look-up found', async () => {
    t.found.set('a:far', rosterRow('far'))
    expect(await audience({ kind: 'sessions', keys: ['a:far'] })).toMatchObject({
      kinds: ['text'],
      samples: [{ key: 'a:far' }],
    })
  })

  it('remembers everything shown as it was, whoever comes later', async () => {
    const { target } = await audience(rows(t.revision(), 0, 3))
    await t.clock.advance(1_000)
    t.lists('a', [person('a', 'luaprot', 'zoe')])
    if (target.kind !== 'remembered') throw new Error('it is not remembered')
    expect(t.remembered.get(target.name)).toEqual(['b:cid', 'a:bob', 'a:ann'])
  })

  it('refuses an order that nobody knows any more', async () => {
    const answer = await t.handlers['bulk.audience']({ aim: rows(1, 0, 1) })
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  })

  it('remembers everybody of an account', async () => {
    const { target, kinds } = await audience({ kind: 'account', accountId: 'a' })
    if (target.kind !== 'remembered') throw new Error('it is not remembered')
    expect(t.remembered.get(target.name)).toEqual(['a:ann', 'a:bob'])
    expect(kinds).toEqual(['text'])
  })

  it('knows what the service of a scope takes, also while nobody is there', async () => {
    t.lists('a', [])
    const aim: BulkAim = { kind: 'scope', accountId: 'a', scope: { kind: 'hub', id: '1' } }
    expect(await audience(aim)).toEqual({ target: aim, kinds: ['text'], samples: [] })
  })
})

it('forgets whom it remembered after a few choices more', () => {
  const remembered = new RememberedSessions()
  const first = remembered.add(['a:1'])
  expect(remembered.get(first)).toEqual(['a:1'])
  for (let more = 0; more < 4; more++) remembered.add([])
  expect(remembered.get(first)).toBeNull()
})

it('gives keys by their places, rows by their keys, and those of an account', async () => {
  const last = rows(t.revision(), 1, 3)
  expect(await value(t.handlers['list.keys'](last))).toEqual(['a:bob', 'a:ann'])
  const but = { ...last, except: ['a:bob'], also: ['b:cid', 'a:ann'] }
  expect(await value(t.handlers['list.keys'](but))).toEqual(['a:ann', 'b:cid'])
  const ids = async (which: Input<'session.rows'>) =>
    JSON.parse((await value(t.handlers['session.rows'](which))).json).map(({ id }: RosterRow) => id)
  expect(await ids({ kind: 'sessions', keys: ['a:bob', 'a:gone', 'b:cid'] })).toEqual(['bob', 'cid'])
  expect(await ids(but)).toEqual(['ann', 'cid'])
  expect(await ids({ kind: 'account', accountId: 'a' })).toEqual(['ann', 'bob'])
  expect(await t.handlers['list.keys'](rows(1, 0, 1))).toMatchObject({ ok: false })
})

it('counts who is live of those that were chosen', async () => {
  const all = rows(t.revision(), 0, 3)
  t.lists('a', [])
  expect(await value(t.handlers['session.live'](all))).toBe(1)
  expect(await value(t.handlers['session.live']({ kind: 'sessions', keys: ['a:ann', 'b:cid'] }))).toBe(1)
})

it('says what the sessions of an account name, and how many share something', async () => {
  expect(await value(t.handlers['session.names']({ accountId: 'b' }))).toEqual({
    scripts: [],
    machines: [{ id: 'm', name: 'web-1' }],
    users: [{ id: 'u', name: 'cid' }],
  })
  const relation = { id: 'user', field: 'userName', value: 'ANN', of: 'b:cid' } as const
  expect(await value(t.handlers['session.relatives']({ relations: [relation] }))).toEqual([1])
})

it('brings the first who is still there among the rows', async () => {
  expect(await value(t.handlers['list.reveal']({ keys: ['a:gone', 'a:bob', 'a:ann'] }))).toMatchObject({
    row: { id: 'bob' },
    isShown: true,
  })
  expect(await value(t.handlers['list.reveal']({ keys: ['a:gone'] }))).toEqual({ row: null, isShown: false })
})
