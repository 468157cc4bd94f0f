import { beforeEach, describe, expect, it } from 'vitest'
import { type Polled, Poller } from '../../../../../src/main/watch/monitor/poller'
import type { ListFailure, ListOptions, ScopeAnswer } from '../../../../../src/main/watch/providers/provider'
import { type AppError, err, ok, type Result } from '../../../../../src/shared/result'
import { createFakeClock, type FakeClock } from '../../../../harness/fake-clock'
import { answerOf, failureOf, makeBudget, timeout } from '../fakes'

const start = 1_000_000

type Answer = Result<ScopeAnswer, ListFailure>

function setUp(fields: Partial<ConstructorParameters<typeof Poller>[0] & Polled> = {}) {
  const clock: FakeClock = createFakeClock(start)
  const asked: { at: number; options: ListOptions }[] = []
  const heard: string[] = []
  const control = { answer: ok(answerOf([])) as Answer, nextAt: null as number | null, intervalMs: 10_000 }
  const parts = {
    clock,
    random: () => 0,
    intervalMs: () => control.intervalMs,
    budget: makeBudget({ heartbeatAllowance: () => 7 }),
    ...fields,
  }
  const polled: Polled = {
    list: async (options) => {
      asked.push({ at: clock.now() - start, options })
      return control.answer
    },
    answered: (_answer, begins) => heard.push(begins ? 'first answer' : 'further answer'),
    failed: ({ error }) => heard.push(error.kind),
    scheduled: (waitMs) => {
      control.nextAt = waitMs === null ? null : clock.now() - start + waitMs
    },
    ...fields,
  }
  const poller = new Poller(parts, polled)
  return { clock, poller, asked, heard, control, times: () => asked.map(({ at }) => at) }
}

const fails = (error: AppError): Answer => err(failureOf(error))
const limited = (retryAfterMs: number | null): AppError => ({
  kind: 'rate-limited',
  retryAfterMs,
  message: 'Wait.',
})

