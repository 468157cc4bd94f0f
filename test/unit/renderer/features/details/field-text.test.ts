import { describe, expect, it } from 'vitest'
import {
  copyText,
  fieldText,
  isMaskable,
  shownAs,
  shownSections,
} from '../../../../../src/renderer/features/details/field-text'
import type { DetailField } from '../../../../../src/shared/session'

const same = (text: string) => text
const usual = { text: same, id: same }
const presenting = {
  text: (text: string) => (text === 'wompus' ? 'User 01' : text),
  id: (id: string) => (id === 'job-1' ? 'Job 01' : id),
}

const field = (part: Partial<DetailField>): DetailField => ({
  id: 'x',
  label: 'X',
  value: null,
  kind: 'text',
  personal: false,
  emptyWord: '—',
  ...part,
})

describe('fieldText', () => {
  it('leaves what is empty to its word', () => {
    expect(fieldText(field({}))).toBeNull()
    expect(fieldText(field({ value: '' }))).toBeNull()
  })

  it('keeps false and zero apart from empty', () => {
    expect(fieldText(field({ value: false, kind: 'boolean' }))).toBe('No')
    expect(fieldText(field({ value: 0, kind: 'number' }))).toBe('0')
  })

  it('separates thousands in numbers, never in ids', () => {
    expect(fieldText(field({ value: 12894, kind: 'number' }))).toBe('12,894')
    expect(fieldText(field({ value: 12894, kind: 'id' }))).toBe('12894')
  })
})

describe('copyText', () => {
  it('copies a time as ISO 8601', () => {
    expect(copyText(field({ value: 0, kind: 'time' }))).toBe('1970-01-01T00:00:00.000Z')
  })

  it('survives a number that is no time', () => {
    expect(copyText(field({ value: 1e20, kind: 'time' }))).toBe('100000000000000000000')
  })
})

describe('isMaskable', () => {
  it('hides personal values, and nothing where there is none', () => {
    expect(isMaskable(field({ personal: true, value: '203.0.113.7' }), usual)).toBe(true)
    expect(isMaskable(field({ personal: true, value: null }), usual)).toBe(false)
    expect(isMaskable(field({ personal: false, value: 'wompus' }), usual)).toBe(false)
  })

  it('hides names too while presenting, behind their stand-ins', () => {
    expect(isMaskable(field({ value: 'wompus' }), presenting)).toBe(true)
    expect(isMaskable(field({ value: 'active' }), presenting)).toBe(false)
    expect(shownAs(field({ value: 'wompus' }), presenting)).toBe('User 01')
    expect(shownAs(field({ value: 'job-1', kind: 'id' }), presenting)).toBe('Job 01')
    expect(shownAs(field({ value: 'wompus', kind: 'id' }), presenting)).toBeUndefined()
    expect(shownAs(field({ value: 'wompus', personal: true }), presenting)).toBeUndefined()
  })
})

describe('shownSections', () => {
  const fields = [
    field({ value: 'wompus' }),
    field({ value: 'active' }),
    field({ value: 'key', personal: true }),
    field({ value: 7, kind: 'number' }),
  ]
  const values = (presenter: Parameters<typeof shownSections>[1]) =>
    shownSections([{ title: 'Session', fields }], presenter)[0]?.fields.map(({ value }) => value)

  it('shows in an export what the screen shows', () => {
    expect(values({ ...presenting, secret: () => '•' })).toEqual(['User 01', 'active', '•', 7])
    expect(values({ ...usual, secret: (text) => text })).toEqual(['wompus', 'active', 'key', 7])
  })
})
