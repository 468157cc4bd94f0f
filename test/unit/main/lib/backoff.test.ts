import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../../../src/main/lib/backoff'

const bounds = { firstMs: 5_000, longestMs: 300_000 }

describe('backoff', () => {
  it('doubles up to the longest wait', () => {
    const waits = [0, 1, 2, 3, 4, 8, 100_000].map((failures) => backoffMs(failures, bounds))
    expect(waits).toEqual([0, 5_000, 10_000, 20_000, 40_000, 300_000, 300_000])
  })

  it('takes away at most half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, luck) => {
          const whole = backoffMs(failures, bounds)
          const wait = backoffMs(failures, bounds, () => luck)
          expect(wait).toBeGreaterThanOrEqual(whole / 2)
          expect(wait).toBeLessThanOrEqual(Math.min(whole, bounds.longestMs))
        },
      ),
    )
  })
})
