import type { AccountConfig, ScopeKey } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import type { RosterChange } from './roster'

/**
 * Why the roster changed. `news`: a heartbeat of a settled scope. `silent`: a heartbeat whose arrivals are not news.
 * `dropped`: a scope is no longer watched, so nobody knows whether its sessions left.
 */
export type ChangeReason = 'news' | 'silent' | 'dropped'

/**
 * Receives what the monitor sees, always in this order:
 * - an answer of a scope: `rosterChanged` (twice where some of it was hidden for a while, those first and silently; not at
 *   all where nothing changed), then `swept` where it ended a sweep, then `healthChanged`;
 * - a failure: `unreachable` where it did not reach the service, then `healthChanged`;
 * - scopes that are dropped: `rosterChanged` of each, then `scopeRemoved` of each, then `updated` or `stopped`.
 *
 * The roster has taken in a change before the call, and no other answer comes in between.
 */
export interface WatchListener {
  rosterChanged(account: AccountConfig, change: RosterChange, reason: ChangeReason): void
  /** A heartbeat that began at `startedMs` (monotonic) ended a complete sweep: it listed all who are still there. */
  swept(scope: ScopeKey, startedMs: number): void
  /** `read` gives the scope's health as it is when it is called. */
  healthChanged(scope: ScopeKey, read: () => ScopeHealth): void
  /** The scope is no longer watched. */
  scopeRemoved(scope: ScopeKey): void
  /** The account goes on with another label, other switches or other scopes. */
  updated(account: AccountConfig): void
  /** A heartbeat did not reach the account's service: its proxy may be another one now. */
  unreachable(account: AccountConfig): void
  /** The account is no longer watched, or not as it was. */
  stopped(accountId: string): void
  /** The account's provider threw, which it never may. */
  crashed(account: AccountConfig, cause: unknown): void
}
