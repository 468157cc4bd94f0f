import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { age, compactCount, duration, exactTime, middleEllipsis } from '../../../../src/renderer/lib/format'
import { counted } from '../../../../src/shared/counted'
import { speak } from '../../../../src/shared/text/speak'

afterEach(() => speak('en'))

describe('spans', () => {
  it.each([
    [-5_000, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 m'],
    [3_599_999, '59 m'],
    [3_600_000, '1 h'],
    [172_799_999, '47 h'],
    [172_800_000, '2 d'],
  ])('%i ms is %s', (span, text) => {
    expect(duration(span)).toBe(text)
  })

  it('says "—" where there is no time', () => {
    expect(age(null, 5)).toBe('—')
    expect(exactTime(null)).toBe('—')
    expect(age(1_000, 5_000)).toBe('4 s')
  })
})

describe('ids', () => {
  it('keeps both ends and the length asked for', () => {
    expect(middleEllipsis('40511091490620200512', 9)).toBe('4051…0512')
    expect(middleEllipsis('short', 9)).toBe('short')
  })

  it('is never longer than asked and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, length) => {
        const cut = middleEllipsis(text, length)
        expect([...cut].length).toBeLessThanOrEqual(length)
        // Throws on half of a surrogate pair.
        expect(() => encodeURIComponent(cut)).not.toThrow()
      }),
    )
  })
})

it('counts with the right word', () => {
  expect(counted(1, 'session')).toBe('1 session')
  expect(counted(12_345, 'session')).toBe('12,345 sessions')
})

it('follows the chosen language', async () => {
  const at = Date.UTC(2026, 2, 5, 12)
  expect([exactTime(at), compactCount(50_000)]).toEqual([expect.stringContaining('Mar'), '50K'])
  await speak('de')
  expect([duration(120_000), exactTime(at)]).toEqual(['2 min', expect.stringContaining('05.03.2026')])
  await speak('en')
  expect(exactTime(at)).toContain('Mar')
})
