import { describe, expect, it } from 'vitest'
import { axisEnd, sortedDays } from '../../../../../src/renderer/features/scripts/execution-days'

const sorted = (...days: string[]) => {
  const result = sortedDays(days.map((day, executions) => ({ day, executions })))
  return [result.order, ...result.days.map(({ day }) => day)]
}

describe('days without a year', () => {
  it('are read by the number that no month has', () => {
    expect(sorted('02/01', '01/31', '01/30')).toEqual(['month-first', '01/30', '01/31', '02/01'])
    expect(sorted('01/02', '31/01', '30/01')).toEqual(['day-first', '30/01', '31/01', '01/02'])
  })

  it('are read as month/day where nothing tells, and said to be', () => {
    expect(sorted('03/02', '03/01')).toEqual(['unsure', '03/01', '03/02'])
  })

  it('go over the turn of the year', () => {
    expect(sorted('01/01', '01/02', '12/30', '12/31')).toEqual([
      'month-first',
      '12/30',
      '12/31',
      '01/01',
      '01/02',
    ])
  })

  it('stay as they came where they are no days', () => {
    expect(sorted('13/14', '01/02')).toEqual(['sent', '13/14', '01/02'])
    expect(sorted('Monday', '01/02')).toEqual(['sent', 'Monday', '01/02'])
    expect(sorted('00/02')).toEqual(['sent', '00/02'])
    expect(sorted()).toEqual(['unsure'])
  })
})

it('ends an axis at a round number that holds the highest bar', () => {
  expect([0, 1, 3, 7, 10, 11, 420, 5_001].map(axisEnd)).toEqual([1, 1, 5, 10, 10, 20, 500, 10_000])
})
