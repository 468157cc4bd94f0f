import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onClockStep } from '../../../../src/renderer/lib/now'

const hourMs = 3_600_000
let steps: number
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  steps = 0
  stop = onClockStep(() => {
    steps += 1
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it.each([
  ['back', -2 * hourMs],
  ['forward, or seemed to be because the machine slept', 8 * hourMs],
])('notices within a second, and once, that the wall clock was set %s', (_how, ms) => {
  vi.advanceTimersByTime(5_000)
  expect(steps).toBe(0)
  vi.setSystemTime(Date.now() + ms)
  vi.advanceTimersByTime(1_000)
  expect(steps).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(steps).toBe(1)
})

it('takes a clock that is corrected little by little for no step', () => {
  for (let second = 0; second < 60; second += 1) {
    vi.setSystemTime(Date.now() + 500)
    vi.advanceTimersByTime(1_000)
  }
  expect(steps).toBe(0)
})

it('keeps no timer once nobody listens', () => {
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
