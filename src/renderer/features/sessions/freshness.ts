import type { Account } from '../../../shared/account'
import type { HealthState, ScopeHealth } from '../../../shared/health'

/** The age of the list's data, and the reasons for it. */
type Freshness = {
  /** The oldest last success among the scopes that are polled, epoch ms; `null` while none has succeeded. */
  oldestAt: number | null
  /** Scopes that have not answered yet and are in no trouble. */
  silent: number
  /** Scopes whose latest heartbeat did not succeed, or not in everything. */
  troubled: readonly ScopeHealth[]
  /** Scopes whose sweep is under way. */
  sweeping: readonly ScopeHealth[]
}

/** States in which not all that a scope lists can be vouched for. */
const troubles: ReadonlySet<HealthState> = new Set(['partial', 'late', 'rate-limited', 'refused', 'offline'])

/** Sums up the scopes of the accounts that are switched on. */
export function freshness(scopes: Iterable<ScopeHealth>, accounts: readonly Account[]): Freshness {
  const off = new Set(accounts.filter((account) => !account.enabled).map((account) => account.id))
  const asked = [...scopes].filter((health) => !off.has(health.accountId))
  const successes = asked.map((health) => health.lastSuccessAt).filter((at) => at !== null)
  const troubled = asked.filter((health) => troubles.has(health.state))
  return {
    oldestAt: successes.length > 0 ? Math.min(...successes) : null,
    silent: asked.filter((health) => health.lastSuccessAt === null && !troubles.has(health.state)).length,
    troubled,
    sweeping: asked.filter((health) => health.sweep !== null),
  }
}
