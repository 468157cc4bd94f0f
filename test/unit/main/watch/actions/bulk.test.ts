import { beforeEach, describe, expect, it } from 'vitest'
import type { BulkDraft, MessageTemplate } from '../../../../../src/shared/bulk'
import type { AppError } from '../../../../../src/shared/result'
import type { Session } from '../../../../../src/shared/session'
import { wholeLog } from '../../../../harness/action-log'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { makeAccount, makeSession } from '../fakes'
import { type Behave, lost, refused, setUpBulk, tooMany } from './bulk-setup'

const newFile = temporaryFolder()
const hub = { kind: 'hub', id: '40511091490620200512' } as const
const script = { kind: 'script', id: 'S1' } as const
const everything = { kind: 'organisation', id: '*' } as const
const windows = [
  { limit: 20, perMs: 10_000 },
  { limit: 60, perMs: 60_000 },
]
const accounts = {
  p: makeAccount({ id: 'p', provider: 'luaprot', label: 'Main hub', scopes: [hub] }),
  a: makeAccount({ id: 'a', provider: 'luaauth', label: 'Scripts', scopes: [script] }),
  j: makeAccount({ id: 'j', provider: 'junkie', label: 'Junk', scopes: [everything] }),
  v: makeAccount({ id: 'v', provider: 'vsay', label: 'Shells', scopes: [everything] }),
}
type Id = keyof typeof accounts
const people = (accountId: Id, count: number, fields: Partial<Session> = {}) =>
  Array.from({ length: count }, (_, index) =>
    makeSession(`${index}`, {
      accountId,
      key: `${accountId}:${index}`,
      provider: accounts[accountId].provider,
      userName: `user${index}`,
      ...fields,
    }),
  )
const online = [
  ...people('p', 25),
  ...people('a', 230, { userName: null, robloxId: '7' }),
  ...people('j', 3),
  ...people('v', 4),
]
const keys = (accountId: Id, count: number) => people(accountId, count).map(({ key }) => key)
const sessions = (...list: string[]) => ({ kind: 'sessions', keys: list }) as const
const text = (words: string): MessageTemplate => ({ kind: 'text', text: words })
const call: MessageTemplate = { kind: 'handler', handler: 'notice', data: { text: 'Hi {user}' } }
const draft = (fields: Partial<BulkDraft>): BulkDraft => ({
  kind: 'disconnect',
  target: sessions(),
  messages: [],
  waitMs: 0,
  ...fields,
})

let behave: Behave
let setup: ReturnType<typeof open>
const open = () => {
  const follow: Behave = (ids, time) => behave(ids, time)
  return setUpBulk(
    newFile(),
    [
      { account: accounts.p, windows, behave: follow, whole: true },
      { account: accounts.a, windows: [{ limit: 50, perMs: 1_000 }], behave: follow, many: true },
      { account: accounts.j, windows, behave: follow },
      { account: accounts.v, windows, behave: follow },
    ],
    online,
  )
}
const fails =
  (error: AppError | null): Behave =>
  () => ({ error, afterMs: 100 })
