import { describe, expect, it } from 'vitest'
import { emptyMessage, messageOf } from '../../../../src/renderer/actions/message-form'

describe('messageOf', () => {
  it('takes a text of 1 to 100 characters as it is', () => {
    expect(messageOf({ ...emptyMessage, text: ' hi ' }, 'text')).toEqual({
      ok: true,
      value: { kind: 'text', text: ' hi ' },
    })
    expect(messageOf({ ...emptyMessage, text: 'x'.repeat(100) }, 'text').ok).toBe(true)
    expect(messageOf({ ...emptyMessage, text: 'x'.repeat(101) }, 'text').ok).toBe(false)
  })

  it('refuses a text that nobody could read', () => {
    expect(messageOf(emptyMessage, 'text').ok).toBe(false)
    expect(messageOf({ ...emptyMessage, text: '   ' }, 'text').ok).toBe(false)
  })

  it('makes a call of a handler with JSON data', () => {
    expect(messageOf({ text: '', handler: ' announce ', data: '{"n": 1}' }, 'handler')).toEqual({
      ok: true,
      value: { kind: 'handler', handler: 'announce', data: { n: 1 } },
    })
  })

  it('names every field that is wrong', () => {
    const result = messageOf({ text: '', handler: '', data: '{' }, 'handler')
    expect(Object.keys(result.ok ? {} : result.error).sort()).toEqual(['data', 'handler'])
  })

  it('refuses data that no message needs', () => {
    const data = JSON.stringify('x'.repeat(100_000))
    const result = messageOf({ text: '', handler: 'announce', data }, 'handler')
    expect(result).toEqual({ ok: false, error: { data: expect.stringContaining('too long') } })
  })

  it('refuses a handler name that is too long', () => {
    const result = messageOf({ text: '', handler: 'h'.repeat(201), data: '[]' }, 'handler')
    expect(result).toEqual({ ok: false, error: { handler: expect.stringContaining('200') } })
  })
})
