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

  it('is read with indents, and what is no JSON as it is', () => {
    expect(indentedJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(indentedJson('{"a":[1')).toBe('{"a":[1')
  })
})
