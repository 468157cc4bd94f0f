import { isDeepStrictEqual } from 'node:util'
import type { AccountConfig } from '../../../shared/account'
import type { AccountTest, WatchState } from '../../../shared/contract'
import type { Result } from '../../../shared/result'
import { type Clock, Stopwatch, scheduleThroughSleep } from '../../clock'
import type { Log } from '../system/log'
import { resolveProxies } from '../system/proxy'
import type { WorkerThread } from './worker'

/** What the watch thread is told, and when. */
export type WatchControl = {
  state(): WatchState
  /** Sends accounts, interval and proxies again: after a change, a restart, or when the network may be another one. */
  configure(): Promise<void>
  /** Asks for the system's proxies again, and configures only where one of them is another than before. */
  checkProxies(): Promise<void>
  /** Asks the service once with an account that need not be stored. */
  test(account: AccountConfig): Promise<Result<AccountTest>>
  setPaused(paused: boolean): void
  setSuspended(suspended: boolean): void
  /** No notifications for so many ms; 0 ends it. */
  muteFor(forMs: number): void
}

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

/** Keeps the watch thread in step with what the person wants and the machine does. */
export function createWatchControl(parts: WatchControlParts): WatchControl {
  const { clock, thread, wanted, resolveProxy, onChange, log } = parts
  let paused = false
  let suspended = false
  let restarting = false
  let mute: { since: Stopwatch; forMs: number; end(): void } | null = null
  let configurations = 0
  /** What the thread was told last; `null` before. */
  let told: Record<string, string> | null = null
  let isChecking = false

  const state = (): WatchState => ({
    paused,
    mutedUntil: mute && mute.since.startedAt + mute.forMs,
    restarting,
  })
  const onUnsupported = (kind: string) => log.warn(`The system proxy speaks ${kind}, which is not supported.`)
  const report = (what: string, result: Result<unknown>) => {
    if (!result.ok) log.warn(`${what} failed: ${result.error.message}`)
  }

  const tell = async () =>
    report('watch.set', await thread.request('watch.set', { paused, suspended, muted: mute !== null }))

  const configure = async () => {
    const mine = ++configurations
    const { accounts, heartbeatIntervalMs } = wanted()
    const proxies = await resolveProxies(accounts, resolveProxy, onUnsupported)
    // A newer one is on its way with newer accounts; this one would undo it.
    if (mine !== configurations) return
    told = proxies
    const input = { accounts, heartbeatIntervalMs, proxies }
    report('watch.configure', await thread.request('watch.configure', input))
  }

  const checkProxies = async () => {
    // Not before there was a configuration; and many accounts fail together.
    if (told === null || isChecking) return
    isChecking = true
    const proxies = await resolveProxies(wanted().accounts, resolveProxy, () => undefined).finally(() => {
      isChecking = false
    })
    if (!isDeepStrictEqual(proxies, told)) await configure()
  }

  thread.onState((now) => {
    const before = restarting
    restarting = now === 'restarting'
    if (now === 'running') {
      void tell()
      void configure()
    }
    if (before !== restarting) onChange(state())
  })

  const changed = () => {
    void tell()
    onChange(state())
  }

  return {
    state,
    configure,
    checkProxies,
    async test(account) {
      const proxies = await resolveProxies([account], resolveProxy, onUnsupported)
      return thread.request('watch.test', { account, proxy: proxies[account.id] ?? null })
    },
    setPaused(next) {
      if (next === paused) return
      paused = next
      changed()
    },
    setSuspended(next) {
      suspended = next
      void tell()
      // The laptop may have woken up in another network.
      if (!next) void configure()
    },
    muteFor(forMs) {
      mute?.end()
      mute = null
      if (forMs > 0) {
        const over = () => {
          mute = null
          changed()
        }
        mute = { since: new Stopwatch(clock), forMs, end: scheduleThroughSleep(clock, forMs, over) }
      }
      changed()
    },
  }
}
