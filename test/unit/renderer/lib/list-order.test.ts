import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Criteria, type ListContext, ListOrder } from '../../../../src/renderer/lib/list-order'
import type { RosterRow } from '../../../../src/shared/session'
import { rosterRow, scopeHealth } from '../../../harness/roster-rows'

const criteria: Criteria = {
  query: '',
  place: null,
  related: null,
  filters: {},
  sort: { column: 'started', direction: 'descending' },
}
const context: ListContext = {
  accountLabels: new Map([
    ['a', 'Hub One'],
    ['b', 'Ops'],
  ]),
  scriptNames: new Map(),
  scopes: new Map([['a/hub:1', scopeHealth()]]),
  now: 1_000_000,
}

function ordered(
  rows: readonly RosterRow[],
  wishes: Partial<Criteria> = {},
  of = context,
): readonly string[] {
  const order = new ListOrder({ ...criteria, ...wishes }, of)
  order.patch(rows, [])
  return order.keys
}

describe('names of scripts', () => {
  const names = new Map([
    ['a/48213', 'Zebra'],
    ['a/48377', 'Autofarm'],
  ])
  const rows = [rosterRow('1', { scriptId: '48213' }), rosterRow('2', { scriptId: '48377' })]
  const named = { ...context, scriptNames: names }
  const sort = { column: 'script', direction: 'ascending' } as const

  it('are found by search and filter, and so are the ids behind them', () => {
    for (const text of ['zebra', '48213']) {
      expect(ordered(rows, { query: text }, named)).toEqual(['a:1'])
      expect(ordered(rows, { filters: { script: { kind: 'text', text } } }, named)).toEqual(['a:1'])
    }
    expect(ordered(rows, { query: 'zebra' })).toEqual([])
  })

  it('are not looked at where one script is chosen by its whole id', () => {
    const alike = [...rows, rosterRow('3', { scriptId: '482130' }), rosterRow('4', { scriptId: null })]
    const script = { kind: 'choice', chosen: ['48213'] } as const
    expect(ordered(alike, { filters: { script } }, named)).toEqual(['a:1'])
  })

  it('sort, and sort and match again when they change', () => {
    expect(ordered(rows, { sort })).toEqual(['a:1', 'a:2'])
    expect(ordered(rows, { sort }, named)).toEqual(['a:2', 'a:1'])
    const order = new ListOrder({ ...criteria, sort, query: 'autofarm' }, context)
    order.patch(rows, [])
    expect(order.keys).toEqual([])
    order.change({ ...criteria, sort, query: 'autofarm' }, named)
    expect(order.keys).toEqual(['a:2'])
    order.change({ ...criteria, sort }, named)
    expect(order.keys).toEqual(['a:2', 'a:1'])
  })
})

describe('order', () => {
  it('sorts what the service does not say last, whichever way', () => {
    const rows = [rosterRow('none'), rosterRow('old', { startedAt: 1 }), rosterRow('new', { startedAt: 9 })]
    expect(ordered(rows)).toEqual(['a:new', 'a:old', 'a:none'])
    expect(ordered(rows, { sort: { column: 'started', direction: 'ascending' } })).toEqual([
      'a:old',
      'a:new',
      'a:none',
    ])
  })

  it('sorts names without regard to case', () => {
    const rows = ['bob', 'Alice', 'carol'].map((userName) => rosterRow(userName, { userName }))
    expect(ordered(rows, { sort: { column: 'user', direction: 'ascending' } })).toEqual([
      'a:Alice',
      'a:bob',
      'a:carol',
    ])
  })

  it('sorts again by health when the scopes change, and only where health decides', () => {
    const rows = [rosterRow('1', { scopes: ['a/hub:1'] }), rosterRow('2', { scopes: ['a/hub:2'] })]
    const sort = { column: 'seen', direction: 'descending' } as const
    const order = new ListOrder({ ...criteria, sort }, context)
    order.patch(rows, [])
    expect(order.keys).toEqual(['a:1', 'a:2'])
    const later = scopeHealth({ key: 'a/hub:2', lastSuccessAt: 5_000 })
    order.change(
      { ...criteria, sort },
      { ...context, scopes: new Map([...context.scopes, ['a/hub:2', later]]) },
    )
    expect(order.keys).toEqual(['a:2', 'a:1'])
  })

  it('keeps the same array while nothing changes, so that nothing renders', () => {
    const order = new ListOrder(criteria, context)
    order.patch([rosterRow('1')], [])
    const before = order.keys
    order.change({ ...criteria }, { ...context, scopes: new Map() })
    order.patch([], [])
    expect(order.keys).toBe(before)
  })
})

