import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingColumns,
  gridTemplate,
  leastWidths,
} from '../../../../../src/renderer/features/sessions/column-widths'
import { type ColumnId, columnIds } from '../../../../../src/shared/columns/columns'

/** What a 1280 px and a 1024 px wide window leave to the rows beside the navigation, CSS px. */
const roomAt1280 = 1_022
const roomAt1280WithDetails = 648
const roomAt1024 = 766
const roomAt1024WithDetails = 404

/** As in a list that is sorted by its names. */
const fitting = (
  ...[shown, widths, width]: [readonly ColumnId[], Parameters<typeof fittingColumns>[1], number]
) => fittingColumns(shown, widths, width, 'user')

describe('columns that fit', () => {
  it('are all of them in the usual window', () => {
    expect(fitting(columnIds, null, roomAt1280)).toEqual(columnIds)
  })

  it('give up the job, then what else the details have, and keep their order', () => {
    expect(fitting(columnIds, null, roomAt1024)).toEqual(
      columnIds.filter((id) => id !== 'job' && id !== 'seen'),
    )
    expect(fitting(columnIds, null, roomAt1280WithDetails)).toEqual([
      'user',
      'account',
      'script',
      'started',
      'state',
    ])
  })

  it.each(['started', 'seen', 'place'] as const)('keep the one that the list is sorted by: %s', (sorted) => {
    const room = fittingColumns(columnIds, null, roomAt1024WithDetails, sorted)
    expect(room).toContain(sorted)
    expect(leastWidths(room, null)).toBeLessThanOrEqual(roomAt1024WithDetails)
  })

  it('never lose the last column, nor one that somebody gave a width', () => {
    expect(fitting(['job'], null, 10)).toEqual(['job'])
    expect(fitting(columnIds, { job: 400 }, 10)).toContain('job')
  })

  it('fit, or are those that never go', () => {
    const never: readonly ColumnId[] = ['user']
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...columnIds], { minLength: 1 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.constantFrom(...columnIds),
        (shown, room, sorted) => {
          const left = fittingColumns(shown, null, room, sorted)
          expect(left.length).toBeGreaterThan(0)
          expect(left.includes(sorted)).toBe(shown.includes(sorted))
          if (leastWidths(left, null) > room)
            expect(left.length === 1 || left.every((id) => id === sorted || never.includes(id))).toBe(true)
        },
      ),
    )
  })
})

it('share the room until a border was dragged', () => {
  expect(gridTemplate(['user'], null)).toMatch(/^minmax\(\d+px, \d+fr\)$/)
  expect(gridTemplate(['user', 'job'], { user: 300, job: 90 })).toBe('300px 90px minmax(0, 1fr)')
})