const preview = (fields: Partial<BulkDraft>) => {
  const found = setup.bulk.preview(draft(fields))
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

beforeEach(() => {
  behave = fails(null)
  setup = open()
})

describe('a preview', () => {
  it('says whom it reaches, per account, and why it does not reach the others', () => {
    setup.unwatch('v')
    const {
      reached,
      accounts: parts,
      label,
      labelKind,
    } = preview({
      kind: 'message',
      target: sessions(...keys('p', 3), 'p:99', ...keys('a', 2), ...keys('j', 3), ...keys('v', 1)),
      messages: [text('Hello {user}')],
    })
    expect({ reached, label, labelKind }).toEqual({ reached: 3, label: 'Main hub', labelKind: 'name' })
    expect(parts.map(({ label: name, reached: some, unreachable }) => [name, some, unreachable])).toEqual([
      ['Main hub', 3, [{ reason: 'it has already left', count: 1 }]],
      ['Scripts', 0, [{ reason: 'LuaAuth needs a handler call', count: 2 }]],
      ['Junk', 0, [{ reason: 'Junkie can’t message a session', count: 3 }]],
      ['An account that is not watched', 0, [{ reason: 'its account is not watched', count: 1 }]],
    ])
  })

  it('reaches those who are remembered under a name as it reaches the same by their keys', () => {
    const chosen = [...keys('p', 3), 'p:99']
    const target = { kind: 'remembered', name: setup.remembered.add(chosen) } as const
    const { planId: _, ...byName } = preview({ target })
    const { planId: __, ...byKeys } = preview({ target: sessions(...chosen) })
    expect(byName).toEqual(byKeys)
    expect(byName.reached).toBe(3)
    expect(setup.bulk.preview(draft({ target: { kind: 'remembered', name: 'unknown' } }))).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    })
  })

  it('checks the 100 characters after filling in', () => {
    const room = 'x'.repeat(95)
    const reasons = (messages: MessageTemplate[]) =>
      preview({ kind: 'message', target: sessions(...keys('p', 11)), messages }).accounts[0]
    // user0 … user9 fit exactly, user10 does not.
    expect(reasons([text(`${room}{user}`)])).toMatchObject({
      reached: 10,
      unreachable: [{ reason: 'the text has more than 100 characters once filled in', count: 1 }],
    })
    expect(reasons([text(`${'x'.repeat(93)}{{user}}`)])).toMatchObject({ reached: 11 })
    expect(reasons([text('{script} is old')])).toMatchObject({
      reached: 0,
      unreachable: [{ reason: 'LuaProt doesn’t report a script', count: 11 }],
    })
  })

  it('without a message reaches nobody, and each service says why', () => {
    const target = sessions(...keys('p', 1), ...keys('j', 2))
    const { planId, reached, accounts: parts } = preview({ kind: 'message', target })
    expect([reached, ...parts.flatMap(({ unreachable }) => unreachable)]).toEqual([
      0,
      { reason: 'LuaProt needs a text message', count: 1 },
      { reason: 'Junkie can’t message a session', count: 2 },
    ])
    expect(setup.bulk.start({ planId, confirmation: null, reason: null })).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    })
  })

  it('refuses what is no variable', () => {
    const target = sessions(...keys('p', 1))
    expect(
      setup.bulk.preview(draft({ kind: 'message', target, messages: [text('Hi {usr}')] })),
    ).toMatchObject({
      ok: false,
      error: { kind: 'invalid', message: expect.stringContaining('Unknown variable {usr}') },
    })
  })

  it('tells requests and their honest time at the account’s rate', () => {
    const [part] = preview({ target: sessions(...keys('p', 25)) }).accounts
    // 18 of 20 in ten seconds leave at once; a tenth is the heartbeats'.
    expect(part).toMatchObject({ requests: 25, takesMs: 10_250 })
    expect(preview({ target: sessions(...keys('a', 230)) }).accounts[0]).toMatchObject({ requests: 3 })
    const both = preview({
      kind: 'message-disconnect',
      target: sessions(...keys('a', 230)),
      messages: [call],
    })
    expect(both.accounts[0]).toMatchObject({ requests: 233 })
  })

  it('of a hub is one request, and of a text with variables one each', () => {
    const target = { kind: 'scope', accountId: 'p', scope: hub } as const
    const whole = (messages: MessageTemplate[]) => preview({ kind: 'message', target, messages }).accounts[0]
    expect(whole([text('Hello')])).toMatchObject({ whole: true, requests: 1, reached: 25 })
    expect(whole([text('Hello {user}')])).toMatchObject({ whole: false, requests: 25 })
    expect(preview({ target }).accounts[0]).toMatchObject({ whole: true, requests: 1 })
    expect(
      preview({ kind: 'message-disconnect', target, messages: [text('Bye')] }).accounts[0],
    ).toMatchObject({
      whole: true,
      requests: 26,
    })
  })

  it.each([
    ['ten', sessions(...keys('p', 10)), null],
    ['one account', sessions(...keys('p', 11)), 'Main hub'],
    ['several accounts', sessions(...keys('p', 7), ...keys('v', 4)), '11 sessions'],
    ['a scope', { kind: 'scope', accountId: 'p', scope: hub } as const, 'Main hub'],
  ])('asks for a name over ten disconnects: %s', (_case, target, confirmation) => {
    expect(preview({ target }).confirmation).toBe(confirmation)
  })

  it('asks for a hub’s name however few the list shows: one request ends whoever is there by then', () => {
    setup.heartbeat('p', people('p', 2))
    const target = { kind: 'scope', accountId: 'p', scope: hub } as const
    expect(preview({ target })).toMatchObject({ reached: 2, confirmation: 'Main hub' })
    expect(preview({ kind: 'message', target, messages: [text('Hello')] }).confirmation).toBeNull()
    expect(preview({ target: sessions('p:0', 'p:1') }).confirmation).toBeNull()
  })

  it('leaves out who is being disconnected already', async () => {
    setup.begin(draft({ target: sessions('p:0') }))
    await setup.clock.advance(0)
    expect(preview({ target: sessions('p:0', 'p:1') })).toMatchObject({
      reached: 1,
      accounts: [{ unreachable: [{ reason: 'already disconnecting', count: 1 }] }],
    })
  })
})

