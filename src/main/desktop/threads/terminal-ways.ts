import { type AppError, err, ok, type Result } from '../../../shared/result'
import { sessionKey } from '../../../shared/session'
import type {
  Terminal,
  TerminalSize,
  TerminalState,
  TerminalTarget,
  Transport,
} from '../../../shared/terminal'
import type { Clock } from '../../clock'
import type { HostKeeper } from '../../settings/hosts'
import type { Log } from '../system/log'
import type { WorkerThread } from './supervised-thread'

/** How a terminal reaches the other side, and what it is called there. */
type Way = { label: string; sessionKey: string | null; transport: Transport }

/** What a terminal's last way was. `running`: the thread that runs now knows it. */
type LastWay = { terminal: Terminal; transport: Transport; size: TerminalSize; running: boolean }

/** The ways to what a terminal leads to: saved hosts, and sessions on machines that we create and end. */
type TerminalWays = {
  /** Finds the host, or has a session created, whose token stays in main. */
  to(target: TerminalTarget, size: TerminalSize): Promise<Result<Way>>
  /** The transport for another try: a host as it is saved now, a session on a machine while its token is of use. */
  back(last: LastWay): Promise<Result<Way>>
  /** Ends a session that we created, once, unless it `ended` by itself. */
  end(target: TerminalTarget, transport: Transport, ended: boolean): Promise<void>
}

/** What they work with. */
export type TerminalWaysParts = {
  watch: Pick<WorkerThread, 'request'>
  hosts: Pick<HostKeeper, 'find'>
  /** The system's proxy for a service, by its base URL. */
  proxyTo(baseUrl: string): Promise<string | null>
  clock: Pick<Clock, 'monotonicMs'>
  log: Log
}

/** Nothing is asked or created until a terminal needs it. */
export function createTerminalWays({ watch, hosts, proxyTo, clock, log }: TerminalWaysParts): TerminalWays {
  /** Sessions that we created and have not ended, and how long, monotonic, each one's token is of use. */
  const created = new Map<string, number>()

  const ways: TerminalWays = {
    async to(target, size) {
      if (target.kind === 'ssh') {
        const host = hosts.find(target.hostId)
        if (!host) return err(noHost)
        return ok({ label: host.label, sessionKey: null, transport: { kind: 'ssh', host } })
      }
      const { accountId, machineId, machineName } = target
      const session = await watch.request('machine.createSession', {
        accountId,
        machineId,
        machineName,
        size,
      })
      if (!session.ok) return session
      const { baseUrl, sessionId, lifetimeMs } = session.value
      created.set(sessionId, lifetimeMs === null ? Infinity : clock.monotonicMs() + lifetimeMs)
      const transport: Transport = { kind: 'machine', ...session.value, proxy: await proxyTo(baseUrl) }
      return ok({ label: machineName, sessionKey: sessionKey(accountId, sessionId), transport })
    },

    async back({ terminal, transport, size, running }) {
      const { label, sessionKey, state, target } = terminal
      if (transport.kind === 'ssh') {
        const saved = await ways.to(target, size)
        return ok({ ...(saved.ok ? saved.value : { sessionKey, transport }), label })
      }
      const leftMs = (created.get(transport.sessionId) ?? 0) - clock.monotonicMs()
      const refused = running && isUseless(state)
      if (leftMs > 0 && !refused && state.kind !== 'ended') {
        // The network may be another one than the last time.
        const proxy = await proxyTo(transport.baseUrl)
        const lifetimeMs = leftMs === Infinity ? null : leftMs
        return ok({ label, sessionKey, transport: { ...transport, lifetimeMs, proxy } })
      }
      const next = await ways.to(target, size)
      if (next.ok) void ways.end(target, transport, state.kind === 'ended')
      return next
    },

    async end(target, transport, ended) {
      if (target.kind !== 'machine' || transport.kind !== 'machine') return
      const { accountId, machineName } = target
      const { sessionId } = transport
      if (!created.delete(sessionId) || ended) return
      const result = await watch.request('machine.endSession', { accountId, sessionId, machineName })
      if (!result.ok) log.warn(`A session on a machine was not ended: ${result.error.message}`)
    },
  }
  return ways
}

/** A terminal that is not tried again: another try of its own would want another session. */
export const isUseless = (state: TerminalState): boolean => state.kind === 'lost' && state.retryAt === null

const noHost: AppError = {
  kind: 'not-found',
  message: 'This host is no longer saved. Choose another one, or save it again.',
}
