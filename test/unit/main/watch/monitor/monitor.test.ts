import { beforeEach, describe, expect, it } from 'vitest'
import type { ListOptions } from '../../../../../src/main/watch/providers/provider'
import { type AppError, ok } from '../../../../../src/shared/result'
import { answerOf } from '../fakes'
import { openWatchDesk, somebody } from './watch-desk'

const hourMs = 3_600_000
const badGateway: AppError = { kind: 'unavailable', status: 502, message: 'Bad gateway.' }

let desk: ReturnType<typeof openWatchDesk>
beforeEach(async () => {
  desk = openWatchDesk()
  desk.online('anna')
  await desk.clock.advance(0)
})

describe('an outage', () => {
  it('does not begin with one lost heartbeat: who came during it is told of', async () => {
    desk.provider.fails('s1', badGateway)
    await desk.clock.advance(10_000)
    expect(desk.health().state).toBe('late')
    desk.online('anna', 'bob')
    await desk.clock.advance(10_000)
    expect(desk.told()).toEqual(['bob is online'])
  })

  it('does not begin where every second heartbeat is lost', async () => {
    const names = ['anna']
    for (const name of ['bob', 'carl', 'dora']) {
      desk.provider.fails('s1', badGateway)
      await desk.clock.advance(10_000)
      names.push(name)
      desk.online(...names)
      await desk.clock.advance(60_000)
    }
    expect(desk.told()).toEqual(['bob is online', 'carl is online', 'dora is online'])
  })

  it('begins after a minute of silence: who is found after it is no news one by one', async () => {
    desk.provider.fails('s1', badGateway)
    await desk.clock.advance(70_000)
    desk.online('anna', 'bob', 'carl')
    await desk.clock.advance(60_000)
    expect(desk.listed()).toEqual(['anna', 'bob', 'carl'])
    expect(desk.told()).toEqual([])
    desk.online('anna', 'bob', 'carl', 'dora')
    await desk.clock.advance(10_000)
    expect(desk.told()).toEqual(['dora is online'])
  })

  it('counts the time for which the service holds heartbeats', async () => {
    desk.budget.block(90_000)
    await desk.clock.advance(10_000)
    desk.online('anna', 'bob')
    await desk.clock.advance(90_000)
    expect(desk.listed()).toEqual(['anna', 'bob'])
    expect(desk.told()).toEqual([])
  })
})

describe('a wall clock that is set back', () => {
  it('delays nothing, hides nobody and makes no data fresh', async () => {
    await desk.clock.advance(15_000)
    desk.clock.jump(-2 * hourMs)
    expect(desk.ageMs()).toBe(5_000)
    await desk.clock.advance(4_000)
    expect(desk.ageMs()).toBe(9_000)
    desk.online('anna', 'bob')
    await desk.clock.advance(31_000)
    expect(desk.beats).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000])
    expect(desk.told()).toEqual(['bob is online'])
    expect(desk.health().nextAt).toBe(desk.clock.now() + 10_000)
  })

  it('leaves data that is old as old as it is', async () => {
    desk.provider.fails('s1', badGateway)
    await desk.clock.advance(20 * 60_000)
    const before = desk.ageMs()
    desk.clock.jump(-2 * hourMs)
    expect(desk.ageMs()).toBe(before)
  })
})

describe.each([
  // Windows: timers come late. Linux and macOS: the monotonic clock stands still, so that only the wall clock tells.
  ['with its timers', (ms: number) => desk.clock.sleep(ms)],
  ['with its monotonic clock', (ms: number) => desk.clock.jump(ms)],
])('a sleep that nobody announced, of a machine that slept %s', (_how, sleep) => {
  it('is a gap: asked at once, and nobody is told of one by one', async () => {
    await desk.clock.advance(3_000)
    sleep(8 * hourMs)
    desk.online('anna', ...Array.from({ length: 50 }, (_, index) => `new${index}`))
    expect(desk.ageMs()).toBe(8 * hourMs + 3_000)
    await desk.clock.advance(10_000)
    expect(desk.listed()).toHaveLength(51)
    expect(desk.ageMs()).toBeLessThan(10_000)
    expect(desk.told()).toEqual([])
    desk.online('anna', 'bob')
    await desk.clock.advance(10_000)
    expect(desk.told()).toEqual(['bob is online'])
  })

  it('drops the answer that was under way, and says what the machine knows until the next', async () => {
    const asked: ListOptions[] = []
    let answer = () => {}
    const { listSessions } = desk.provider
    desk.provider.listSessions = (_scope, options) => {
      asked.push(options)
      return new Promise((resolve) => {
        answer = () => resolve(ok(answerOf(['anna', 'asleep'].map(somebody))))
      })
    }
    await desk.clock.advance(10_000)
    sleep(8 * hourMs)
    answer()
    await desk.clock.advance(0)
    expect(asked).toHaveLength(2)
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(desk.listed()).toEqual(['anna'])
    expect(desk.health().state).toBe('starting')
    expect(desk.ageMs()).toBeGreaterThanOrEqual(8 * hourMs)
    desk.provider.listSessions = listSessions
    answer()
    await desk.clock.advance(0)
    expect(desk.listed()).toEqual(['anna', 'asleep'])
    expect(desk.health().state).toBe('live')
    expect(desk.told()).toEqual([])
  })

  it('ends the wait after failures, and what the service held', async () => {
    desk.provider.fails('s1', badGateway)
    await desk.clock.advance(600_000)
    desk.budget.block(hourMs)
    const before = desk.beats.length
    sleep(8 * hourMs)
    await desk.clock.advance(10_000)
    expect(desk.beats.length).toBeGreaterThan(before)
    expect(desk.health()).toMatchObject({ state: 'late' })
  })

  it('is none where it was announced', async () => {
    desk.monitor.setHalt('suspended')
    sleep(8 * hourMs)
    desk.monitor.setHalt(null)
    await desk.clock.advance(5_000)
    expect(desk.beats).toHaveLength(2)
  })
})

describe('a count that the service says is used up', () => {
  it('is told with a healthy answer, and heartbeats go on when it is over', async () => {
    desk.budget.observe({ limit: 60, remaining: 0, resetInMs: hourMs })
    await desk.clock.advance(10_000)
    expect(desk.health()).toMatchObject({
      state: 'rate-limited',
      error: null,
      summary: 'LuaAuth allows no more requests for now: it is asked again in 60 min.',
    })
    expect(desk.beats).toHaveLength(1)
    await desk.clock.advance(hourMs)
    expect(desk.health()).toMatchObject({ state: 'live' })
    expect(desk.beats.length).toBeGreaterThan(1)
  })
})
