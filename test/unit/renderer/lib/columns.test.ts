import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ColumnId,
  columnIds,
  fittingColumns,
  gridTemplate,
  leastWidths,
} from '../../../../src/renderer/lib/columns'

/** What a 1280 px and a 1024 px wide window leave to the rows beside the navigation, CSS px. */
const roomAt1280 = 1_022
const roomAt1280WithDetails = 648
const roomAt1024 = 766

describe('columns that fit', () => {
  it('are all of them in the usual window', () => {
    expect(fittingColumns(columnIds, null, roomAt1280)).toEqual(columnIds)
  })

  it('give up the job, then what else the details have, and keep their order', () => {
    expect(fittingColumns(columnIds, null, roomAt1024)).toEqual(columnIds.filter((id) => id !== 'job'))
    expect(fittingColumns(columnIds, null, roomAt1280WithDetails)).toEqual([
      'user',
      'account',
      'script',
      'place',
      'started',
      'state',
    ])
  })

  it('never lose the last column, nor one that somebody gave a width', () => {
    expect(fittingColumns(['job'], null, 10)).toEqual(['job'])
    expect(fittingColumns(columnIds, { job: 400 }, 10)).toContain('job')
  })

  it('fit, or are those that never go', () => {
    const never: readonly ColumnId[] = ['user', 'state']
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...columnIds], { minLength: 1 }),
        fc.integer({ min: 0, max: 2_000 }),
        (shown, room) => {
          const fitting = fittingColumns(shown, null, room)
          expect(fitting.length).toBeGreaterThan(0)
          if (leastWidths(fitting, null) > room)
            expect(fitting.length === 1 || fitting.every((id) => never.includes(id))).toBe(true)
        },
      ),
    )
  })
})

it('share the room until a border was dragged', () => {
  expect(gridTemplate(['user'], null)).toMatch(/^minmax\(\d+px, \d+fr\)$/)
  expect(gridTemplate(['user', 'job'], { user: 300, job: 90 })).toBe('300px 90px minmax(0, 1fr)')
})
