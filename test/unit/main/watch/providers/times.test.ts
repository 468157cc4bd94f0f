import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCount, fromIso } from '../../../../../src/main/watch/providers/times'

const noon = Date.UTC(2026, 1, 6, 12)

describe('a time as text', () => {
  it.each([
    ['2026-02-06T12:00:00Z', noon],
    ['2026-02-06T12:00:00', noon],
    ['2026-02-06 12:00:00', noon],
    ['2026-02-06 12:00:00 UTC', noon],
    ['2026-02-06t12:00z', noon],
    ['2026-02-06T14:00:00+02:00', noon],
    ['2026-02-06T14:00:00+0200', noon],
    ['2026-02-06T14:00:00+02', noon],
    ['2026-02-06T06:30:00.000-05:30', noon],
    ['2026-02-06T12:00:00.123456789Z', noon + 123],
    ['2026-02-06T12:00:00,5Z', noon + 500],
    ['2026-02-06', Date.UTC(2026, 1, 6)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['2016-12-31T23:59:60', Date.UTC(2017, 0, 1)],
  ])('%s is read, in UTC where it has no zone', (written, at) => {
    expect(fromIso(written)).toBe(at)
  })

  it.each([
    'just now',
    'yesterday',
    '2026',
    '2026-13-40T99:99:99Z',
    '2026-02-06T12:00:61Z',
    '0001-01-01T00:00:00Z',
    '12:00',
    '',
    `${'9'.repeat(100_000)}-01-01`,
  ])('%s is none', (written) => {
    expect(fromIso(written)).toBeNull()
  })

  it('is the same on any machine', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const written = date.toISOString()
          expect(fromIso(written)).toBe(date.getTime())
          expect(fromIso(written.slice(0, -1))).toBe(date.getTime())
        },
      ),
    )
  })
})

describe('a counted time', () => {
  const units = { seconds: 1000, milliseconds: 1, microseconds: 1e-3, nanoseconds: 1e-6 } as const

  it('is read in the unit that makes sense of it, whatever is documented', () => {
    const at = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2099, 0) })
    const unit = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]))
    fc.assert(
      fc.property(at, unit, unit, (ms, written, documented) => {
        const read = fromCount(ms / units[written], documented)
        expect(read?.unit).toBe(written)
        expect(Math.abs((read?.ms ?? 0) - ms)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it.each([
    [1_768_140_224_000, 'seconds', Date.UTC(2026, 0, 11, 14, 3, 44)],
    [1_770_624_500, 'milliseconds', Date.UTC(2026, 1, 9, 8, 8, 20)],
    // A key that never expires.
    [253_402_300_799, 'seconds', Date.UTC(9999, 11, 31, 23, 59, 59)],
    [253_402_300_799_000, 'milliseconds', Date.UTC(9999, 11, 31, 23, 59, 59)],
  ] as const)('%d, documented in %s, is read', (count, documented, at) => {
    expect(fromCount(count, documented)?.ms).toBe(at)
  })

  it.each([-1, 5, 1e300, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (count) => {
    expect(fromCount(count, 'seconds')).toBeNull()
  })
})
