import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingColumns, leastWidth } from '../../../../../src/renderer/components/grid/grid-columns'
import { sessionColumns } from '../../../../../src/renderer/features/sessions/session-columns'
import { type ColumnId, columnIds, usualColumnIds } from '../../../../../src/shared/columns/columns'

/** What a 1280 px and a 1024 px wide window leave to the list beside the navigation, CSS px. */
const roomAt1280 = 1_038
const roomAt1280WithDetails = 664
const roomAt1024 = 782
const roomAt1024WithDetails = 420

/** The columns of `shown` that fit, in a list that is `sorted` by one. */
const fitting = (shown: readonly ColumnId[], width: number, sorted: ColumnId = 'user') =>
  fittingColumns(sessionColumns(shown), width, sorted, null).map(({ id }) => id)

describe('columns that fit', () => {
  it('are all of them in the usual window', () => {
    expect(fitting(usualColumnIds, roomAt1280)).toEqual(usualColumnIds)
  })

  it('give up the job, then what else the details have, and keep their order', () => {
    expect(fitting(usualColumnIds, roomAt1024)).toEqual(usualColumnIds.filter((id) => id !== 'job'))
    expect(fitting(usualColumnIds, roomAt1280WithDetails)).toEqual([
      'user',
      'account',
      'script',
      'started',
      'state',
    ])
  })

  it.each(['started', 'seen', 'place'] as const)('keep the one that the list is sorted by: %s', (sorted) => {
    const room = fitting(columnIds, roomAt1024WithDetails, sorted)
    expect(room).toContain(sorted)
    expect(leastWidth(sessionColumns(room), null)).toBeLessThanOrEqual(roomAt1024WithDetails)
  })

  it('fit, or are those that never go', () => {
    const never: readonly ColumnId[] = ['user']
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...columnIds], { minLength: 1 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.constantFrom(...columnIds),
        (shown, room, sorted) => {
          const left = fitting(shown, room, sorted)
          expect(left.length).toBeGreaterThan(0)
          expect(left.includes(sorted)).toBe(shown.includes(sorted))
          if (leastWidth(sessionColumns(left), null) > room)
            expect(left.length === 1 || left.every((id) => id === sorted || never.includes(id))).toBe(true)
        },
      ),
    )
  })
})