describe('starting', () => {
  it('wants the name typed, knows only plans, and starts one once', async () => {
    const { planId } = preview({ target: sessions(...keys('p', 11)) })
    const start = (confirmation: string | null) => setup.bulk.start({ planId, confirmation, reason: null })
    expect(start(null)).toMatchObject({ ok: false, error: { kind: 'invalid', path: 'confirmation' } })
    expect(start('main hub')).toMatchObject({ ok: false })
    expect(setup.log.search(wholeLog)).toMatchObject({ ok: true, value: { total: 0 } })
    expect(start(' Main hub ')).toMatchObject({ ok: true, value: { id: planId, label: 'Main hub' } })
    expect(start('Main hub')).toMatchObject({ ok: true, value: { id: planId } })
    await setup.clock.advance(60_000)
    expect(setup.hits('p')).toHaveLength(11)
    expect(setup.bulk.start({ planId: 'x', confirmation: null, reason: null })).toMatchObject({
      error: { kind: 'not-found' },
    })
  })

  it('records everybody with the reason before anything leaves', () => {
    const id = setup.begin(draft({ target: sessions('p:0', 'p:1') }), 'maintenance')
    expect(setup.hits('p')).toEqual([])
    const page = setup.log.ofBatch(id)
    expect(
      page.ok && page.value.map(({ outcome, reason, batchId }) => [outcome.kind, reason, batchId]),
    ).toEqual([
      ['planned', 'maintenance', id],
      ['planned', 'maintenance', id],
    ])
  })

  it('keeps what it says as it was written, for whoever asks again, and in the log', async () => {
    const id = setup.begin(
      draft({ kind: 'message', target: sessions('p:0'), messages: [text('Hello {user}')] }),
    )
    await setup.clock.advance(60_000)
    expect(setup.items(id)).toMatchObject([{ sent: 'Hello user0' }])
    expect(setup.bulk.messages(id)).toEqual({ ok: true, value: [text('Hello {user}')] })
    expect(setup.bulk.messages('another')).toEqual({ ok: true, value: [] })
  })

  it('sends nothing where it cannot be recorded', async () => {
    const { planId } = preview({ target: sessions('p:0') })
    setup.history.use((database) => database.script('DROP TABLE batches'))
    expect(setup.bulk.start({ planId, confirmation: null, reason: null })).toMatchObject({
      error: { kind: 'internal' },
    })
    await setup.clock.advance(60_000)
    expect(setup.hits('p')).toEqual([])
  })

  it('leaves who left meanwhile alone, and nobody else is reached', async () => {
    const { planId } = preview({ target: sessions('p:0', 'p:1', 'p:2') })
    setup.heartbeat('p', people('p', 2))
    setup.bulk.start({ planId, confirmation: null, reason: null })
    await setup.clock.advance(1_000)
    expect(setup.hits('p').map(({ ids }) => ids)).toEqual([['0'], ['1']])
    expect(setup.items(planId).map(({ outcome }) => outcome)).toEqual([
      { kind: 'accepted' },
      { kind: 'accepted' },
      { kind: 'unsent', reason: 'had already left' },
    ])
  })
})

