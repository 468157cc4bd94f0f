import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListMemory } from '../../../../../src/main/watch/providers/list-memory'
import {
  fields,
  type ListReader,
  listReader,
  mostRows,
  ownId,
  type Reading,
  readItems,
} from '../../../../../src/main/watch/providers/readers'

type Row = { id: string; name: string | null; at: number | null }

const readRow = (item: unknown, read: Reading): Row => {
  const from = fields(item)
  return { id: ownId(from.id), name: read.text(from.name), at: read.time(from.at, 'seconds') }
}
const listOf = (answer: unknown): unknown => fields(answer).rows

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    name: `n${index}`,
    at: 1_700_000_000 + index,
  }))

const more = (count: number) => rows(count).map((row) => ({ ...row, id: `new ${row.id}` }))

/** What a reader without a memory makes of a body, or that it makes nothing of it. */
function read(body: Buffer, reader: ListReader<Row>): unknown {
  const answer = reader.decode(Buffer.from(body))
  try {
    const items = reader.items(answer)
    return [{ ...fields(answer), rows: null }, items]
  } catch {
    return answer
  }
}
const plainly = (body: Buffer) => read(body, listReader(listOf, readRow))
const byMemory = (memory: ListMemory<Row>, body: Buffer) => read(body, memory)

/** Reads bodies in turn, and counts the items that were read in each. */
function counting() {
  let count = 0
  const memory = new ListMemory<Row>(listOf, (item, reading) => {
    count += 1
    return readRow(item, reading)
  })
  return (value: unknown) => {
    count = 0
    const items = memory.items(memory.decode(bytes(value))).items
    return { items, count }
  }
}

