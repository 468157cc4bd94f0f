import { expect, it } from 'vitest'
import { Poller } from '../../../../../src/main/watch/monitor/poller'
import { RateBudget } from '../../../../../src/main/watch/providers/rate-budget'
import { ok } from '../../../../../src/shared/result'
import { createFakeClock } from '../../../../harness/fake-clock'
import { answerOf } from '../fakes'

const minute = 60_000

/** When each of `scopes` pollers was asked within `forMs`, at the shortest interval and LuaProt's known limits. */
async function watch({ scopes, requests, forMs }: { scopes: number; requests: number; forMs: number }) {
  const clock = createFakeClock()
  const start = clock.now()
  const budget = new RateBudget(clock, [
    { limit: 20, perMs: 10_000 },
    { limit: 60, perMs: minute },
  ])
  const asked = Array.from({ length: scopes }, (): number[] => [])
  const sent: number[] = []
  let jitter = 0
  for (const [position, times] of asked.entries()) {
    const parts = {
      clock,
      // Any sequence without a pattern does.
      random: () => {
        jitter = (jitter + 0.618) % 1
        return jitter
      },
      intervalMs: () => 2_000,
      budget,
    }
    const poller = new Poller(parts, {
      list: async ({ signal }) => {
        times.push(clock.now() - start)
        for (let request = 0; request < requests; request += 1) {
          await budget.take('heartbeat', signal)
          sent.push(clock.now() - start)
        }
        return ok(answerOf([]))
      },
      answered: () => undefined,
      failed: () => undefined,
      scheduled: () => undefined,
    })
    poller.start(position)
  }
  await clock.advance(forMs)
  return { asked, sent }
}

const longestGap = (times: number[], until: number) =>
  Math.max(...[...times, until].map((at, index) => at - (times[index - 1] ?? 0)))

const most = (times: number[], perMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length))

it.each([
  { scopes: 1, requests: 1, fairMs: 2_300 },
  { scopes: 3, requests: 1, fairMs: 9_000 },
  { scopes: 1, requests: 4, fairMs: 10_000 },
  { scopes: 2, requests: 5, fairMs: 30_000 },
])(
  'spreads the heartbeats of $scopes scopes at $requests requests evenly over half of the budget',
  async ({ scopes, requests, fairMs }) => {
    const forMs = 5 * minute
    const { asked, sent } = await watch({ scopes, requests, forMs })
    for (const times of asked) expect(longestGap(times, forMs)).toBeLessThanOrEqual(fairMs)
    expect(most(sent, minute)).toBeLessThanOrEqual(30)
    // Not a tenth of what heartbeats may use is wasted when everybody wants more.
    expect(sent.length).toBeGreaterThan(5 * 26)
  },
)
