import { describe, expect, it } from 'vitest'
import { parseJsonData, placeOf } from '../../../../src/renderer/actions/json-data'

describe('parseJsonData', () => {
  it('reads any JSON value', () => {
    expect(parseJsonData(' {"a": [1, null, "x"]} ')).toEqual({ ok: true, value: { a: [1, null, 'x'] } })
    expect(parseJsonData('null')).toEqual({ ok: true, value: null })
  })

  it('names the line and column of a mistake', () => {
    const result = parseJsonData('{\n  "a": 1\n  "b": 2\n}')
    expect(result).toEqual({ ok: false, error: 'Not JSON at line 3, column 3.' })
  })

  it('says that something is left open', () => {
    const result = parseJsonData('{"a": [1,')
    expect(result.ok ? '' : result.error).toContain('isn’t closed')
  })

  it('asks for data where there is none', () => {
    expect(parseJsonData(' \n').ok).toBe(false)
  })
})

describe('placeOf', () => {
  it('counts from 1', () => {
    expect(placeOf('abc', 0)).toEqual({ line: 1, column: 1 })
    expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 })
  })
})
