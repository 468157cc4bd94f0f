import fc from 'fast-check'
import { Alerts } from '../../../../../src/main/watch/monitor/alerts'
import { Monitor } from '../../../../../src/main/watch/monitor/monitor'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import { RateBudget } from '../../../../../src/main/watch/providers/rate-budget'
import type { RateWindow } from '../../../../../src/main/watch/providers/rate-window'
import type { AccountConfig } from '../../../../../src/shared/account'
import type { Alert } from '../../../../../src/shared/alert'
import type { Session } from '../../../../../src/shared/session'
import { createFakeClock, type FakeClock } from '../../../../harness/fake-clock'
import { createFakeProvider, makeAccount, makeSession } from '../fakes'

/** A session of somebody with that name. */
export const somebody = (name: string): Session => makeSession(name, { userName: name })

/** Something that is done to the clocks. `pass`: time goes by. `sleep`: so it does, and nobody notices. `set`: it does not. */
export type ClockMove = { how: 'pass' | 'sleep' | 'set'; ms: number }

/** A day of it, with the jumps that people and machines make most. */
export const clockMoves: fc.Arbitrary<ClockMove[]> = fc.array(
  fc.oneof(
    fc.record({ how: fc.constant<'pass'>('pass'), ms: fc.integer({ min: 1, max: 120_000 }) }),
    fc.record({ how: fc.constant<'sleep'>('sleep'), ms: fc.integer({ min: 1, max: 30_000_000 }) }),
    fc.record({
      how: fc.constant<'set'>('set'),
      ms: fc.oneof(
        fc.integer({ min: -90_000, max: 90_000 }),
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        fc.constantFrom(-7_200_000, 7_200_000),
      ),
    }),
  ),
  { minLength: 1, maxLength: 12 },
)

/** Does one of them. */
export async function moveClock(clock: FakeClock, { how, ms }: ClockMove): Promise<void> {
  if (how === 'pass') await clock.advance(ms)
  else if (how === 'sleep') clock.sleep(ms)
  else clock.jump(ms)
}

/**
 * Account a1 with one script, watched every ten seconds through a real budget, and the alerts about it. `provider` is the
 * service.
 */
export function setUpMonitor(windows: RateWindow[] = [{ limit: 60, perMs: 60_000 }]) {
  const clock = createFakeClock()
  const provider = createFakeProvider()
  const budget = new RateBudget(clock, windows)
  const roster = new Roster()
  const raised: Alert[] = []
  const alerts = new Alerts(clock, (alert) => raised.push(alert))
  /** When each heartbeat began, monotonic ms. */
  const beats: number[] = []
  const { listSessions } = provider
  const monitor = new Monitor({
    clock,
    random: () => 0,
    roster,
    connect: () => ({ provider, budget, reroute: () => undefined }),
  })
  monitor.listen({
    rosterChanged(account, change, reason) {
      alerts.left(change.left)
      alerts.arrived(account, change.arrived, reason !== 'news')
    },
    swept: () => undefined,
    healthChanged: () => undefined,
    scopeRemoved: () => undefined,
    unreachable: () => undefined,
    updated: () => undefined,
    stopped: () => undefined,
    crashed(_account, cause) {
      throw cause
    },
  })
  provider.listSessions = async (scope, options) => {
    beats.push(clock.monotonicMs())
    const turn = await budget.take('heartbeat', options.signal)
    if (!turn.ok)
      return { ok: false, error: { error: turn.error, evidence: { asked: '', at: 0, answer: 'not sent' } } }
    return listSessions(scope, options)
  }
  const accounts: AccountConfig[] = [makeAccount()]
  monitor.configure({ accounts, proxies: {}, heartbeatIntervalMs: 10_000 })
  return {
    clock,
    provider,
    budget,
    monitor,
    roster,
    raised,
    /** The titles of all notifications so far. */
    told: () => raised.map(({ title }) => title),
    beats,
    online: (...names: string[]) => provider.lists('s1', names.map(somebody)),
    /** Who is listed now. */
    listed: () => [...roster.rows()].map(({ id }) => id).sort(),
    health() {
      const [health] = monitor.health()
      if (!health) throw new Error('no scope is watched')
      return health
    },
    /** How old the data is, by the health and the wall clock. */
    ageMs() {
      const [health] = monitor.health()
      return clock.now() - (health?.lastSuccessAt ?? Number.NaN)
    },
  }
}
