import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Deadline } from '../../../../../src/main/terminal/ssh/deadline'

describe('a deadline', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A question that is answered after a while. */
  const answerIn = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  it('runs out once', async () => {
    const expired = vi.fn()
    new Deadline(1_000, expired)
    await vi.advanceTimersByTimeAsync(999)
    expect(expired).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(expired).toHaveBeenCalledTimes(1)
  })

  it('stands still while somebody thinks, and goes on with what was left', async () => {
    const expired = vi.fn()
    const clock = new Deadline(1_000, expired)
    await vi.advanceTimersByTimeAsync(600)
    void clock.without(answerIn(60_000))
    void clock.without(answerIn(90_000))
    await vi.advanceTimersByTimeAsync(90_000)
    await vi.advanceTimersByTimeAsync(399)
    expect(expired).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(expired).toHaveBeenCalledTimes(1)
  })

  it('takes new time, also while somebody thinks', async () => {
    const expired = vi.fn()
    const clock = new Deadline(1_000, expired)
    await vi.advanceTimersByTimeAsync(900)
    clock.renew(5_000)
    await vi.advanceTimersByTimeAsync(4_000)
    void clock.without(answerIn(60_000))
    clock.renew(2_000)
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(expired).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(expired).toHaveBeenCalledTimes(1)
  })

  it('does not come back after it was cleared, also in the middle of a question', async () => {
    const expired = vi.fn()
    const clock = new Deadline(1_000, expired)
    void clock.without(answerIn(500))
    clock.clear()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(expired).not.toHaveBeenCalled()
  })
})
