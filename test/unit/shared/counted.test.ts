import fc from 'fast-check'
import { expect, it } from 'vitest'
import { counted, grouped } from '../../../src/shared/counted'

it('sets thousands apart, whatever the machine’s language', () => {
  expect(grouped(0)).toBe('0')
  expect(grouped(1_234_567)).toBe('1,234,567')
  expect(grouped(-1_234.5)).toBe('-1,234.5')
})

it('sets them apart as the formatter of English does', () => {
  const english = new Intl.NumberFormat('en')
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => grouped(value) === english.format(value)))
})

it('counts in the singular and in the plural', () => {
  expect(counted(1, 'session')).toBe('1 session')
  expect(counted(0, 'session')).toBe('0 sessions')
  expect(counted(1_204, 'entry', 'entries')).toBe('1,204 entries')
})
