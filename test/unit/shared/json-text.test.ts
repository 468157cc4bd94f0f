import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indentedJson, jsonText } from '../../../src/shared/json-text'

const nested = (levels: number, [open, close]: readonly [string, string]): unknown =>
  JSON.parse(open.repeat(levels) + (open === '[' ? '' : '1') + close.repeat(levels))

describe('foreign JSON as text', () => {
  it('is what it was where it is small', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(JSON.parse(jsonText(value, 100_000))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    expect(jsonText(undefined, 10)).toBe('null')
  })

  it.each([1_001, 2_400, 20_000, 300_000])('is bounded JSON for %i levels', (levels) => {
    for (const brackets of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const text = jsonText(nested(levels, brackets), 10_000)
      expect(text.length).toBeLessThan(10_000)
      expect(text).toContain('…')
      expect(indentedJson(text)).toContain('…')
    }
  })

  it('is JSON of about the length that is asked for, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 50 }), (value, most) => {
        const text = jsonText(value, most)
        expect(() => JSON.parse(text)).not.toThrow()
      }),
    )
    const long = { text: 'x'.repeat(50_000), list: Array.from({ length: 50_000 }, (_, index) => index) }
    const text = jsonText(long, 10_000)
    expect(text.length).toBeLessThan(10_100)
    expect(JSON.parse(text)).toMatchObject({ text: expect.stringMatching(/^x+…$/) })
    expect(
      jsonText(
        Array.from({ length: 9 }, () => 'ab'),
        12,
      ),
    ).toBe('["ab","ab","a…","…"]')
  })

  it('holds no secret, in a name neither', () => {
    const clean = (text: string) => text.replaceAll('secret', '•••')
    expect(jsonText({ secret: ['a secret'] }, 100, clean)).toBe('{"•••":["a •••"]}')
  })
})

describe('JSON text in lines', () => {
  it('is laid out as JSON.stringify would, whatever its spaces', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom(0, 1, 4), (json, spaces) => {
        const value: unknown = JSON.parse(json)
        expect(indentedJson(JSON.stringify(value, null, spaces))).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('keeps every number as the client wrote it', () => {
    expect(indentedJson('{"id":97963719390038484793}')).toBe('{\n  "id": 97963719390038484793\n}')
  })

  it.each(['['.repeat(30_000), '{"a":'.repeat(5_000), `${'['.repeat(2_000)}${']'.repeat(2_000)}`])(
    'leaves what is deep as it is',
    (deep) => {
      expect(indentedJson(deep)).toBe(deep)
    },
  )

  it('shows an answer that was cut', () => {
    expect(indentedJson('{"a":"long…')).toBe('{\n  "a": "long…')
  })
})
