import { type AccountConfig, type ScopeKey, scopeKey } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import type { BulkBudget, HeartbeatBudget, Provider } from '../providers/provider'
import type { Halt } from './health'
import { type ScopeOwner, ScopeWatch, type Watching } from './scope-watch'
import type { WatchedAccount } from './watched-account'

/** An account's way to its service. */
export interface Connected {
  readonly provider: Provider
  readonly budget: HeartbeatBudget & BulkBudget
  /** Replaces the connections by those through another proxy, or with `null` by straight ones, under all that goes on. */
  reroute(proxy: string | null): void
}

/** Monitors all scopes of one account. */
export class AccountWatch implements WatchedAccount, ScopeOwner {
  readonly provider: Provider
  readonly budget: HeartbeatBudget & BulkBudget
  readonly #connected: Connected
  readonly #watching: Watching
  readonly #scopes = new Map<ScopeKey, ScopeWatch>()
  #account: AccountConfig
  #halt: Halt | null = null

  constructor(account: AccountConfig, connected: Connected, watching: Watching) {
    this.#account = account
    this.#connected = connected
    this.#watching = watching
    this.provider = connected.provider
    this.budget = connected.budget
  }

  get account(): AccountConfig {
    return this.#account
  }

  /** Begins to watch; halted, if `halt` says so. */
  start(halt: Halt | null): void {
    this.#halt = halt
    this.#addScopes()
  }

  /** Takes over what needs no new connection: label, switches and scopes. Returns the scopes that are gone. */
  update(account: AccountConfig): ScopeKey[] {
    this.#account = account
    const wanted = new Set(account.scopes.map((scope) => scopeKey(account.id, scope)))
    const removed = [...this.#scopes.keys()].filter((key) => !wanted.has(key))
    for (const key of removed) this.#dropScope(key)
    this.#addScopes()
    return removed
  }

  /**
   * Goes on through another proxy, or with `null` straight. Scopes that did not reach the service before are polled at once:
   * an answer under way was requested through the old proxy, and after many failures the next heartbeat may be minutes away.
   */
  reroute(proxy: string | null): void {
    this.#connected.reroute(proxy)
    if (this.#halt) return
    const cutOff = [...this.#scopes.values()].filter((scope) => scope.isCutOff)
    for (const [position, scope] of cutOff.entries()) scope.pollAnew(position)
  }

  /** Halts all scopes, or with `null` goes on with one quick heartbeat each. */
  setHalt(halt: Halt | null): void {
    if (halt === this.#halt) return
    this.#halt = halt
    for (const [position, scope] of [...this.#scopes.values()].entries()) {
      if (halt) scope.halt(halt)
      else scope.goOn(position)
    }
  }

  /**
   * Time went by in which nothing was polled. What is under way is older than that and is dropped; every scope is polled anew
   * soon, whatever it waited for.
   */
  beginAnew(): void {
    if (this.#halt) return
    for (const [position, scope] of [...this.#scopes.values()].entries()) scope.start(position)
  }

  /** Polls the scopes given, or all of them, as soon as the budget allows. */
  nudge(scopes?: readonly ScopeKey[]): void {
    for (const [key, scope] of this.#scopes) if (!scopes || scopes.includes(key)) scope.nudge()
  }

  /** The health of every scope. */
  health(): ScopeHealth[] {
    return Array.from(this.#scopes.values(), (scope) => scope.health())
  }

  /** Tells the listener of every scope's health. */
  tellHealth(): void {
    for (const scope of this.#scopes.values()) scope.changed()
  }

  /** Stops, drops the rows and closes the provider. Returns the scopes that are gone. */
  stop(): ScopeKey[] {
    const removed = [...this.#scopes.keys()]
    for (const key of removed) this.#dropScope(key)
    this.provider.close().catch((cause) => this.#watching.listener.crashed(this.#account, cause))
    return removed
  }

  #addScopes(): void {
    let position = 0
    for (const scope of this.#account.scopes) {
      if (this.#scopes.has(scopeKey(this.#account.id, scope))) continue
      const watch = new ScopeWatch(scope, this.#halt, this, this.#watching)
      this.#scopes.set(watch.key, watch)
      if (!this.#halt) watch.start(position++)
      watch.changed()
    }
  }

  #dropScope(key: ScopeKey): void {
    const scope = this.#scopes.get(key)
    this.#scopes.delete(key)
    scope?.drop()
  }
}
