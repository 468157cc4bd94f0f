import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedJson, withMemberAsText } from '../../../../../src/main/watch/providers/foreign-json'

const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`

describe('bounded JSON', () => {
  it('is a copy of what is small and flat', () => {
    const details = {
      parser_output: 'script:12: unexpected symbol',
      luraph_errors: [{ param: 'P', message: 'M' }],
      failed: ['token', null, 3, true],
    }
    expect(boundedJson(details)).toEqual(details)
  })

  it('is small and flat whatever it is made of', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 20 }), fc.integer({ min: 0, max: 3_000 }), (value, many) => {
        const bounded = boundedJson({ value, list: Array(many).fill('x'.repeat(many)) })
        expect(depthOf(bounded)).toBeLessThanOrEqual(6)
        expect(JSON.stringify(bounded).length).toBeLessThan(200_000)
      }),
      { numRuns: 50 },
    )
  })

  it('says where something was left out', () => {
    expect(JSON.stringify(boundedJson(JSON.parse(nested(100_000))))).toBe('[[[[[["…"]]]]]]')
    expect(boundedJson('x'.repeat(30_000))).toMatch(/^x{19998}…$/)
    expect(boundedJson(Array(500).fill(0))).toHaveLength(101)
    const wide = Array(99).fill(Array(99).fill(Array(99).fill(0)))
    expect(JSON.stringify(boundedJson(wide)).length).toBeLessThan(100_000)
  })
})

describe('a member as text', () => {
  it('leaves everything else as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (others, response) => {
        for (const spaces of [0, 2]) {
          const json = JSON.stringify({ ...others, response }, null, spaces)
          const { response: text, ...rest } = JSON.parse(withMemberAsText(json, 'response'))
          const { response: _, ...expected } = JSON.parse(json)
          expect(rest).toEqual(expected)
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(response)))
        }
      }),
    )
  })

  it('never sees into it', () => {
    const deep = nested(200_000)
    const json = `{"success":true,"processed":true,"response":${deep},"x":"}"}`
    expect(JSON.parse(withMemberAsText(json, 'response'))).toEqual({
      success: true,
      processed: true,
      response: deep,
      x: '}',
    })
  })

  it.each(['', '[1]', 'response', '{"response"', '{"response":[', '{"a":1', '{"response":1}}', '{"a":"\\'])(
    'cannot be had of %s',
    (text) => {
      const read = () => JSON.parse(withMemberAsText(text, 'response'))
      if (text === '[1]') expect(read()).toEqual([1])
      else expect(read).toThrow()
    },
  )

  it('is only the object’s own', () => {
    const json = '{"a":{"response":1},"b":["response",{"response":2}]}'
    expect(withMemberAsText(json, 'response')).toBe(json)
  })
})
