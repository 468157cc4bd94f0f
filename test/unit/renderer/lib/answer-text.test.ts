import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerText } from '../../../../src/renderer/lib/answer-text'

describe('the text of a client’s answer', () => {
  it('is laid out as JSON.stringify would, whatever its spaces', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom(0, 1, 4), (json, spaces) => {
        const value: unknown = JSON.parse(json)
        expect(answerText(JSON.stringify(value, null, spaces))).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('keeps every number as the client wrote it', () => {
    expect(answerText('{"id":97963719390038484793}')).toBe('{\n  "id": 97963719390038484793\n}')
  })

  it.each(['['.repeat(30_000), '{"a":'.repeat(5_000), `${'['.repeat(2_000)}${']'.repeat(2_000)}`])(
    'leaves what is deep as it is',
    (deep) => {
      expect(answerText(deep)).toBe(deep)
    },
  )

  it('shows an answer that was cut', () => {
    expect(answerText('{"a":"long…')).toBe('{\n  "a": "long…')
  })

  it('shows what an earlier version kept', () => {
    expect(answerText({ a: [1] })).toBe(JSON.stringify({ a: [1] }, null, 2))
  })
})
