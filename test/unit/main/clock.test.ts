import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Stopwatch, scheduleThroughSleep } from '../../../src/main/clock'
import { createFakeClock } from '../../harness/fake-clock'

const hourMs = 3_600_000

describe('stopwatch', () => {
  it('counts on when the wall clock is set back, and counts a sleep that stops the monotonic clock', async () => {
    const clock = createFakeClock()
    const watch = new Stopwatch(clock)
    await clock.advance(5_000)
    clock.jump(-2 * hourMs)
    expect(watch.elapsedMs).toBe(5_000)
    expect(watch.startedAt).toBe(clock.now() - 5_000)
    clock.jump(10 * hourMs)
    expect(watch.elapsedMs).toBe(8 * hourMs + 5_000)
  })

  it('tells the same start again while the clocks drift apart by little', async () => {
    const clock = createFakeClock()
    const watch = new Stopwatch(clock)
    const { startedAt } = watch
    await clock.advance(5_000)
    clock.jump(-300)
    expect(watch.startedAt).toBe(startedAt)
    clock.jump(-1_000)
    expect(watch.startedAt).toBe(startedAt - 1_300)
  })

  it('is never behind what went by, and never starts in the future, whatever is done to the clocks', () => {
    const move = fc.record({
      how: fc.constantFrom<'sleep' | 'jump'>('sleep', 'jump'),
      ms: fc.integer({ min: -10 * hourMs, max: 10 * hourMs }),
    })
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const clock = createFakeClock()
        const watch = new Stopwatch(clock)
        let wentBy = 0
        for (const { how, ms } of moves) {
          if (how === 'jump') clock.jump(ms)
          else {
            clock.sleep(Math.abs(ms))
            wentBy += Math.abs(ms)
          }
          expect(watch.elapsedMs).toBeGreaterThanOrEqual(wentBy)
          expect(watch.startedAt).toBeLessThanOrEqual(clock.now())
        }
      }),
    )
  })
})

describe('a long wait', () => {
  const waiting = (delayMs: number) => {
    const clock = createFakeClock()
    let runs = 0
    const cancel = scheduleThroughSleep(clock, delayMs, () => {
      runs += 1
    })
    return { clock, cancel, runs: () => runs }
  }

  it('ends when its time is over, once', async () => {
    const t = waiting(hourMs)
    await t.clock.advance(hourMs - 1)
    expect(t.runs()).toBe(0)
    await t.clock.advance(1)
    await t.clock.advance(hourMs)
    expect(t.runs()).toBe(1)
    expect(t.clock.pending()).toBe(0)
  })

  it('ends soon after a sleep during which its timer stood still', async () => {
    const t = waiting(hourMs)
    await t.clock.advance(60_000)
    t.clock.jump(8 * hourMs)
    await t.clock.advance(30_000)
    expect(t.runs()).toBe(1)
  })

  it('is not made longer by a wall clock that is set back', async () => {
    const t = waiting(hourMs)
    t.clock.jump(-2 * hourMs)
    await t.clock.advance(hourMs)
    expect(t.runs()).toBe(1)
  })

  it('can be called off, at any time', async () => {
    const t = waiting(hourMs)
    await t.clock.advance(100_000)
    t.cancel()
    await t.clock.advance(hourMs)
    expect(t.runs()).toBe(0)
    expect(t.clock.pending()).toBe(0)
  })
})
