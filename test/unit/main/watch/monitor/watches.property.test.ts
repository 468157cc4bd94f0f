import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockMove, clockMoves, moveClock, openWatchDesk, somebody } from './watch-desk'

const window = { limit: 6, perMs: 60_000 }

/** Monitor while the clocks are moved; somebody new comes before each move. A heartbeat in three fails where `failing`. */
async function watchThrough(moves: readonly ClockMove[], failing: boolean) {
  const desk = openWatchDesk([window])
  const { listSessions } = desk.provider
  const online: string[] = []
  /** While the machine slept, monotonic ms in all. */
  let sleptMs = 0
  let answeredMs = Number.NaN
  const awake: number[] = []
  desk.provider.listSessions = async (scope, options) => {
    awake.push(desk.clock.monotonicMs() - sleptMs)
    if (failing && awake.length % 3 === 0)
      return {
        ok: false,
        error: {
          error: { kind: 'unavailable', status: 502, message: '' },
          evidence: { asked: '', at: 0, answer: '' },
        },
      }
    desk.provider.lists('s1', online.map(somebody))
    const answer = await listSessions(scope, options)
    answeredMs = desk.clock.monotonicMs()
    return answer
  }
  await desk.clock.advance(0)
  for (const [index, move] of moves.entries()) {
    online.push(`person${index}`)
    await moveClock(desk.clock, move)
    if (move.how === 'sleep') sleptMs += move.ms
    // Never fresher than it is, but for the second that two clocks may drift apart, and never from the future.
    const trueAgeMs = desk.clock.monotonicMs() - answeredMs
    expect(desk.ageMs()).toBeGreaterThanOrEqual(Math.max(0, trueAgeMs - 1_000))
  }
  await desk.clock.advance(180_000)
  return { desk, online, awake: [...awake, desk.clock.monotonicMs() - sleptMs] }
}

const most = (times: readonly number[], perMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length))

describe('watching, whatever is done to the clocks', () => {
  it('goes on at its pace, within its budget, and tells of nobody twice', async () => {
    await fc.assert(
      fc.asyncProperty(clockMoves, fc.boolean(), async (moves, failing) => {
        const { desk, online, awake } = await watchThrough(moves, failing)
        // The first is counted from the start, the last until the end.
        const gaps = awake.map((at, index) => at - (awake[index - 1] ?? 0))
        expect(Math.max(...gaps)).toBeLessThanOrEqual(window.perMs + 250)
        expect(most(desk.beats, window.perMs)).toBeLessThanOrEqual(window.limit / 2)
        expect(desk.listed()).toEqual([...online].sort())
        const told = desk.raised.flatMap(({ sessionKeys }) => sessionKeys)
        expect(new Set(told).size).toBe(told.length)
      }),
      { numRuns: 60 },
    )
  })
})