describe('under way', () => {
  it('disconnects many at LuaAuth by their ids, a hundred at a time, and heartbeats confirm each', async () => {
    const id = setup.begin(draft({ target: sessions(...keys('a', 230)) }))
    await setup.clock.advance(1_000)
    expect(setup.hits('a').map(({ what, ids }) => [what, ids.length])).toEqual([
      ['disconnect many', 100],
      ['disconnect many', 100],
      ['disconnect many', 30],
    ])
    setup.heartbeat('a', people('a', 1, { userName: null }))
    expect(setup.batch(id).counts).toMatchObject({ total: 230, done: 230 })
    expect(new Set(setup.outcomes(id))).toEqual(new Set(['gone', 'accepted']))
  })

  it('messages LuaAuth one by one, filled in for each', async () => {
    const id = setup.begin(draft({ kind: 'message', target: sessions(...keys('a', 3)), messages: [call] }))
    await setup.clock.advance(1_000)
    expect(setup.hits('a').map(({ what, ids }) => [what, ids])).toEqual([
      ['message notice', ['0']],
      ['message notice', ['1']],
      ['message notice', ['2']],
    ])
    expect(setup.items(id).map(({ sent }) => sent)).toEqual(Array(3).fill('notice({"text":"Hi 7"})'))
  })

  it('reaches a whole hub by one request, with a result for each that was listed', async () => {
    const target = { kind: 'scope', accountId: 'p', scope: hub } as const
    const told = setup.begin(draft({ kind: 'message', target, messages: [text('Hello')] }))
    await setup.clock.advance(1_000)
    const cut = setup.begin(draft({ target }))
    await setup.clock.advance(1_000)
    expect(setup.hits('p').map(({ what }) => what)).toEqual(['message all Hello', 'disconnect all'])
    expect(setup.outcomes(told)).toEqual(Array(25).fill('delivered'))
    expect(setup.outcomes(cut)).toEqual(Array(25).fill('accepted'))
    setup.heartbeat('p', [])
    expect(setup.outcomes(cut)).toEqual(Array(25).fill('gone'))
  })

  it('sends again what was answered 429, at most three times', async () => {
    behave = (ids, time) => ({ error: ids[0] === '0' || time < 3 ? tooMany(1_000) : null, afterMs: 50 })
    const id = setup.begin(draft({ target: sessions('p:0', 'p:1') }))
    await setup.live(120_000)
    expect(setup.items(id).map(({ outcome }) => outcome.kind)).toEqual(['failed', 'gone'])
    expect(setup.hits('p').filter(({ ids }) => ids[0] === '0')).toHaveLength(4)
    expect(setup.hits('p').filter(({ ids }) => ids[0] === '1')).toHaveLength(3)
  })

  it('goes on soon after a sleep that was longer than the pause that a 429 asked for', async () => {
    behave = (_ids, time) => ({ error: time === 1 ? tooMany(3_600_000) : null, afterMs: 50 })
    const id = setup.begin(draft({ target: sessions('p:0') }))
    await setup.clock.advance(60_000)
    expect(setup.outcomes(id)).toEqual(['planned'])
    // A machine that sleeps stops its monotonic clock.
    setup.clock.jump(8 * 3_600_000)
    await setup.clock.advance(60_000)
    expect(setup.outcomes(id)).toEqual(['accepted'])
  })

  it('says unknown where no answer came, and goes on with the others', async () => {
    behave = (ids) => ({ error: ids[0] === '0' ? lost : null, afterMs: 100 })
    const id = setup.begin(draft({ target: sessions('p:0', 'p:1') }))
    await setup.clock.advance(1_000)
    expect(setup.outcomes(id)).toEqual(['unknown', 'accepted'])
    expect(setup.hits('p')).toHaveLength(2)
  })

  it('stops asking an account whose key is refused', async () => {
    behave = fails({ kind: 'unauthorized', message: 'Wrong key.' })
    const id = setup.begin(draft({ target: sessions(...keys('p', 25)) }))
    await setup.clock.advance(120_000)
    expect(setup.hits('p').length).toBeLessThanOrEqual(4)
    expect(setup.batch(id)).toMatchObject({
      state: 'done',
      counts: { failed: setup.hits('p').length, planned: 0 },
    })
    expect(setup.items(id).at(-1)?.outcome).toMatchObject({ kind: 'unsent' })
  })

  it('does not disconnect twice who is being disconnected by a click', async () => {
    behave = () => ({ error: null, afterMs: 5_000 })
    const id = setup.begin(draft({ target: sessions(...keys('p', 25)) }))
    await setup.clock.advance(1_000)
    const late = setup.begin(draft({ target: sessions('p:24') }))
    const blocked = setup.batch(id)
    expect(blocked.remainingMs).toBeGreaterThan(0)
    await setup.clock.advance(60_000)
    expect(
      [setup.outcomes(id), setup.outcomes(late)].flat().filter((kind) => kind === 'unsent'),
    ).toHaveLength(1)
    expect(setup.hits('p').filter(({ ids }) => ids[0] === '24')).toHaveLength(1)
  })

  it('tells of itself a few times a second, not at every request', async () => {
    setup.begin(draft({ kind: 'message', target: sessions(...keys('a', 200)), messages: [call] }))
    await setup.clock.advance(10_000)
    expect(setup.hits('a')).toHaveLength(200)
    expect(setup.batches.length).toBeLessThan(40)
    expect(setup.batches.at(-1)).toMatchObject({ state: 'done', counts: { done: 200 } })
  })
})

