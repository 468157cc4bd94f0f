import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListOrder } from '../../../../../src/main/watch/lists/order'
import type { ListContext } from '../../../../../src/shared/columns/column'
import type { Criteria } from '../../../../../src/shared/list/criteria'
import type { RosterRow } from '../../../../../src/shared/session'
import { rosterRow, scopeHealth } from '../../../../harness/roster-rows'

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

  it.each([
    ['Straße', 'STRASSE'],
    ['Ｗｏｍｐｕｓ', 'wompus'],
    ['Jose\u0301', 'josé'],
    ['İpek', 'ipek'],
    ['wom\u200bpus', 'wompus'],
  ])('finds %s as it reads, in the search and in the filter of its column', (userName, text) => {
    const rows = [rosterRow('1', { userName }), rosterRow('2', { userName: 'somebody' })]
    expect(ordered(rows, { query: text })).toEqual(['a:1'])
    expect(ordered(rows, { filters: { user: { kind: 'text', text } } })).toEqual(['a:1'])
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

describe('any sequence of patches and wishes', () => {
  const ids = fc.integer({ min: 0, max: 30 }).map(String)
  const row = fc
    .record({
      id: ids,
      accountId: fc.constantFrom('a', 'b'),
      startedAt: fc.option(fc.integer({ min: 0, max: 5 })),
      userName: fc.option(fc.constantFrom('ann', 'Bob', 'zoe')),
      scriptId: fc.constantFrom(null, '48213', '48377'),
      missedSince: fc.option(fc.integer({ min: 0, max: 3 })),
      scopes: fc.subarray(['a/hub:1', 'a/hub:2']),
    })
    .map(({ id, ...fields }) => rosterRow(id, fields))
  const patch = fc.record({
    upserts: fc.uniqueArray(row, { maxLength: 40, selector: ({ key }) => key }),
    removes: fc.array(fc.tuple(fc.constantFrom('a', 'b'), ids), { maxLength: 4 }),
  })
  const sort = fc.record({
    column: fc.constantFrom('user', 'account', 'script', 'started', 'seen', 'state'),
    direction: fc.constantFrom('ascending', 'descending'),
  })
  const filters = fc.constantFrom<Criteria['filters'][]>(
    {},
    { state: { kind: 'choice', chosen: ['stale'] } },
    { script: { kind: 'text', text: 'zeb' } },
    { account: { kind: 'choice', chosen: ['b'] } },
  )
  const wishes = fc.record({
    query: fc.constantFrom('', 'a', 'ann', 'ann hub', 'hub b'),
    place: fc.constantFrom(null, { accountId: 'a', scopeKey: null }),
    filters,
    sort,
  })
  const of = fc
    .record({
      state: fc.constantFrom('live', 'late'),
      lastSuccessAt: fc.integer({ min: 0, max: 5 }),
      names: fc.constantFrom<ListContext['scriptNames'][]>(new Map(), new Map([['a/48213', 'Zebra']])),
      labels: fc.constantFrom(context.accountLabels, new Map([['b', 'Zoo']])),
    })
    .map(({ state, lastSuccessAt, names, labels }) => ({
      now: 1_000_000,
      accountLabels: labels,
      scriptNames: names,
      scopes: new Map([['a/hub:1', scopeHealth({ state, lastSuccessAt })]]),
    }))
  const steps = fc.array(fc.oneof(patch, fc.record({ wishes, of })), { maxLength: 16 })

  it('gives the same list as sorting and matching everything anew', () => {
    fc.assert(
      fc.property(wishes, steps, (first, sequence) => {
        let now = { wishes: first, of: context }
        const order = new ListOrder({ ...criteria, ...first }, context)
        const all = new Map<string, RosterRow>()
        for (const step of sequence) {
          if ('wishes' in step) {
            now = step
            order.change({ ...criteria, ...step.wishes }, step.of)
          } else {
            const gone = step.removes.map(([accountId, id]) => `${accountId}:${id}`)
            for (const key of gone) all.delete(key)
            for (const each of step.upserts) all.set(each.key, each)
            order.patch(step.upserts, gone)
          }
          expect(order.keys).toEqual(ordered([...all.values()], now.wishes, now.of))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('looks for a longer search only among those that the shorter one found', () => {
    let looks = 0
    const nobody = rosterRow('1', { userName: 'bob' })
    const watched = Object.defineProperty({ ...nobody }, 'accountId', {
      get() {
        looks += 1
        return nobody.accountId
      },
    })
    const order = new ListOrder(criteria, context)
    order.patch([watched, rosterRow('2', { userName: 'annika' })], [])
    order.change({ ...criteria, query: 'an' }, context)
    expect(looks).toBeGreaterThan(0)
    looks = 0
    order.change({ ...criteria, query: 'ann luaprot' }, context)
    expect(order.keys).toEqual(['a:2'])
    expect(looks).toBe(0)
    order.change({ ...criteria, query: 'bo' }, context)
    expect(order.keys).toEqual(['a:1'])
  })

  it('searches what a row says now', () => {
    const order = new ListOrder({ ...criteria, query: 'bob' }, context)
    order.patch([rosterRow('1', { userName: 'bob' })], [])
    order.patch([rosterRow('1', { userName: 'bob', jobId: 'elsewhere' })], [])
    order.change({ ...criteria, query: 'elsewhere' }, context)
    expect(order.keys).toEqual(['a:1'])
  })

  it('leaves the list alone where only what is neither sorted nor searched changed', () => {
    const order = new ListOrder({ ...criteria, query: 'ann' }, context)
    order.patch([rosterRow('1', { userName: 'ann' }), rosterRow('2', { userName: 'bob' })], [])
    const before = order.keys
    order.patch([rosterRow('1', { userName: 'ann', jobId: 'elsewhere' })], ['a:nobody'])
    expect(order.keys).toBe(before)
    order.patch([rosterRow('2', { userName: 'anna' })], [])
    expect(order.keys).toEqual(['a:1', 'a:2'])
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
