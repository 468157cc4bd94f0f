import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfBatch, lengthsOfFlat } from '../../../../../src/main/watch/providers/cut-list'

const lengthsOf = (text: string) => lengthsOfFlat(Buffer.from(text), JSON.parse(`[${text}]`) as unknown[])

/** The items that such lengths cut out of a text, each parsed on its own. */
function parsedApart(text: string, lengths: readonly number[]): unknown[] {
  const bytes = Buffer.from(text)
  let at = 0
  return lengths.map((length) => {
    const item = bytes.subarray(at, at + length).toString()
    at += length + 1
    return JSON.parse(item) as unknown
  })
}

describe('flat objects', () => {
  it.each([
    ['{"a":1},{"b":"ä日"},{}', [7, 13, 2]],
    ['{"a":"},"},{"b":[1,2]}', [10, 11]],
    ['{"a":"},{","b":1}, {"c":1}', null],
    ['{"a":"},{"},5', null],
    ['{"a":{}},5', null],
    ['{"a":{}}', null],
    ['{"a":1}, {"b":1}', null],
    ['{"a":1} ,{"b":1}', null],
    [' {"a":1}', null],
    ['[{"a":1}]', null],
    [`{"a":${'['.repeat(49)}${']'.repeat(49)}}`, [104]],
    [`{"a":${'['.repeat(50)}${']'.repeat(50)}}`, null],
  ])('%s', (text, lengths) => {
    expect(lengthsOf(text)).toEqual(lengths)
  })

  it('are cut where they end or not at all, whatever they hold', () => {
    const tricky = fc
      .array(fc.constantFrom('},{"', '},', '{', '}', '[', '"', ',', 'x', 'ä'), { maxLength: 4 })
      .map((parts) => parts.join(''))
    const object = fc.dictionary(tricky, fc.oneof(tricky, fc.nat()), { maxKeys: 3 })
    const item = fc.oneof({ weight: 9, arbitrary: object }, fc.jsonValue({ maxDepth: 2 }))
    const comma = fc.constantFrom(',', ',', ',', ', ', ' ,', ',0,')
    fc.assert(
      fc.property(fc.array(fc.tuple(item, comma), { minLength: 1, maxLength: 6 }), (items) => {
        const text = items
          .map(([value, sign], index) => JSON.stringify(value) + (index < items.length - 1 ? sign : ''))
          .join('')
        const lengths = lengthsOf(text)
        if (lengths) expect(parsedApart(text, lengths)).toEqual(JSON.parse(`[${text}]`))
      }),
      { numRuns: 2_000 },
    )
  })
})

it('a batch ends where an item may end, or with the list', () => {
  const item = '{"a":"0123456789"}'
  const body = Buffer.from(Array(10_000).fill(item).join())
  const end = endOfBatch(body, 0, body.length)
  expect(end).toBeLessThan(body.length / 2)
  expect((end + 1) % (item.length + 1)).toBe(0)
  expect(endOfBatch(body, body.length - 100, body.length)).toBe(body.length)
  const long = Buffer.from(`{"a":"${'x'.repeat(200_000)}"}`)
  expect(endOfBatch(long, 0, long.length)).toBe(long.length)
})
