import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffBounds, backoffMs } from '../../../../../src/main/watch/monitor/backoff'

describe('backoff', () => {
  it('doubles up to the cap', () => {
    const waits = [0, 1, 2, 3, 4, 8, 1_000].map((failures) => backoffMs(failures, () => 0))
    expect(waits).toEqual([0, 5_000, 10_000, 20_000, 40_000, 300_000, 300_000])
  })

  it('takes away at most half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, luck) => {
          const whole = backoffMs(failures, () => 0)
          const wait = backoffMs(failures, () => luck)
          expect(wait).toBeGreaterThanOrEqual(whole / 2)
          expect(wait).toBeLessThanOrEqual(Math.min(whole, backoffBounds.capMs))
        },
      ),
    )
  })
})
