import { beforeEach, describe, expect, it } from 'vitest'
import type { ListOptions } from '../../../../../src/main/watch/providers/provider'
import { type AppError, ok } from '../../../../../src/shared/result'
import { answerOf } from '../fakes'
import { setUpMonitor, somebody } from './monitor-setup'

const hourMs = 3_600_000
const badGateway: AppError = { kind: 'unavailable', status: 502, message: 'Bad gateway.' }

let setup: ReturnType<typeof setUpMonitor>
beforeEach(async () => {
  setup = setUpMonitor()
  setup.online('anna')
  await setup.clock.advance(0)
})

describe('an outage', () => {
  it('does not begin with one lost heartbeat: who came during it is told of', async () => {
    setup.provider.fails('s1', badGateway)
    await setup.clock.advance(10_000)
    expect(setup.health().state).toBe('late')
    setup.online('anna', 'bob')
    await setup.clock.advance(10_000)
    expect(setup.told()).toEqual(['bob is online'])
  })

  it('does not begin where every second heartbeat is lost', async () => {
    const names = ['anna']
    for (const name of ['bob', 'carl', 'dora']) {
      setup.provider.fails('s1', badGateway)
      await setup.clock.advance(10_000)
      names.push(name)
      setup.online(...names)
      await setup.clock.advance(60_000)
    }
    expect(setup.told()).toEqual(['bob is online', 'carl is online', 'dora is online'])
  })

  it('begins after a minute of silence: who is found after it is no news one by one', async () => {
    setup.provider.fails('s1', badGateway)
    await setup.clock.advance(70_000)
    setup.online('anna', 'bob', 'carl')
    await setup.clock.advance(60_000)
    expect(setup.listed()).toEqual(['anna', 'bob', 'carl'])
    expect(setup.told()).toEqual([])
    setup.online('anna', 'bob', 'carl', 'dora')
    await setup.clock.advance(10_000)
    expect(setup.told()).toEqual(['dora is online'])
  })

  it('counts the time for which the service holds heartbeats', async () => {
    setup.budget.block(90_000)
    await setup.clock.advance(10_000)
    setup.online('anna', 'bob')
    await setup.clock.advance(90_000)
    expect(setup.listed()).toEqual(['anna', 'bob'])
    expect(setup.told()).toEqual([])
  })
})

describe('a wall clock that is set back', () => {
  it('delays nothing, hides nobody and makes no data fresh', async () => {
    await setup.clock.advance(15_000)
    setup.clock.jump(-2 * hourMs)
    expect(setup.ageMs()).toBe(5_000)
    await setup.clock.advance(4_000)
    expect(setup.ageMs()).toBe(9_000)
    setup.online('anna', 'bob')
    await setup.clock.advance(31_000)
    expect(setup.beats).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000])
    expect(setup.told()).toEqual(['bob is online'])
    expect(setup.health().nextAt).toBe(setup.clock.now() + 10_000)
  })

  it('leaves data that is old as old as it is', async () => {
    setup.provider.fails('s1', badGateway)
    await setup.clock.advance(20 * 60_000)
    const before = setup.ageMs()
    setup.clock.jump(-2 * hourMs)
    expect(setup.ageMs()).toBe(before)
  })
})

describe.each([
  // Windows: timers come late. Linux and macOS: the monotonic clock stands still, so that only the wall clock tells.
  ['with its timers', (ms: number) => setup.clock.sleep(ms)],
  ['with its monotonic clock', (ms: number) => setup.clock.jump(ms)],
])('a sleep that nobody announced, of a machine that slept %s', (_how, sleep) => {
  it('is a gap: asked at once, and nobody is told of one by one', async () => {
    await setup.clock.advance(3_000)
    sleep(8 * hourMs)
    setup.online('anna', ...Array.from({ length: 50 }, (_, index) => `new${index}`))
    expect(setup.ageMs()).toBe(8 * hourMs + 3_000)
    await setup.clock.advance(10_000)
    expect(setup.listed()).toHaveLength(51)
    expect(setup.ageMs()).toBeLessThan(10_000)
    expect(setup.told()).toEqual([])
    setup.online('anna', 'bob')
    await setup.clock.advance(10_000)
    expect(setup.told()).toEqual(['bob is online'])
  })

  it('drops the answer that was under way, and says what the machine knows until the next', async () => {
    const asked: ListOptions[] = []
    let answer = () => {}
    const { listSessions } = setup.provider
    setup.provider.listSessions = (_scope, options) => {
      asked.push(options)
      return new Promise((resolve) => {
        answer = () => resolve(ok(answerOf(['anna', 'asleep'].map(somebody))))
      })
    }
    await setup.clock.advance(10_000)
    sleep(8 * hourMs)
    answer()
    await setup.clock.advance(0)
    expect(asked).toHaveLength(2)
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(setup.listed()).toEqual(['anna'])
    expect(setup.health().state).toBe('starting')
    expect(setup.ageMs()).toBeGreaterThanOrEqual(8 * hourMs)
    setup.provider.listSessions = listSessions
    answer()
    await setup.clock.advance(0)
    expect(setup.listed()).toEqual(['anna', 'asleep'])
    expect(setup.health().state).toBe('live')
    expect(setup.told()).toEqual([])
  })

  it('ends the wait after failures, and what the service held', async () => {
    setup.provider.fails('s1', badGateway)
    await setup.clock.advance(600_000)
    setup.budget.block(hourMs)
    const before = setup.beats.length
    sleep(8 * hourMs)
    await setup.clock.advance(10_000)
    expect(setup.beats.length).toBeGreaterThan(before)
    expect(setup.health()).toMatchObject({ state: 'late' })
  })

  it('is none where it was announced', async () => {
    setup.monitor.setHalt('suspended')
    sleep(8 * hourMs)
    setup.monitor.setHalt(null)
    await setup.clock.advance(5_000)
    expect(setup.beats).toHaveLength(2)
  })
})

describe('a count that the service says is used up', () => {
  it('is told with a healthy answer, and heartbeats go on when it is over', async () => {
    setup.budget.observe({ limit: 60, remaining: 0, resetInMs: hourMs })
    await setup.clock.advance(10_000)
    expect(setup.health()).toMatchObject({
      state: 'rate-limited',
      error: null,
      summary: 'LuaAuth allows no more requests for now: it is asked again in 60 min.',
    })
    expect(setup.beats).toHaveLength(1)
    await setup.clock.advance(hourMs)
    expect(setup.health()).toMatchObject({ state: 'live' })
    expect(setup.beats.length).toBeGreaterThan(1)
  })
})
