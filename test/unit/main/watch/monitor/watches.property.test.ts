import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockMove, clockMoves, moveClock, setUpMonitor, somebody } from './monitor-setup'

const window = { limit: 6, perMs: 60_000 }

/** Monitor while the clocks are moved; somebody new comes before each move. A heartbeat in three fails where `failing`. */
async function watchThrough(moves: readonly ClockMove[], failing: boolean) {
  const setup = setUpMonitor([window])
  const { listSessions } = setup.provider
  const online: string[] = []
  /** While the machine slept, monotonic ms in all. */
  let sleptMs = 0
  let answeredMs = Number.NaN
  const awake: number[] = []
  setup.provider.listSessions = async (scope, options) => {
    awake.push(setup.clock.monotonicMs() - sleptMs)
    if (failing && awake.length % 3 === 0)
      return {
        ok: false,
        error: {
          error: { kind: 'unavailable', status: 502, message: '' },
          evidence: { asked: '', at: 0, answer: '' },
        },
      }
    setup.provider.lists('s1', online.map(somebody))
    const answer = await listSessions(scope, options)
    answeredMs = setup.clock.monotonicMs()
    return answer
  }
  await setup.clock.advance(0)
  for (const [index, move] of moves.entries()) {
    online.push(`person${index}`)
    await moveClock(setup.clock, move)
    if (move.how === 'sleep') sleptMs += move.ms
    // Never fresher than it is, but for the second that two clocks may drift apart, and never from the future.
    const trueAgeMs = setup.clock.monotonicMs() - answeredMs
    expect(setup.ageMs()).toBeGreaterThanOrEqual(Math.max(0, trueAgeMs - 1_000))
  }
  await setup.clock.advance(180_000)
  return { setup, online, awake: [...awake, setup.clock.monotonicMs() - sleptMs] }
}

const most = (times: readonly number[], perMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length))

describe('watching, whatever is done to the clocks', () => {
  it('goes on at its pace, within its budget, and tells of nobody twice', async () => {
    await fc.assert(
      fc.asyncProperty(clockMoves, fc.boolean(), async (moves, failing) => {
        const { setup, online, awake } = await watchThrough(moves, failing)
        // The first is counted from the start, the last until the end.
        const gaps = awake.map((at, index) => at - (awake[index - 1] ?? 0))
        expect(Math.max(...gaps)).toBeLessThanOrEqual(window.perMs + 250)
        expect(most(setup.beats, window.perMs)).toBeLessThanOrEqual(window.limit / 2)
        expect(setup.listed()).toEqual([...online].sort())
        const told = setup.raised.flatMap(({ sessionKeys }) => sessionKeys)
        expect(new Set(told).size).toBe(told.length)
      }),
      { numRuns: 60 },
    )
  })
})