describe('search and filters', () => {
  it.each([
    'userName',
    'robloxId',
    'scriptId',
    'machineName',
    'jobId',
    'userKey',
    'hwid',
    'ipAddress',
  ] as const)('finds what %s holds', (field) => {
    const rows = [rosterRow('1', { [field]: 'The-Needle' }), rosterRow('2', { [field]: 'hay' })]
    expect(ordered(rows, { query: 'needle' })).toEqual(['a:1'])
  })

  it('wants every term, each in any field, and knows the account’s label', () => {
    const rows = [
      rosterRow('1', { userName: 'wompus', scriptId: 'Autofarm' }),
      rosterRow('2', { userName: 'wompus' }),
    ]
    expect(ordered(rows, { query: ' WOMPUS auto ' })).toEqual(['a:1'])
    expect(ordered(rows, { query: 'hub' })).toHaveLength(2)
    expect(ordered(rows, { query: 'ops' })).toEqual([])
  })

  it('does not match across two fields', () => {
    expect(ordered([rosterRow('1', { userName: 'ab', robloxId: 'cd' })], { query: 'abcd' })).toEqual([])
  })

  it('narrows to an account and to a scope of it', () => {
    const rows = [
      rosterRow('1'),
      rosterRow('2', { scopes: ['a/hub:1', 'a/key:k'] }),
      rosterRow('3', { accountId: 'b' }),
    ]
    expect(ordered(rows, { place: { accountId: 'a', scopeKey: null } })).toEqual(['a:1', 'a:2'])
    expect(ordered(rows, { place: { accountId: 'a', scopeKey: 'a/key:k' } })).toEqual(['a:2'])
  })

  it('narrows to the sessions that share something with one', () => {
    const rows = [rosterRow('1'), rosterRow('2', { hwid: 'H' }), rosterRow('3', { hwid: 'h' })]
    const related = { id: 'hwid', field: 'hwid', value: 'H', of: 'a:1' } as const
    expect(ordered(rows, { related })).toEqual(['a:1', 'a:2'])
    const order = new ListOrder(criteria, context)
    order.patch(rows, [])
    order.change({ ...criteria, related }, context)
    expect(order.keys).toEqual(['a:1', 'a:2'])
  })

  it('filters by state, by account, by text and by age', () => {
    const rows = [
      rosterRow('live', { scriptId: 'Autofarm', startedAt: context.now - 1_000 }),
      rosterRow('stale', { missedSince: 5, scriptId: 'other', startedAt: context.now - 90_000_000 }),
      rosterRow('ops', { accountId: 'b' }),
    ]
    const by = (filters: Criteria['filters']) => ordered(rows, { filters })
    expect(by({ state: { kind: 'choice', chosen: ['stale'] } })).toEqual(['a:stale'])
    expect(by({ account: { kind: 'choice', chosen: ['b'] } })).toEqual(['b:ops'])
    expect(by({ script: { kind: 'text', text: 'FARM' } })).toEqual(['a:live'])
    expect(by({ started: { kind: 'choice', chosen: ['longer', 'unknown'] } })).toEqual(['a:stale', 'b:ops'])
  })
})

describe('patches', () => {
  const ids = fc.integer({ min: 0, max: 12 }).map(String)
  const rows = fc.record({
    id: ids,
    startedAt: fc.option(fc.integer({ min: 0, max: 5 })),
    name: fc.constantFrom('ann', 'bob'),
  })
  const patches = fc.array(
    fc.record({ upserts: fc.array(rows, { maxLength: 6 }), removes: fc.array(ids, { maxLength: 3 }) }),
    {
      maxLength: 12,
    },
  )

  it('give the same list as sorting everything anew', () => {
    fc.assert(
      fc.property(patches, fc.constantFrom('', 'ann'), (steps, query) => {
        const order = new ListOrder({ ...criteria, query }, context)
        const all = new Map<string, RosterRow>()
        for (const { upserts, removes } of steps) {
          const fresh = new Map(
            upserts.map(({ id, startedAt, name }) => [
              `a:${id}`,
              rosterRow(id, { startedAt, userName: name }),
            ]),
          )
          const gone = removes.map((id) => `a:${id}`).filter((key) => !fresh.has(key))
          for (const key of gone) all.delete(key)
          for (const [key, row] of fresh) all.set(key, row)
          order.patch(fresh.values(), gone)
        }
        expect(order.keys).toEqual(ordered([...all.values()], { query }))
      }),
    )
  })
})

describe('the provider filter', () => {
  it('lets through whom one of the chosen providers lists', () => {
    const rows = [
      rosterRow('1'),
      rosterRow('2', { provider: 'vsay' }),
      rosterRow('3', { provider: 'junkie' }),
    ]
    const chosen = ['vsay', 'junkie']
    expect(ordered(rows, { filters: { provider: { kind: 'choice', chosen } } })).toEqual(['a:2', 'a:3'])
  })
})
