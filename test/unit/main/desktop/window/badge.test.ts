import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Badge } from '../../../../../src/main/desktop/window/badge'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function badge(on: boolean) {
  const shown: number[] = []
  return { badge: new Badge((count) => shown.push(count), on), shown }
}

it('shows the last count, not more often than a dock can follow', () => {
  const { badge: it, shown } = badge(true)
  for (const count of [1, 2, 3]) it.setLive(count)
  vi.runAllTimers()
  it.setLive(3)
  vi.runAllTimers()
  expect(shown).toEqual([3])
})

it('shows nothing while it is off, and the count as soon as it is on', () => {
  const { badge: it, shown } = badge(false)
  it.setLive(7)
  vi.runAllTimers()
  expect(shown).toEqual([])
  it.setOn(true)
  expect(shown).toEqual([7])
  it.setOn(false)
  it.setLive(8)
  vi.runAllTimers()
  expect(shown).toEqual([7, 0])
})

it('takes the number away at the end', () => {
  const { badge: it, shown } = badge(true)
  it.setLive(4)
  vi.runAllTimers()
  it.setLive(5)
  it.end()
  vi.runAllTimers()
  expect(shown).toEqual([4, 0])
})
