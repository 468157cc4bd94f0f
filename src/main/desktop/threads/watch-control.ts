import { isDeepStrictEqual } from 'node:util'
import type { AccountConfig } from '../../../shared/account'
import type { AccountTest, WatchState } from '../../../shared/contract'
import type { Result } from '../../../shared/result'
import { type Clock, Stopwatch, scheduleThroughSleep } from '../../clock'
import type { Log } from '../system/log'
import { resolveProxies } from '../system/proxy'
import type { WorkerThread } from './supervised-thread'

/** What it works with. */
type WatchControlParts = {
  clock: Clock
  thread: WorkerThread
  wanted(): { accounts: AccountConfig[]; heartbeatIntervalMs: number }
  /** `session.resolveProxy`. */
  resolveProxy(url: string): Promise<string>
  onChange(state: WatchState): void
  log: Log
}

/** Keeps the watch thread in step with the person's wishes and the machine's state. */
export class WatchControl {
  readonly #parts: WatchControlParts
  #paused = false
  #suspended = false
  #restarting = false
  #mute: { since: Stopwatch; forMs: number; end(): void } | null = null
  #configurations = 0
  /** The proxies last sent to the thread; `null` before. */
  #sentProxies: Record<string, string> | null = null
  #isChecking = false

  constructor(parts: WatchControlParts) {
    this.#parts = parts
    parts.thread.onState((state) => this.#threadIs(state))
  }

  state(): WatchState {
    return {
      paused: this.#paused,
      mutedUntil: this.#mute && this.#mute.since.startedAt + this.#mute.forMs,
      restarting: this.#restarting,
    }
  }

  /** Sends accounts, interval and proxies again: after a change, a restart, or when the network may be another one. */
  async configure(): Promise<void> {
    const mine = ++this.#configurations
    const { accounts, heartbeatIntervalMs } = this.#parts.wanted()
    const proxies = await this.#proxiesOf(accounts)
    // A newer configuration is under way; this one would undo it.
    if (mine !== this.#configurations) return
    this.#sentProxies = proxies
    const input = { accounts, heartbeatIntervalMs, proxies }
    this.#report('watch.configure', await this.#parts.thread.request('watch.configure', input))
  }

  /** Reads the system's proxies again, and reconfigures only if one of them changed. */
  async checkProxies(): Promise<void> {
    // Only after a first configuration; many accounts fail together.
    if (this.#sentProxies === null || this.#isChecking) return
    this.#isChecking = true
    const { wanted, resolveProxy } = this.#parts
    const proxies = await resolveProxies(wanted().accounts, resolveProxy, () => undefined).finally(() => {
      this.#isChecking = false
    })
    if (!isDeepStrictEqual(proxies, this.#sentProxies)) await this.configure()
  }

  /** Tries the service once with an account that need not be stored. */
  async test(account: AccountConfig): Promise<Result<AccountTest>> {
    const proxies = await this.#proxiesOf([account])
    return this.#parts.thread.request('watch.test', { account, proxy: proxies[account.id] ?? null })
  }

  setPaused(paused: boolean): void {
    if (paused === this.#paused) return
    this.#paused = paused
    this.#changed()
  }

  setSuspended(suspended: boolean): void {
    this.#suspended = suspended
    void this.#tell()
    // The laptop may have woken up in another network.
    if (!suspended) void this.configure()
  }

  /** Mutes notifications for `forMs`; 0 ends it. */
  muteFor(forMs: number): void {
    this.#mute?.end()
    this.#mute = null
    if (forMs > 0) {
      const over = () => {
        this.#mute = null
        this.#changed()
      }
      const { clock } = this.#parts
      this.#mute = { since: new Stopwatch(clock), forMs, end: scheduleThroughSleep(clock, forMs, over) }
    }
    this.#changed()
  }

  /** A new thread knows nothing yet. */
  #threadIs(state: 'running' | 'restarting'): void {
    const before = this.#restarting
    this.#restarting = state === 'restarting'
    if (state === 'running') {
      void this.#tell()
      void this.configure()
    }
    if (before !== this.#restarting) this.#parts.onChange(this.state())
  }

  #changed(): void {
    void this.#tell()
    this.#parts.onChange(this.state())
  }

  async #tell(): Promise<void> {
    const state = { paused: this.#paused, suspended: this.#suspended, muted: this.#mute !== null }
    this.#report('watch.set', await this.#parts.thread.request('watch.set', state))
  }

  #proxiesOf(accounts: readonly AccountConfig[]): Promise<Record<string, string>> {
    const { resolveProxy, log } = this.#parts
    return resolveProxies(accounts, resolveProxy, (kind) =>
      log.warn(`The system proxy speaks ${kind}, which is not supported.`),
    )
  }

  #report(what: string, result: Result<unknown>): void {
    if (!result.ok) this.#parts.log.warn(`${what} failed: ${result.error.message}`)
  }
}
