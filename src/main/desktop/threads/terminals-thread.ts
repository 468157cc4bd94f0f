import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { EventName, Payload, RequestName, RequestsOf } from '../../../shared/contract'
import type { Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { ListedHost } from '../../../shared/terminal'
import { systemClock } from '../../clock'
import { createHostKeeper } from '../../settings/hosts'
import type { SettingsFile } from '../../settings/stored'
import type { Vault } from '../../settings/vault'
import type { WorkspaceKeeper } from '../../settings/workspace'
import type { Log } from '../system/log'
import { resolveProxy } from '../system/proxy'
import { hostHandlers } from '../system/ssh-hosts'
import { OpenTerminals } from './open-terminals'
import { SupervisedThread, spawnThread, type WorkerThread } from './supervised-thread'
import { createTerminalPorts } from './terminal-ports'
import { createTerminalPrompts } from './terminal-prompts'
import { TerminalRoutes } from './terminal-routes'

/** What the shell's terminals need. */
type TerminalsParts = {
  /** The thread's program. */
  file: string
  /** A known_hosts file of our own; `null` for the user's. */
  knownHostsFile: string | null
  /** Where the output of the hosts that ask for it is kept. */
  transcriptFolder: string
  settings: SettingsFile
  keeper: WorkspaceKeeper
  vault: Vault
  watch: Pick<WorkerThread, 'request'>
  /** `session.resolveProxy`. */
  resolveProxy(url: string): Promise<string>
  emit<E extends EventName>(name: E, payload: Payload<E>): void
  /** The number of terminals' questions waiting, on each change. */
  onWaiting(count: number): void
  /** Hands a terminal's port to the page. */
  giveWindow(id: string, port: MessagePortMain): void
  log: Log
}

/** The terminals as the shell sees them. */
export type Terminals = {
  handlers: Handlers<Extract<RequestsOf<'shell'>, `terminal.${string}` | `host.${string}`>>
  /** The hosts that can be chosen. */
  hosts(): readonly ListedHost[]
  /** Terminals that are open. */
  openCount(): number
  /** A request of the window that the thread answers. */
  forward(name: RequestName, input: unknown): Promise<Result<unknown>>
  /** The managed hosts may have changed. */
  hostsChanged(): void
  pageGone(): void
  /** Resolves when the account's terminals are closed and their sessions ended, or when that takes too long. */
  accountLeaves(accountId: string): Promise<void>
  resumed(): void
  /** Ends the sessions that we created and the connections, with what is kept of them on the disk, then the thread. */
  stop(): Promise<void>
}

/** Limit for a service to answer before quitting or account removal goes ahead, ms. */
const leaveWithinMs = 2_000

const inTime = async (leaving: Promise<unknown>): Promise<void> => {
  await Promise.race([leaving, new Promise((resolve) => setTimeout(resolve, leaveWithinMs))])
}

/**
 * Puts the terminals together: their thread, the tabs' ports, the prompts and the hosts. Who opens no terminal has no
 * thread for them: it starts at the first request that needs it.
 */
export function createTerminals(parts: TerminalsParts): Terminals {
  const { emit, vault, log } = parts
  const data = { knownHostsFile: parts.knownHostsFile, transcriptFolder: parts.transcriptFolder }
  const thread = new SupervisedThread('terminals', () => spawnThread('terminals', parts.file, data, log), log)
  const ports = createTerminalPorts({
    channel() {
      const { port1, port2 } = new MessageChannelMain()
      return { ours: port1, theirs: port2 }
    },
    giveWindow: parts.giveWindow,
    giveThread: (id, port) => thread.give({ type: 'terminal.port', id }, port),
  })
  const hosts = createHostKeeper(parts.settings, () => parts.keeper.managedHosts())
  const prompts = createTerminalPrompts({
    vault,
    resolve: (answer) => thread.request('terminal.resolve', answer),
    show: (prompt) => emit('terminal.prompt', prompt),
    hide: (id) => emit('terminal.prompt-done', { id }),
    onWaiting: parts.onWaiting,
  })
  const proxyTo = (baseUrl: string) =>
    resolveProxy(baseUrl, parts.resolveProxy, (kind) =>
      log.warn(`The system proxy speaks ${kind}, which is not supported.`),
    )
  const routes = new TerminalRoutes(parts.watch, hosts, proxyTo, systemClock, log)
  const open = new OpenTerminals({ thread, routes, ports, prompts, emit, newId: randomUUID, log })
  const hostsChanged = () => emit('host.changed', hosts.list())
  return {
    handlers: {
      ...open.handlers,
      ...hostHandlers({ hosts, vault, home: homedir(), changed: hostsChanged }),
    },
    forward(name, input) {
      thread.start()
      return thread.forward(name, input)
    },
    hosts: () => hosts.list(),
    openCount: () => open.count,
    hostsChanged,
    pageGone: () => open.pageGone(),
    accountLeaves: (accountId) => inTime(open.accountLeaves(accountId)),
    resumed: () => void open.resumed(),
    async stop() {
      await inTime(Promise.all([open.leave(), thread.request('terminal.leave')]))
      await thread.stop()
    },
  }
}