describe('message, wait, disconnect', () => {
  const begin = () =>
    setup.begin(
      draft({
        kind: 'message-disconnect',
        target: { kind: 'scope', accountId: 'p', scope: hub },
        messages: [text('Bye')],
        waitMs: 60_000,
      }),
    )

  it('tells everybody, counts down, and disconnects exactly those who were told and are still there', async () => {
    const id = begin()
    const first = setup.clock.now()
    await setup.clock.advance(1_000)
    expect(setup.batch(id)).toMatchObject({ state: 'counting', disconnectAt: first + 60_100 })
    setup.heartbeat('p', [
      ...people('p', 5),
      makeSession('new', { accountId: 'p', key: 'p:new', provider: 'luaprot' }),
    ])
    await setup.clock.advance(120_000)
    expect(setup.hits('p').map(({ what, ids }) => [what, ids.join()])).toEqual([
      ['message all Bye', ''],
      ...[0, 1, 2, 3, 4].map((index) => ['disconnect', `${index}`]),
    ])
    expect(setup.batch(id)).toMatchObject({ state: 'done', counts: { total: 50, done: 30, unsent: 20 } })
  })

  it('counts down by elapsed time, and says when by the wall clock as it is set', async () => {
    const id = begin()
    await setup.clock.advance(1_000)
    const { disconnectAt } = setup.batch(id)
    setup.clock.jump(-7_200_000)
    expect(setup.batch(id)).toMatchObject({
      state: 'counting',
      disconnectAt: (disconnectAt ?? 0) - 7_200_000,
    })
    await setup.clock.advance(60_000)
    expect(setup.hits('p').filter(({ what }) => what === 'disconnect').length).toBeGreaterThan(5)
  })

  it('can be cancelled while it counts, or cut short', async () => {
    const cancelled = begin()
    await setup.clock.advance(1_000)
    setup.bulk.control({ id: cancelled, command: 'cancel-disconnect' })
    await setup.clock.advance(120_000)
    expect(setup.batch(cancelled)).toMatchObject({ state: 'stopped', counts: { done: 25, unsent: 25 } })
    expect(setup.hits('p')).toHaveLength(1)
    const cut = begin()
    await setup.clock.advance(1_000)
    setup.bulk.control({ id: cut, command: 'disconnect-now' })
    await setup.clock.advance(1_000)
    expect(setup.hits('p').filter(({ what }) => what === 'disconnect').length).toBeGreaterThan(5)
  })

  it('paused at the end of its message does not begin to count until it is resumed', async () => {
    const id = begin()
    setup.bulk.control({ id, command: 'pause' })
    await setup.clock.advance(200_000)
    expect(setup.batch(id).state).toBe('paused')
    setup.bulk.control({ id, command: 'resume' })
    await setup.clock.advance(1_000)
    expect(setup.batch(id).state).toBe('counting')
  })
})

describe('after its end', () => {
  it('follows what heartbeats tell: refused and still listed are failed', async () => {
    behave = (ids) => ({ error: ids[0] === '0' ? refused : null, afterMs: 10 })
    const id = setup.begin(draft({ target: sessions('p:0', 'p:1') }))
    await setup.clock.advance(90_001)
    setup.heartbeat('p', people('p', 25))
    expect(setup.outcomes(id)).toEqual(['failed', 'still-listed'])
    await setup.clock.advance(1_000)
    expect(setup.batch(id)).toMatchObject({ state: 'done', counts: { failed: 2, done: 0 } })
  })
})
