import { afterEach, describe, expect, it } from 'vitest'
import { columnIds, columnOf, columns, filterables, filterIds } from '../../../../src/shared/columns/columns'
import { speak } from '../../../../src/shared/text/speak'
import { rosterRow, scopeHealth } from '../../../harness/roster-rows'
import { account } from '../../renderer/account'

const none = new Map<string, string>()

describe('what a column says', () => {
  it('tells names from ids', () => {
    const named = rosterRow('9', { userName: 'wompus', machineName: 'web-1', jobId: 'j' })
    expect(columns.user.isId(named, none)).toBe(false)
    expect(columns.script.isId(named, none)).toBe(false)
    expect(columns.job.isId(named, none)).toBe(true)
    const bare = rosterRow('9', { robloxId: '1', machineId: 'm', universeId: 'u' })
    expect(columns.user.isId(bare, none)).toBe(true)
    expect(columns.script.text(bare, none)).toBe('m')
    expect(columns.script.isId(bare, none)).toBe(true)
    expect(columns.place.text(bare, none)).toBe('u')
  })

  it('calls a script by its name where it has one, in its own account only', () => {
    const names = new Map([['a/48213', 'Autofarm']])
    const row = rosterRow('9', { scriptId: '48213' })
    expect(columns.script.text(row, names)).toBe('Autofarm')
    expect(columns.script.isId(row, names)).toBe(false)
    expect(columns.script.text(row, none)).toBe('48213')
    expect(columns.script.isId(row, none)).toBe(true)
    const other = { ...row, accountId: 'b' }
    expect(columns.script.text(other, names)).toBe('48213')
    expect(columns.script.isId(other, names)).toBe(true)
  })
})

describe('what the rows are filtered by', () => {
  const context = {
    accountLabels: none,
    scriptNames: none,
    scopes: new Map([['a/hub:1', scopeHealth({ lastSuccessAt: 40_000_000 })]]),
    now: 40_060_000,
  }
  const row = rosterRow('1', { startedAt: 40_000_000, lastBeatAt: 1, missedSince: null })
  const passes = (id: (typeof filterIds)[number], ...chosen: string[]) =>
    filterables[id].passes({ kind: 'choice', chosen }, context)(row)

  it('is each column’s own fact', () => {
    expect(passes('started', 'minutes')).toBe(true)
    expect(passes('beat', 'day')).toBe(true)
    expect(passes('beat', 'minutes')).toBe(false)
    expect(passes('seen', 'minutes')).toBe(true)
    expect(passes('state', 'live')).toBe(true)
    expect(passes('account', 'a')).toBe(true)
    expect(passes('provider', 'vsay')).toBe(false)
    // Who has no job is of no chosen one, whatever their age.
    expect(passes('job', 'minutes', 'unknown')).toBe(false)
  })

  it.each(filterIds)('lets everybody through while nothing is chosen: %s', (id) => {
    expect(passes(id)).toBe(true)
  })

  it('offers the services of the accounts, and no state that is on screen for a moment only', () => {
    expect(filterables.provider.choices([account('a')]).map(({ label }) => label)).toEqual(['LuaProt'])
    expect(columns.state.choices([]).map(({ id }) => id)).toEqual(['live', 'disconnecting', 'stale'])
  })
})

it('begins with the latest of a time, and with the first of a name', () => {
  const latest = columnIds.filter((id) => columns[id].firstDirection === 'descending')
  expect(latest).toEqual(['started', 'beat', 'seen'])
})

it('says in a text what each column says of a row', () => {
  const row = rosterRow('1', { userName: 'wompus', robloxId: '7', jobId: 'j', startedAt: 1_000 })
  const context = {
    accountLabels: new Map([['a', 'Hub One']]),
    scriptNames: new Map(),
    scopes: new Map(),
    now: 0,
  }
  expect(columnIds.map((id) => columnOf(id).says(row, context))).toEqual([
    'wompus',
    'Hub One',
    null,
    null,
    'j',
    null,
    '7',
    '1',
    null,
    '1970-01-01T00:00:01.000Z',
    null,
    null,
    expect.any(String),
  ])
})

describe('in another language', () => {
  afterEach(() => speak('en'))

  it('says what a column and its choices are called in that one', async () => {
    const said = () => [
      columns.job.help,
      columnOf('account').label,
      filterables.provider.label,
      columns.state.choices([])[1]?.label,
      columns.started.choiceLabel('longer', []),
      // As the table takes its header over.
      { ...columns.user }.label,
    ]
    expect(said()).toEqual(['The Roblox server', 'Account', 'Service', 'Disconnecting', 'Over 24 h', 'User'])
    await speak('de')
    expect(said()).toEqual([
      'Der Server von Roblox',
      'Konto',
      'Dienst',
      'Wird getrennt',
      'Über 24 h',
      'Nutzer',
    ])
  })
})
