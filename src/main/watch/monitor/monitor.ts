import { isDeepStrictEqual } from 'node:util'
import type { AccountConfig, ScopeKey } from '../../../shared/account'
import { heartbeatBounds } from '../../../shared/default-settings'
import type { ScopeHealth } from '../../../shared/health'
import type { Clock } from '../../clock'
import { AccountWatch, type Connected } from './account-watch'
import { GapDetector } from './gap-detector'
import type { Halt } from './health'
import type { Roster } from './roster'
import type { Watching } from './scope-watch'
import type { WatchListener } from './watch-listener'
import type { WatchedAccounts } from './watched-account'

/** Connects to an account's service with a budget of its own. `proxy`: a URL, or `null`. `label`: the account's name now. */
export type Connect = (account: AccountConfig, proxy: string | null, label: () => string) => Connected

/** What the monitor depends on. */
type MonitorParts = {
  clock: Clock
  /** 0 to 1. */
  random: () => number
  roster: Roster
  connect: Connect
}

/** What is to be watched, and how often each scope is polled. `proxies`: by the account's id. */
type Configuration = {
  accounts: readonly AccountConfig[]
  proxies: Readonly<Record<string, string | null>>
  heartbeatIntervalMs: number
}

/** An account without what needs no new connection when it changes. */
const connectionOf = (account: AccountConfig) => ({ ...account, label: '', notify: true, scopes: [] })

/** The accounts that are watched now: those that are configured and enabled, each with its connection. */
export class Monitor implements WatchedAccounts {
  readonly #parts: MonitorParts
  readonly #watches = new Map<string, { watch: AccountWatch; proxy: string | null }>()
  readonly #gaps: GapDetector
  #intervalMs: number = heartbeatBounds.default
  #halt: Halt | null = null
  #listener: WatchListener | null = null

  constructor(parts: MonitorParts) {
    this.#parts = parts
    this.#gaps = new GapDetector(parts.clock, () => {
      for (const watch of this.all()) watch.beginAnew()
    })
  }

  /** Sets the listener, before the first configuration: the listener itself depends on the monitor. */
  listen(listener: WatchListener): void {
    this.#listener = listener
  }

  /** The watch of an account; `undefined` while it is off or gone. */
  get(accountId: string): AccountWatch | undefined {
    return this.#watches.get(accountId)?.watch
  }

  /** Every account. */
  all(): AccountWatch[] {
    return Array.from(this.#watches.values(), ({ watch }) => watch)
  }

  /** The health of every scope. */
  health(): ScopeHealth[] {
    return this.all().flatMap((watch) => watch.health())
  }

  /** Tells the listener of every scope's health, though nothing but the language changed. */
  tellHealth(): void {
    for (const watch of this.all()) watch.tellHealth()
  }

  /** Monitor just these accounts from now on. An account goes on undisturbed unless its service or its key changed. */
  configure({ accounts, proxies, heartbeatIntervalMs }: Configuration): void {
    this.#gaps.start()
    const wanted = new Map(
      accounts.filter((account) => account.enabled).map((account) => [account.id, account]),
    )
    const faster = heartbeatIntervalMs < this.#intervalMs
    this.#intervalMs = Math.max(heartbeatBounds.min, heartbeatIntervalMs)
    for (const id of [...this.#watches.keys()]) if (!wanted.has(id)) this.#stop(id)
    for (const account of wanted.values()) {
      const proxy = proxies[account.id] ?? null
      const known = this.#watches.get(account.id)
      if (known && isDeepStrictEqual(connectionOf(known.watch.account), connectionOf(account))) {
        if (known.proxy !== proxy) known.watch.reroute(proxy)
        known.proxy = proxy
        this.#forgetScopes(known.watch.update(account))
        this.#requiredListener.updated(account)
        // What is scheduled was by the old interval, which may be minutes away.
        if (faster) known.watch.nudge()
        continue
      }
      if (known) this.#stop(account.id)
      this.#start(account, proxy)
    }
  }

  /** Halts all accounts, also those to come; with `null` they go on. */
  setHalt(halt: Halt | null): void {
    // The time until now was before the change: it is no gap of the accounts that go on.
    this.#gaps.look()
    this.#halt = halt
    for (const watch of this.all()) watch.setHalt(halt)
  }

  /** Polls an account, or with `null` all of them, as soon as the budget allows. */
  nudge(accountId: string | null): void {
    if (accountId === null) for (const watch of this.all()) watch.nudge()
    else this.get(accountId)?.nudge()
  }

  /** Stops monitoring. */
  stop(): void {
    this.#gaps.stop()
    for (const id of [...this.#watches.keys()]) this.#stop(id)
  }

  get #requiredListener(): WatchListener {
    if (!this.#listener) throw new Error('The monitor has nobody to tell.')
    return this.#listener
  }

  #start(account: AccountConfig, proxy: string | null): void {
    const { clock, random, roster, connect } = this.#parts
    const connected = connect(account, proxy, () => watch.account.label)
    const intervalMs = () => this.#intervalMs
    const watching: Watching = {
      clock,
      random,
      intervalMs,
      roster,
      gaps: this.#gaps,
      listener: this.#requiredListener,
    }
    const watch: AccountWatch = new AccountWatch(account, connected, watching)
    this.#watches.set(account.id, { watch, proxy })
    watch.start(this.#halt)
  }

  #stop(accountId: string): void {
    this.#forgetScopes(this.get(accountId)?.stop() ?? [])
    this.#watches.delete(accountId)
    this.#requiredListener.stopped(accountId)
  }

  #forgetScopes(scopes: readonly ScopeKey[]): void {
    for (const scope of scopes) this.#requiredListener.scopeRemoved(scope)
  }
}
