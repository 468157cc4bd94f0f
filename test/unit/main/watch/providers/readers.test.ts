import { describe, expect, it } from 'vitest'
import { mostRows, ownId, Reading, readItems, whole } from '../../../../../src/main/watch/providers/readers'

const others = [true, [], {}, [[]], { a: 1 }]

describe('reading', () => {
  it.each([
    ['text', 'wompus', 'wompus'],
    ['text', 42, '42'],
    ['text', '', ''],
    ['id', '', null],
    ['id', 606849621, '606849621'],
    ['number', '42', 42],
    ['number', 1.5, 1.5],
    ['flag', true, true],
    ['flag', 0, false],
    ['flag', '1', true],
  ] as const)('%s of %j', (kind, value, expected) => {
    const reading = new Reading()
    expect(reading[kind](value)).toBe(expected)
    expect(reading.odd.lost).toBe(0)
  })

  it.each(['text', 'id', 'number', 'flag'] as const)(
    '%s of another type reads null and is counted',
    (kind) => {
      const reading = new Reading()
      const values = [...others, 2 ** 60 + 0.5, Number.NaN].filter(
        (value) => !(kind === 'flag' && value === true) && !(kind === 'number' && value === 2 ** 60 + 0.5),
      )
      // An id that was rounded is another customer's.
      for (const value of values) expect(reading[kind](value)).toBeNull()
      expect(reading.odd.lost).toBe(values.length)
      expect([reading[kind](null), reading[kind](undefined)]).toEqual([null, null])
      expect(reading.odd.lost).toBe(values.length)
    },
  )

  it('says in which unit times come, if not in the documented one', () => {
    const reading = new Reading()
    expect(reading.time(1_768_140_224, 'seconds')).toBe(1_768_140_224_000)
    expect(reading.time(0, 'seconds')).toBeNull()
    expect(reading.odd.timesIn).toEqual([])
    expect(reading.time(1_768_140_224_000, 'seconds')).toBe(1_768_140_224_000)
    expect(reading.time('1768140224', 'ISO 8601')).toBe(1_768_140_224_000)
    expect(reading.time('2026-02-06T12:00:00', 'milliseconds')).toBe(Date.UTC(2026, 1, 6, 12))
    expect(reading.odd).toMatchObject({ timesIn: ['milliseconds', 'seconds', 'ISO 8601'], lost: 0 })
    for (const value of [...others, 'just now', -1]) expect(reading.time(value, 'seconds')).toBeNull()
    expect(reading.odd.lost).toBe(others.length + 2)
  })

  it('cuts a name without bound and keeps its characters whole', () => {
    const reading = new Reading()
    expect(reading.text(`${'x'.repeat(498)}👾${'y'.repeat(10_000_000)}`)).toBe(`${'x'.repeat(498)}…`)
    expect(reading.odd.shortened).toBe(1)
  })

  it('takes no id that is missing, rounded or endless', () => {
    for (const value of [null, undefined, '', {}, 1.5, 2 ** 60, 'x'.repeat(501)])
      expect(() => ownId(value)).toThrow()
    expect(ownId(7)).toBe('7')
  })
})

describe('a list', () => {
  const readId = (item: unknown) => ownId(item)

  it('loses only what has no id, and is cut where it has no end', () => {
    const list = ['a', {}, ...Array.from({ length: mostRows }, (_, index) => index)]
    const { items, unreadable, beyond } = readItems(list, readId)
    expect([items.length, unreadable, beyond]).toEqual([mostRows - 1, 1, 2])
  })

  it('that is whole is no empty one where nothing of it can be read', () => {
    expect(() => whole(readItems([{}], readId))).toThrow()
    expect(whole(readItems([], readId))).toMatchObject({ items: [], unreadable: 0 })
  })
})
