import { Circle } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import {
  arranged,
  mostEntries,
  type PaletteEntry,
  prepared,
} from '../../../../../src/renderer/features/palette/entries'
import { looksLikeId } from '../../../../../src/renderer/features/palette/looks-like-id'

const entry = (id: string, group = 'All', also = ''): PaletteEntry => ({
  id,
  group,
  label: id,
  also,
  icon: Circle,
  run: () => undefined,
})

const found = (entries: readonly PaletteEntry[], query: string, recent: readonly string[] = []) =>
  arranged(prepared(entries), query, recent).map(({ heading, rows }) => [
    heading,
    ...rows.map((row) => row.entry.id),
  ])

describe('the order', () => {
  it('of groups is that of the best in each', () => {
    const entries = [entry('offset', 'A'), entry('reset all', 'A'), entry('settings', 'B'), entry('x', 'C')]
    expect(found(entries, 'set')).toEqual([
      ['B', 'settings'],
      ['A', 'offset', 'reset all'],
    ])
  })

  it('has what was chosen last first among equals, and not before what fits better', () => {
    const entries = [entry('set one'), entry('set two'), entry('offset')]
    expect(found(entries, 'set', ['offset', 'set two'])).toEqual([['All', 'set two', 'set one', 'offset']])
  })

  it('has what is found by its label before what is found by what is not shown', () => {
    expect(found([entry('a', 'All', 'set'), entry('a set')], 'set')).toEqual([['All', 'a set', 'a']])
  })

  it('is of what is named: letters scattered over what is not shown are none', () => {
    expect(found([entry('Machines', 'All', 'section'), entry('See terminals')], 'set')).toEqual([
      ['All', 'See terminals'],
    ])
  })

  it('without a query is that of the entries, after what was chosen, each once', () => {
    const entries = [entry('a', 'A'), entry('b', 'B'), entry('c', 'A')]
    expect(found(entries, ' ', ['c', 'gone'])).toEqual([
      ['Recent', 'c'],
      ['A', 'a'],
      ['B', 'b'],
    ])
  })
})

it('draws no more than there is room for, with a query and without', () => {
  const many = Array.from({ length: 300 }, (_, index) => entry(`row ${index}`))
  for (const query of ['', 'row']) {
    const groups = arranged(prepared(many), query, ['row 299'])
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(mostEntries)
    expect(groups[0]?.rows[0]?.entry.id).toBe('row 299')
  }
})

describe('what looks like an ID', () => {
  it.each([
    '<@!123456789012345678>',
    ' @wompus',
    '“Wompus”',
    '12345',
    'ABCD-1234-EFGH-5678',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
  ])('is %s', (text) => expect(looksLikeId(text)).toBe(true))

  it.each(['', '"', 'settings', 'web-1', 'hub 12', '1234', 'pause watching 1', 'notifications'])(
    'is not %s',
    (text) => expect(looksLikeId(text)).toBe(false),
  )
})
