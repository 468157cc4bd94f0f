import type { AccountConfig, ScopeKey } from '../../../shared/account'
import type { BulkBudget, Provider } from '../providers/provider'

/** An account that is watched now, with its way to the service. */
export interface WatchedAccount {
  /** As it is now: its label and its scopes can change. */
  readonly account: AccountConfig
  readonly provider: Provider
  readonly budget: BulkBudget
  /** Brings the heartbeats of these scopes forward, or of all. */
  nudge(scopes?: readonly ScopeKey[]): void
}

/** The accounts that are watched now. */
export interface WatchedAccounts {
  /** `undefined` while the account is off or gone. */
  get(accountId: string): WatchedAccount | undefined
}
