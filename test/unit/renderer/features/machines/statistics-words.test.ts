import { describe, expect, it } from 'vitest'
import { figuresOf, shareOf } from '../../../../../src/renderer/features/machines/statistics-words'
import type { Statistics } from '../../../../../src/shared/statistics'

const statistics = (part: Partial<Statistics> = {}): Statistics => ({
  fetchedAt: 0,
  totalSessions: 1250,
  activeSessions: 15,
  totalDurationHours: 4500,
  uniqueUsers: 25,
  topMachines: [],
  ...part,
})
const texts = (part?: Partial<Statistics>) => figuresOf(statistics(part)).map(({ text }) => text)

describe('figuresOf', () => {
  it('gives every number in full, and the average of a session', () => {
    expect(texts()).toEqual(['1,250', '15', '25', '4,500 h', '3.6 h'])
  })

  it('gives a short average in minutes', () => {
    expect(texts({ totalSessions: 10, totalDurationHours: 2.5 }).at(-1)).toBe('15 min')
  })

  it('makes no average of what the service does not say, nor of nobody', () => {
    expect(texts({ totalDurationHours: null })).toEqual(['1,250', '15', '25', '—'])
    expect(texts({ totalSessions: 0 })).toHaveLength(4)
    expect(texts({ totalSessions: null })).toHaveLength(4)
  })
})

describe('shareOf', () => {
  it.each([
    [1, 4, 0.25],
    [5, 4, 1],
    [-1, 4, 0],
    [1, 0, 0],
    [null, 4, 0],
  ])('%s of %s', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share)
  })
})
