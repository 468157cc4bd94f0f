import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withMemberAsText } from '../../../../../src/main/watch/providers/foreign-json'

const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`

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