describe('poller', () => {
  let t: ReturnType<typeof setUp>
  beforeEach(() => {
    t = setUp()
  })

  it('asks at once, then an interval after each answer', async () => {
    t.poller.start(0)
    await t.clock.advance(30_000)
    expect(t.times()).toEqual([0, 10_000, 20_000, 30_000])
    expect(t.control.nextAt).toBe(40_000)
  })

  it('adds at most a tenth of the interval as jitter', async () => {
    t = setUp({ random: () => 1 })
    t.poller.start(0)
    await t.clock.advance(25_000)
    expect(t.times()).toEqual([0, 11_000, 22_000])
  })

  it('staggers the scopes of an account', async () => {
    t.poller.start(3)
    await t.clock.advance(1_000)
    expect(t.times()).toEqual([750])
  })

  it('has one heartbeat in flight, however slow', async () => {
    const slow: { answer?: (answer: Answer) => void } = {}
    let open = 0
    let most = 0
    t = setUp({
      list: () => {
        open += 1
        most = Math.max(most, open)
        return new Promise((resolve) => {
          slow.answer = (answer) => {
            open -= 1
            resolve(answer)
          }
        })
      },
    })
    t.poller.start(0)
    await t.clock.advance(60_000)
    t.poller.nudge()
    await t.clock.advance(60_000)
    expect(most).toBe(1)
    slow.answer?.(ok(answerOf([])))
    await t.clock.advance(0)
    expect(t.heard).toEqual(['first answer'])
    expect(open).toBe(1)
  })

  it('backs off after failures and returns to the interval after a success', async () => {
    t.control.answer = fails(timeout)
    t.poller.start(0)
    await t.clock.advance(70_000)
    expect(t.times()).toEqual([0, 10_000, 20_000, 40_000])
    t.control.answer = ok(answerOf([]))
    await t.clock.advance(30_000)
    expect(t.times().slice(4)).toEqual([80_000, 90_000, 100_000])
  })

  it('waits as long as the service asks', async () => {
    t.control.answer = fails(limited(40_000))
    t.poller.start(0)
    await t.clock.advance(1)
    expect(t.control.nextAt).toBe(40_000)
  })

  it('waits at least the interval when the service asks for less', async () => {
    t.control.answer = fails(limited(1_000))
    t.poller.start(0)
    await t.clock.advance(1)
    expect(t.control.nextAt).toBe(10_000)
  })

  it('stretches to what the budget allows and passes the allowance on', async () => {
    let freeAt = start + 25_000
    const untilFree = () => Math.max(0, freeAt - t.clock.now())
    t = setUp({
      budget: makeBudget({
        heartbeatDelayMs: untilFree,
        heartbeatTurnMs: untilFree,
        heartbeatAllowance: () => 3,
      }),
    })
    t.poller.start(0)
    await t.clock.advance(24_999)
    expect(t.times()).toEqual([])
    // Another scope was faster.
    freeAt = start + 33_000
    await t.clock.advance(10_000)
    expect(t.times()).toEqual([33_000])
    expect(t.asked[0]?.options.maxRequests).toBe(3)
  })

  it('keeps the place of a sweep between heartbeats', async () => {
    const cursor = { provider: 'junkie', state: 2 }
    t.control.answer = ok(answerOf([], { next: cursor }))
    t.poller.start(0)
    await t.clock.advance(0)
    t.control.answer = ok(answerOf([]))
    await t.clock.advance(20_000)
    expect(t.asked.map(({ options }) => options.cursor)).toEqual([null, cursor, null])
    expect(t.heard).toEqual(['first answer', 'further answer', 'first answer'])
  })

  it.each([
    ['for good', limited(null), [2, 2, 2, 2, 2], [true, true, true, true]],
    ['until the third failure in a row', timeout, [2, 2, 2, null, null], [true, true, false, false]],
  ])('keeps the place of a sweep %s after %j', async (_until, error, places, goesOn) => {
    const heard: boolean[] = []
    t = setUp({ failed: (_failure, isKept) => heard.push(isKept) })
    t.control.answer = ok(answerOf([], { next: { provider: 'junkie', state: 2 } }))
    t.poller.start(0)
    await t.clock.advance(0)
    t.control.answer = fails(error)
    await t.clock.advance(300_000)
    expect(t.asked.slice(1, 6).map(({ options }) => options.cursor?.state ?? null)).toEqual(places)
    expect(heard.slice(0, 4)).toEqual(goesOn)
  })

  it('asks at once when nudged, and begins the interval anew', async () => {
    t.poller.start(0)
    await t.clock.advance(4_000)
    t.poller.nudge()
    await t.clock.advance(10_000)
    expect(t.times()).toEqual([0, 4_000, 14_000])
  })

  it('stops: aborts what is in flight and takes no answer any more', async () => {
    const signals: AbortSignal[] = []
    let answer: (answer: Answer) => void = () => undefined
    t = setUp({
      list: ({ signal }) => {
        signals.push(signal)
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    t.poller.start(0)
    await t.clock.advance(0)
    t.poller.stop()
    t.poller.nudge()
    answer(ok(answerOf([])))
    await t.clock.advance(60_000)
    expect(signals.map((signal) => signal.aborted)).toEqual([true])
    expect(t.heard).toEqual([])
    expect(t.control.nextAt).toBeNull()
    expect(t.clock.pending()).toBe(0)
  })

  it('begins again with one quick heartbeat after a stop', async () => {
    t.poller.start(0)
    await t.clock.advance(4_000)
    t.poller.stop()
    await t.clock.advance(100_000)
    t.poller.start(0)
    await t.clock.advance(5_000)
    expect(t.times()).toEqual([0, 104_000])
  })

  it('goes on at its interval however the wall clock is set', async () => {
    const begun: number[] = []
    t = setUp({
      list: async () => {
        begun.push(t.clock.monotonicMs())
        return ok(answerOf([]))
      },
    })
    t.poller.start(0)
    for (const ms of [-7_200_000, 86_400_000, -100_000_000]) {
      await t.clock.advance(15_000)
      t.clock.jump(ms)
    }
    await t.clock.advance(15_000)
    expect(begun).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000])
  })
})
