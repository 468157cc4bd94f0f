import { sessionKey } from '../../../shared/ids'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type {
  Terminal,
  TerminalSize,
  TerminalState,
  TerminalTarget,
  Transport,
} from '../../../shared/terminal'
import { threadsText } from '../../../shared/text/threads'
import type { Clock } from '../../clock'
import type { HostKeeper } from '../../settings/hosts'
import type { Log } from '../system/log'
import type { WorkerThread } from './supervised-thread'

/** How a terminal reaches the other side, and what it is called there. */
type Route = { label: string; sessionKey: string | null; transport: Transport }

/** How a terminal was reached last. `running`: the thread that runs now knows it. */
type LastRoute = { terminal: Terminal; transport: Transport; size: TerminalSize; running: boolean }

/**
 * The routes to what a terminal leads to: saved hosts, and sessions on machines that we create and end. Nothing is asked or
 * created until a terminal needs it.
 */
export class TerminalRoutes {
  readonly #watch: Pick<WorkerThread, 'request'>
  readonly #hosts: Pick<HostKeeper, 'find'>
  readonly #clock: Pick<Clock, 'monotonicMs'>
  readonly #log: Log
  /** The system's proxy for a service, by its base URL. */
  readonly proxyTo: (baseUrl: string) => Promise<string | null>
  /** Sessions we created and have not ended, and how long, monotonic, each token is useful. */
  readonly #created = new Map<string, number>()

  /** @param proxyTo the system's proxy for a service, by its base URL */
  constructor(
    watch: Pick<WorkerThread, 'request'>,
    hosts: Pick<HostKeeper, 'find'>,
    proxyTo: (baseUrl: string) => Promise<string | null>,
    clock: Pick<Clock, 'monotonicMs'>,
    log: Log,
  ) {
    this.#watch = watch
    this.#hosts = hosts
    this.proxyTo = proxyTo
    this.#clock = clock
    this.#log = log
  }

  /** Finds the host, or has a session created, whose token stays in main. */
  async to(target: TerminalTarget, size: TerminalSize): Promise<Result<Route>> {
    if (target.kind === 'ssh') {
      const host = this.#hosts.find(target.hostId)
      if (!host) return err(noHost())
      return ok({ label: host.label, sessionKey: null, transport: { kind: 'ssh', host } })
    }
    const { accountId, machineId, machineName } = target
    const session = await this.#watch.request('machine.createSession', {
      accountId,
      machineId,
      machineName,
      size,
    })
    if (!session.ok) return session
    const { baseUrl, sessionId, lifetimeMs } = session.value
    this.#created.set(sessionId, lifetimeMs === null ? Infinity : this.#clock.monotonicMs() + lifetimeMs)
    const transport: Transport = {
      kind: 'machine',
      ...session.value,
      proxy: await this.proxyTo(baseUrl),
    }
    return ok({ label: machineName, sessionKey: sessionKey(accountId, sessionId), transport })
  }

  /** The route for another try: a host as it is saved now, a session on a machine while its token is of use. */
  async back({ terminal, transport, size, running }: LastRoute): Promise<Result<Route>> {
    const { label, sessionKey, state, target } = terminal
    if (transport.kind === 'ssh') {
      const saved = await this.to(target, size)
      return ok({ ...(saved.ok ? saved.value : { sessionKey, transport }), label })
    }
    const leftMs = (this.#created.get(transport.sessionId) ?? 0) - this.#clock.monotonicMs()
    const refused = running && isUseless(state)
    if (leftMs > 0 && !refused && state.kind !== 'ended') {
      // The network may differ from last time.
      const proxy = await this.proxyTo(transport.baseUrl)
      const lifetimeMs = leftMs === Infinity ? null : leftMs
      return ok({ label, sessionKey, transport: { ...transport, lifetimeMs, proxy } })
    }
    const next = await this.to(target, size)
    if (next.ok) void this.end(target, transport, state.kind === 'ended')
    return next
  }

  /** Ends a session that we created, once, unless it `ended` by itself. */
  async end(target: TerminalTarget, transport: Transport, ended: boolean): Promise<void> {
    if (target.kind !== 'machine' || transport.kind !== 'machine') return
    const { accountId, machineName } = target
    const { sessionId } = transport
    if (!this.#created.delete(sessionId) || ended) return
    const result = await this.#watch.request('machine.endSession', {
      accountId,
      sessionId,
      machineName,
    })
    if (!result.ok) this.#log.warn(`A session on a machine was not ended: ${result.error.message}`)
  }
}

/** A terminal not retried: another try would need another session. */
export const isUseless = (state: TerminalState): boolean => state.kind === 'lost' && state.retryAt === null

const noHost = (): AppError => ({
  kind: 'not-found',
  message: threadsText.noHost,
})