describe('a list that is asked for again', () => {
  it('is the very same where nothing changed, and nothing of it is read', () => {
    const ask = counting()
    const first = ask({ success: true, rows: rows(500) })
    const second = ask({ success: true, rows: rows(500) })
    expect([first.count, second.count]).toEqual([500, 0])
    expect(second.items.every((item, index) => item === first.items[index])).toBe(true)
  })

  type Rows = ReturnType<typeof rows>
  const changed = (all: Rows, at: number) =>
    all.map((row, index) => (index === at ? { ...row, name: 'x' } : row))
  const without = (all: Rows, from: number, count: number) => [
    ...all.slice(0, from),
    ...all.slice(from + count),
  ]
  const cases: [string, (all: Rows) => Rows, number][] = [
    ['one changed', (all) => changed(all, 250), 1],
    ['one left', (all) => without(all, 250, 1), 0],
    ['three left in a row', (all) => without(all, 250, 3), 0],
    ['one came in between', (all) => [...all.slice(0, 250), ...more(1), ...all.slice(250)], 1],
    ['ten came at the front', (all) => [...more(10), ...all], 10],
    [
      'fifty changed in a row',
      (all) => all.map((row, at) => (at >= 100 && at < 150 ? { ...row, name: 'x' } : row)),
      50,
    ],
    ['every tenth changed', (all) => all.map((row, at) => (at % 10 === 0 ? { ...row, name: 'x' } : row)), 50],
    ['twenty left in a row, few', (all) => without(all, 250, 20), 8],
    ['one left and another changed', (all) => changed(without(all, 100, 1), 300), 1],
  ]
  it.each(cases)('reads only what is new where %s', (_, change, count) => {
    const ask = counting()
    ask({ success: true, rows: rows(500) })
    const next = change(rows(500))
    expect(ask({ success: true, rows: next }).count).toBe(count)
    expect(ask({ success: true, rows: next })).toEqual({ items: plainItems(next), count: 0 })
  })

  it('tells items apart where a text or an inner list holds what separates them', () => {
    const ask = counting()
    const tricky = rows(5).map((row) => ({ ...row, name: 'a},{"b', more: [{ id: 'x},{' }, { id: ',"' }] }))
    expect(ask({ rows: tricky }).count).toBe(5)
    expect(ask({ rows: tricky.slice(1) })).toEqual({ items: plainItems(tricky.slice(1)), count: 0 })
  })

  it.each([49, 50, 97, 98, 99, 150])('reads the same of an item that is nested %d levels deep', (levels) => {
    const memory = new ListMemory(listOf, readRow)
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
    for (const end of [deep, `${deep}x`, deep.slice(1)]) {
      const body = bytes(`{"rows":[{"id":"a"},{"id":"b","x":${end}},{"id":"c"}]}`)
      for (let time = 0; time < 2; time += 1) expect(byMemory(memory, body)).toEqual(plainly(body))
    }
  })

  it('reads a list with more items than may be as any other', () => {
    const memory = new ListMemory(listOf, readRow)
    const body = bytes(
      `{"rows":[${Array(mostRows + 1)
        .fill('{"id":1}')
        .join()}]}`,
    )
    expect(memory.items(memory.decode(body))).toMatchObject({ items: { length: mostRows }, beyond: 1 })
  })

  it('keeps what was odd about an item that is not read again', () => {
    const memory = new ListMemory(listOf, readRow)
    const odd = [...rows(3), { id: 'odd', name: {}, at: 1_700_000_000_000 }, { name: 'no id' }]
    for (let time = 0; time < 3; time += 1) {
      const moved = [...rows(time), ...odd]
      expect(byMemory(memory, bytes({ rows: moved }))).toEqual(plainly(bytes({ rows: moved })))
    }
  })

  it.each([
    '{"rows":[]}',
    '{"rows":null}',
    '{"rows":[{"id":"a"}, {"id":"b"}]}',
    '{"rows": [ {"id":"a"} ] }',
    '{"rows":[{"id":"a},{\\"id"},{"id":"b"}]}',
    '{"rows":[{"id":"a","more":[{"id":"x"},{"id":"y"}]},{"id":"b"}]}',
    '{"more":[{"id":"x"},{"id":"y"}],"rows":[{"id":"a"},{"id":"b"}]}',
    '{"rows":[{"id":"a"},{"id":"b"}],"more":[{"id":"x"}]}',
    '{"rows":[{"id":"a"}],"rows":[]}',
    '{"rows":[{"id":"a"},{"id":"b"}',
    '{"rows":[{"id":"a"},{"id":"b"}]',
    '{"note":"[{"id":"a"}]"}',
    '{"rows":[],"note":"x[{"id":"a"}]"}',
    '{"rows":[{"id":"a"}]{"id":"b"}]}',
    '{"rows":[{"id":"a"},5,{"id":"b"}]}',
    '{"rows":[{"id":"x},{","c":1}, {"id":"b"}]}',
    '{"rows":[{"id":"a"},"x},{",{"id":"b"}]}',
    '{"rows":[{"id":"a"},{"id":"b"},]}',
    '{"rows":[{"id":"a"},{"id":"b"}]}]}',
    '{"rows":[{"id":"a"},{"id":"b"},{}]}',
    '{"rows":[{"id":"a","x":"},{"},5]}',
    '{"rows":[{"id":"a","x":"},{"}],[{"id":"b"}]}',
    '{"rows":[{"id":"a","x":{}},{"id":"b"}]}',
    '{"rows":[{"id":"a","x":{},"y":"},{"},5,6]}',
    '{"rows":[{"id":"a"},[{"id":"b"}],{"id":"c"}]}',
    '{"rows":[{"id":"ä"},{"id":"日本"},{"id":"c"}]}',
    '{"rows":[{"id":"a"},{"id":"\ud83d\ude00"}]}',
    '\ufeff{"rows":[{"id":"ä"},{"id":"b"}]}',
    '[{"id":"a"}]',
    '<html>',
    '',
  ])('reads as any other where it does not cut cleanly: %s', (text) => {
    const memory = new ListMemory(listOf, readRow)
    for (const before of ['{"rows":[{"id":"a"},{"id":"b"}]}', text, text])
      expect(byMemory(memory, bytes(before))).toEqual(plainly(bytes(before)))
  })

  it.each([
    ['are flat', {}],
    ['are not ASCII', { name: 'ä日' }],
    ['hold braces in a text', { name: 'a},{b' }],
    ['hold brackets in a text', { name: '[x]' }],
    ['hold objects', { more: { id: 'x' } }],
    ['hold lists', { more: [[1], [2]] }],
    ['are nested deep', { more: JSON.parse(`${'['.repeat(99)}${']'.repeat(99)}`) as unknown }],
  ])('reads the same of thousands of items of which some %s, at first and again', (_, part) => {
    for (const every of [1, 7, 1_500, 5_000]) {
      const list = rows(4_000).map((row, index) => (index % every === 0 ? { ...row, ...part } : row))
      const memory = new ListMemory(listOf, readRow)
      for (const next of [list, list.slice(3), [...more(2_000), ...list]])
        expect(byMemory(memory, bytes({ rows: next }))).toEqual(plainly(bytes({ rows: next })))
    }
  })

  it('reads the same as without a memory, whatever comes in turn', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const tricky = fc.constantFrom('},{"', '},', '{', '[', '}]', '[{"', '"', '\\', '{"id":"a"}', 'x')
    const name = fc.oneof(
      tricky,
      fc.array(tricky).map((parts) => parts.join('')),
      value,
    )
    const row = fc.record(
      { id: fc.oneof(fc.nat(9), value), name, at: fc.oneof(fc.nat(), value) },
      { requiredKeys: [] },
    )
    const answer = fc
      .record({
        success: fc.boolean(),
        before: value,
        rows: fc.oneof(fc.array(fc.oneof({ weight: 9, arbitrary: row }, value)), value),
        after: value,
      })
      .chain((whole) => fc.constantFrom(0, 0, 0, 1).map((spaces) => JSON.stringify(whole, null, spaces)))
    const damaged = fc.tuple(answer, fc.nat(), fc.nat()).map(([text, at, length]) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + text.slice(from + (length % 4))
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(answer, damaged), { minLength: 1, maxLength: 6 }), (bodies) => {
        const memory = new ListMemory(listOf, readRow)
        for (const body of [...bodies, ...bodies])
          expect(byMemory(memory, bytes(body))).toEqual(plainly(bytes(body)))
      }),
      { numRuns: 500 },
    )
  })
})

const plainItems = (list: unknown) => readItems(list, readRow).items
