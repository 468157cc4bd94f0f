import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RateBudget, type SpendKind } from '../../../../../src/main/watch/providers/rate-budget'
import type { RateWindow } from '../../../../../src/main/watch/providers/rate-window'
import { createFakeClock, settle } from '../../../../harness/fake-clock'

const never = new AbortController().signal

type Spent = { kind: SpendKind; at: number }

/** How far the wall clock is set (ms), and when. */
type Jump = { at: number; ms: number }

/** Asks at each `at` (ms from the start) for one request, and tells which left when. */
async function spendAll(windows: RateWindow[], asks: { kind: SpendKind; at: number }[], jumps: Jump[] = []) {
  const clock = createFakeClock()
  const start = clock.monotonicMs()
  const budget = new RateBudget(clock, windows)
  const spent: Spent[] = []
  for (const { at, ms } of jumps) clock.schedule(at, () => clock.jump(ms))
  for (const { kind, at } of asks)
    clock.schedule(at, () => {
      void budget.take(kind, never).then((turn) => {
        if (turn.ok) spent.push({ kind, at: clock.monotonicMs() - start })
      })
    })
  await clock.advance(200_000)
  return { spent, pending: clock.pending() }
}

const most = (times: number[], perMs: number) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length))

const windowsArbitrary = fc.array(
  fc.record({ limit: fc.integer({ min: 2, max: 8 }), perMs: fc.integer({ min: 10, max: 5_000 }) }),
  { minLength: 1, maxLength: 2 },
)
const asksArbitrary = fc.array(
  fc.record({
    kind: fc.constantFrom<SpendKind>('action', 'lookup', 'bulk', 'heartbeat'),
    at: fc.integer({ min: 0, max: 10_000 }),
  }),
  { minLength: 1, maxLength: 25 },
)
const jumpsArbitrary = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 20_000 }),
    ms: fc.oneof(
      fc.integer({ min: -86_400_000, max: 86_400_000 }),
      fc.constantFrom(-7_200_000, -60_000, 60_000),
    ),
  }),
  { maxLength: 4 },
)

