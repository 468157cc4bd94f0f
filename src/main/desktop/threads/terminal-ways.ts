import { type AppError, err, ok, type Result } from '../../../shared/result'
import { sessionKey } from '../../../shared/session'
import type { Terminal, TerminalSize, TerminalTarget, Transport } from '../../../shared/terminal'
import type { HostKeeper } from '../../settings/hosts'
import type { Log } from '../system/log'
import type { WorkerThread } from './supervised-thread'

/** How a terminal reaches the other side, and what it is called there. */
type Way = { label: string; sessionKey: string | null; transport: Transport }

/** What a terminal's last way was. `running`: the thread that runs now knows it. */
type LastWay = { terminal: Terminal; transport: Transport; size: TerminalSize; running: boolean }

/** The ways to what a terminal leads to: saved hosts, and sessions of VSay that we create and end. */
type TerminalWays = {
  /** Finds the host, or has a session created, whose token stays in main. */
  to(target: TerminalTarget, size: TerminalSize): Promise<Result<Way>>
  /** The transport for another try: a host as it is saved now, a VSay session while its token is of use. */
  back(last: LastWay): Promise<Result<Way>>
  /** Ends a session that we created, unless it `ended` by itself. */
  end(target: TerminalTarget, transport: Transport, ended: boolean): Promise<void>
}

/** What they work with. */
export type TerminalWaysParts = {
  watch: Pick<WorkerThread, 'request'>
  hosts: Pick<HostKeeper, 'find'>
  /** The system's proxy for a service, by its base URL. */
  proxyTo(baseUrl: string): Promise<string | null>
  /** Epoch ms. */
  now(): number
  log: Log
}

/** Nothing is asked or created until a terminal needs it. */
export function createTerminalWays({ watch, hosts, proxyTo, now, log }: TerminalWaysParts): TerminalWays {
  const ways: TerminalWays = {
    async to(target, size) {
      if (target.kind === 'ssh') {
        const host = hosts.find(target.hostId)
        if (!host) return err(noHost)
        return ok({ label: host.label, sessionKey: null, transport: { kind: 'ssh', host } })
      }
      const { accountId, machineId, machineName } = target
      const created = await watch.request('vsay.create', { accountId, machineId, machineName, size })
      if (!created.ok) return created
      const { baseUrl, sessionId } = created.value
      const transport: Transport = { kind: 'vsay', ...created.value, proxy: await proxyTo(baseUrl) }
      return ok({ label: machineName, sessionKey: sessionKey(accountId, sessionId), transport })
    },

    async back({ terminal, transport, size, running }) {
      const { label, sessionKey, state, target } = terminal
      if (transport.kind === 'ssh') {
        const saved = await ways.to(target, size)
        return ok({ ...(saved.ok ? saved.value : { sessionKey, transport }), label })
      }
      const expired = transport.expiresAt !== null && transport.expiresAt <= now()
      const refused = running && state.kind === 'lost' && state.retryAt === null
      if (!expired && !refused && state.kind !== 'ended') {
        // The network may be another one than the last time.
        const proxy = await proxyTo(transport.baseUrl)
        return ok({ label, sessionKey, transport: { ...transport, proxy } })
      }
      const created = await ways.to(target, size)
      if (created.ok) void ways.end(target, transport, state.kind === 'ended')
      return created
    },

    async end(target, transport, ended) {
      if (target.kind !== 'vsay' || transport.kind !== 'vsay' || ended) return
      const { accountId, machineName } = target
      const { sessionId } = transport
      const result = await watch.request('vsay.terminate', { accountId, sessionId, machineName })
      if (!result.ok) log.warn(`A VSay session was not ended: ${result.error.message}`)
    },
  }
  return ways
}

const noHost: AppError = {
  kind: 'not-found',
  message: 'This host is no longer saved. Choose another one, or save it again.',
}