describe('rate budget', () => {
  it('never exceeds a window, keeps heartbeats to half of it, and lets everybody go in the end, however the clock is set', async () => {
    await fc.assert(
      fc.asyncProperty(windowsArbitrary, asksArbitrary, jumpsArbitrary, async (windows, asks, jumps) => {
        const { spent, pending } = await spendAll(windows, asks, jumps)
        expect(spent).toHaveLength(asks.length)
        expect(pending).toBe(0)
        const beats = spent.filter(({ kind }) => kind === 'heartbeat').map(({ at }) => at)
        for (const { limit, perMs: window } of windows) {
          // The service may get one request up to 250 ms later than another that left with it.
          const perMs = window + 250
          expect(
            most(
              spent.map(({ at }) => at),
              perMs,
            ),
          ).toBeLessThanOrEqual(limit)
          expect(most(beats, perMs)).toBeLessThanOrEqual(Math.floor(limit / 2))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('lets actions go first, then lookups, then heartbeats, whoever asked first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...'aaallhhh'], { minLength: 8 }), async (order) => {
        const kinds = { a: 'action', l: 'lookup', h: 'heartbeat' } as const
        const asks = order.map((letter) => ({ kind: kinds[letter as 'a' | 'l' | 'h'], at: 1 }))
        // Two requests at 0 fill the window, so that everybody who comes at 1 has to wait.
        const full = [0, 0].map((at) => ({ kind: 'action' as const, at }))
        const { spent } = await spendAll([{ limit: 2, perMs: 1_000 }], [...full, ...asks])
        const waited = spent.slice(2).map(({ kind }) => kind[0])
        expect(waited.join('')).toBe('aaallhhh')
      }),
      { numRuns: 10 },
    )
  })

  it('leaves a tenth of every window to heartbeats and clicks while a bulk action lasts, and tells its time', async () => {
    const clock = createFakeClock()
    const start = clock.now()
    const budget = new RateBudget(clock, [
      { limit: 20, perMs: 10_000 },
      { limit: 60, perMs: 60_000 },
    ])
    const told = budget.bulkMs(120)
    const left: Spent[] = []
    const ask = async (kind: SpendKind, count: number) => {
      for (let sent = 0; sent < count; sent += 1) {
        await budget.take(kind, never)
        left.push({ kind, at: clock.now() - start })
      }
    }
    const bulk = ask('bulk', 120)
    const beats = ask('heartbeat', 12)
    await clock.advance(200_000)
    await Promise.all([bulk, beats])
    const times = (kind: SpendKind) => left.filter((one) => one.kind === kind).map(({ at }) => at)
    // 120 at 54 a minute: two whole minutes, and what is left of the third.
    expect(told).toBe(120_500)
    expect(most(times('bulk'), 60_250)).toBeLessThanOrEqual(54)
    expect(Math.max(...times('bulk'))).toBeLessThan(told * 1.1)
    expect(times('heartbeat').filter((at) => at < 60_250).length).toBeGreaterThanOrEqual(6)
  })

  it('tells the time of a very long bulk action, too', () => {
    const budget = new RateBudget(createFakeClock(), [
      { limit: 20, perMs: 10_000 },
      { limit: 60, perMs: 60_000 },
    ])
    // 54 a minute, in three bursts of 18: the last one leaves in the third burst of the 1,852nd minute.
    expect(budget.bulkMs(100_000)).toBe(1_851 * 60_250 + 2 * 10_250)
    // The narrow window may be the slow one: 9 in each of its periods.
    const burst = new RateBudget(createFakeClock(), [
      { limit: 10, perMs: 1_000 },
      { limit: 3_000, perMs: 60_000 },
    ])
    expect(burst.bulkMs(9_000)).toBe(999 * 1_250)
    expect(new RateBudget(createFakeClock(), []).bulkMs(100_000)).toBe(0)
  })

  it('tells a poller how long to wait and how much it may spend', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [
      { limit: 20, perMs: 10_000 },
      { limit: 60, perMs: 60_000 },
    ])
    expect(budget.heartbeatAllowance()).toBe(10)
    for (let beat = 0; beat < 10; beat += 1) await budget.take('heartbeat', never)
    expect(budget.heartbeatAllowance()).toBe(0)
    // Ten of the thirty that heartbeats may send in a minute are spent at once: the others are spread.
    const waitMs = budget.heartbeatDelayMs()
    expect(waitMs).toBeGreaterThan(10_250)
    expect(waitMs).toBeLessThan(20_000)
    await clock.advance(waitMs)
    expect(budget.heartbeatDelayMs()).toBe(0)
    expect(budget.heartbeatAllowance()).toBe(10)
    for (let action = 0; action < 15; action += 1) await budget.take('action', never)
    expect(budget.heartbeatAllowance()).toBe(5)
  })

  it('lets heartbeats begin in the order in which they came', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 4, perMs: 10_000 }])
    const [first, second, third] = [{}, {}, {}]
    await budget.take('heartbeat', never)
    expect(budget.heartbeatTurnMs(first)).toBeGreaterThan(0)
    expect(budget.heartbeatTurnMs(second)).toBeGreaterThan(budget.heartbeatTurnMs(first))
    expect(budget.heartbeatTurnMs(third)).toBeGreaterThan(budget.heartbeatTurnMs(second))
    budget.leaveTurn(first)
    await clock.advance(budget.heartbeatDelayMs())
    expect(budget.heartbeatTurnMs(third)).toBeGreaterThan(0)
    expect(budget.heartbeatTurnMs(second)).toBe(0)
    expect(budget.heartbeatTurnMs(third)).toBe(0)
  })

  it('has a heartbeat wait no longer than its window when the clock is set back', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 60, perMs: 60_000 }])
    for (let beat = 0; beat < 30; beat += 1) void budget.take('heartbeat', never)
    await clock.advance(60_000)
    clock.jump(-7_200_000)
    expect(budget.heartbeatDelayMs()).toBeLessThanOrEqual(60_250)
    expect(budget.bulkMs(1)).toBeLessThanOrEqual(60_250)
    await clock.advance(60_250)
    expect(budget.heartbeatDelayMs()).toBe(0)
  })

  it('holds actions, too, while the service wants a pause', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 10, perMs: 1_000 }])
    budget.block(7_000)
    let left = false
    void budget.take('action', never).then(() => {
      left = true
    })
    expect(budget.heartbeatDelayMs()).toBe(7_000)
    await clock.advance(6_999)
    expect(left).toBe(false)
    await clock.advance(1)
    expect(left).toBe(true)
  })

  it('tells at once when the pause is longer than a person would wait for', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 1, perMs: 1_000 }])
    await budget.take('action', never)
    const waiting = budget.take('action', never)
    budget.block(120_000)
    for (const turn of [await waiting, await budget.take('action', never)])
      expect(turn).toMatchObject({ ok: false, error: { kind: 'rate-limited', retryAfterMs: 120_000 } })
  })

  it('ends a pause on time when the clock is set back, and at once after a sleep that was longer', () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [])
    budget.block(3_600_000)
    clock.jump(-7_200_000)
    expect(budget.heartbeatHoldMs()).toBe(3_600_000)
    // A machine that sleeps stops its monotonic clock.
    clock.jump(8 * 3_600_000)
    expect(budget.heartbeatHoldMs()).toBe(0)
    expect(budget.heartbeatDelayMs()).toBe(0)
  })

  it('tells at once when a count that is used up comes back later than a person would wait', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [])
    const refusal = { ok: false, error: { kind: 'rate-limited', retryAfterMs: 3_600_000 } }
    budget.observe({ limit: 60, remaining: 0, resetInMs: 3_600_000 })
    for (const kind of ['action', 'lookup', 'bulk', 'heartbeat'] as const) {
      const turn = await budget.take(kind, never)
      expect(turn).toMatchObject(refusal)
      expect(turn).toMatchObject({
        error: { message: expect.stringContaining('no more requests for another 60 min') },
      })
    }
    expect(budget.heartbeatHoldMs()).toBe(3_600_000)
  })

  it('lets an action have the last requests that are left, and holds what yields to it', async () => {
    const budget = new RateBudget(createFakeClock(), [])
    budget.observe({ limit: 60, remaining: 6, resetInMs: 3_600_000 })
    expect(await budget.take('action', never)).toMatchObject({ ok: true })
    for (const kind of ['bulk', 'heartbeat'] as const)
      expect(await budget.take(kind, never)).toMatchObject({ ok: false, error: { kind: 'rate-limited' } })
  })

  it('slows everything down after a 429 that names no pause, the more the more there are in a row', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [])
    const pauses: number[] = []
    for (let round = 0; round < 5; round += 1) {
      // Three requests that were under way together are one refusal.
      for (let request = 0; request < 3; request += 1) budget.refused()
      pauses.push(budget.heartbeatDelayMs())
      await clock.advance(budget.heartbeatDelayMs())
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 30_000, 30_000])
    budget.took()
    budget.refused()
    expect(budget.heartbeatDelayMs()).toBe(5_000)
    // The guess is ours: a person's action waits for it, and is not refused.
    const action = budget.take('action', never)
    await clock.advance(5_000)
    expect(await action).toEqual({ ok: true, value: undefined })
  })

  it('believes the service when it counts more than we do, until its reset', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 60, perMs: 60_000 }])
    budget.observe({ limit: 60, remaining: 1, resetInMs: 5_000 })
    // An answer that was overtaken does not bring requests back.
    budget.observe({ limit: 60, remaining: 40, resetInMs: 5_500 })
    expect(budget.heartbeatAllowance()).toBe(0)
    expect((await budget.take('action', never)).ok).toBe(true)
    let second = false
    void budget.take('action', never).then(() => {
      second = true
    })
    await clock.advance(5_400)
    expect(second).toBe(false)
    await clock.advance(100)
    expect(second).toBe(true)
    expect(budget.heartbeatDelayMs()).toBe(0)
  })

  it('takes half of the service’s own figure where that is lower than ours', () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 300, perMs: 60_000 }])
    expect(budget.heartbeatAllowance()).toBe(150)
    budget.observe({ limit: 60, remaining: 60, resetInMs: 58_000 })
    expect(budget.heartbeatAllowance()).toBe(30)
    // A higher plan was bought; what we were told to use is the bound again.
    budget.observe({ limit: 1000, remaining: 1000, resetInMs: 118_000 })
    expect(budget.heartbeatAllowance()).toBe(150)
    // A figure for a moment is none for a minute.
    budget.observe({ limit: 20, remaining: 20, resetInMs: 9_000 })
    expect(budget.heartbeatAllowance()).toBe(18)
  })

  it('gives up a place in the queue when it is cancelled', async () => {
    const clock = createFakeClock()
    const budget = new RateBudget(clock, [{ limit: 1, perMs: 1_000 }])
    await budget.take('action', never)
    const controller = new AbortController()
    const cancelled = budget.take('action', controller.signal)
    const next = budget.take('lookup', never)
    controller.abort()
    expect(await cancelled).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    await clock.advance(1_250)
    expect((await next).ok).toBe(true)
    await settle()
    expect(clock.pending()).toBe(0)
  })
})
