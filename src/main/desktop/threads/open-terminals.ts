import type { EventName, Payload, RequestsOf } from '../../../shared/contract'
import { type EventHandlers, handleEvent } from '../../../shared/event-handlers'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type {
  Terminal,
  TerminalSize,
  TerminalState,
  TerminalTarget,
  Transport,
} from '../../../shared/terminal'
import { threadsText } from '../../../shared/text/threads'
import type { Log } from '../system/log'
import type { WorkerThread } from './supervised-thread'
import type { TerminalPorts } from './terminal-ports'
import type { TerminalPrompts } from './terminal-prompts'
import { isUseless, type TerminalRoutes } from './terminal-routes'

type TerminalRequests = Extract<RequestsOf<'shell'>, `terminal.${string}`>

/** What it depends on. */
type OpenTerminalsParts = {
  routes: TerminalRoutes
  thread: Pick<WorkerThread, 'start' | 'request' | 'onEvent' | 'onState'>
  ports: TerminalPorts
  prompts: TerminalPrompts
  emit<E extends EventName>(name: E, payload: Payload<E>): void
  newId(): string
  log: Log
}

/** A terminal and its route to the other side. `size` is what it was opened with; `attached`: a page shows it. */
type Entry = {
  terminal: Terminal
  transport: Transport
  size: TerminalSize
  /** The current thread knows it. */
  running: boolean
  attached: boolean
  /** The try being prepared: asking twice must not create two sessions. */
  returning: Promise<Result<undefined>> | null
}

/**
 * The shell's part in the terminals: opens, keeps and ends them at the window's request. Knows who is there and how each is
 * reached, which outlives the terminals' thread.
 */
export class OpenTerminals {
  readonly handlers: Handlers<TerminalRequests> = {
    'terminal.open': ({ target, size }) => {
      const opening = this.#open(target, size).finally(() => this.#openings.delete(opening))
      this.#openings.set(opening, target)
      return opening
    },
    'terminal.attach': ({ id }) =>
      this.#with(id, async (entry) => {
        entry.attached = true
        if (entry.running) this.#parts.ports.open(id)
        return ok(undefined)
      }),
    'terminal.reconnect': ({ id }) =>
      this.#with(id, (entry) => {
        entry.returning ??= this.#reconnect(entry).finally(() => {
          entry.returning = null
        })
        return entry.returning
      }),
    'terminal.close': ({ id }) => this.#with(id, (entry) => this.#close(entry)),
    'terminal.list': () => ok([...this.#entries.values()].map(({ terminal }) => terminal)),
    'terminal.answer': (answer) => this.#parts.prompts.answer(answer),
  }
  readonly #parts: OpenTerminalsParts
  readonly #routes: TerminalRoutes
  readonly #entries = new Map<string, Entry>()
  /** Being opened: its session may exist already, and nobody else would end it. */
  readonly #openings = new Map<Promise<Result<Terminal>>, TerminalTarget>()
  /** The thread has died before. */
  #died = false

  constructor(parts: OpenTerminalsParts) {
    this.#parts = parts
    this.#routes = parts.routes
    const { thread, prompts, emit, log } = parts
    const events: EventHandlers = {
      'terminal.changed': (terminal) => this.#changed(terminal),
      'terminal.closed': (closed) => emit('terminal.closed', closed),
      'terminal.prompt': (prompt) => prompts.asked(prompt),
      'terminal.prompt-done': ({ id }) => prompts.done(id),
      'log.line': ({ level, text }) => log[level](`terminals: ${text}`),
    }
    thread.onEvent((name, payload) => handleEvent(events, name, payload))
    thread.onState((state) => {
      if (state === 'restarting') this.#threadDied()
      // The first start is no news: nothing was lost.
      else if (this.#died) emit('terminal.restarted', undefined)
    })
  }

  /** How many are open. */
  get count(): number {
    return this.#entries.size
  }

  /** The page is gone; the connections live on. */
  pageGone(): void {
    this.#parts.ports.closeAll()
    for (const entry of this.#entries.values()) entry.attached = false
  }

  /** The machine woke up, maybe in another network. */
  async resumed(): Promise<void> {
    await Promise.all([...this.#entries.values()].map((entry) => this.#reroute(entry)))
    await this.#parts.thread.request('terminal.resumed')
  }

  /**
   * An account was removed: closes its terminals and ends their sessions, while the watch thread still knows it. Nobody
   * could afterwards.
   */
  async accountLeaves(accountId: string): Promise<void> {
    const isIts = (target: TerminalTarget) => target.kind === 'machine' && target.accountId === accountId
    const its = [...this.#entries.values()].filter(({ terminal }) => isIts(terminal.target))
    const closing = its.map((entry) => Promise.all([this.#close(entry), entry.returning]))
    await Promise.all([...closing, this.#endOpenings(isIts, (entry) => this.#close(entry))])
  }

  /** Ends the sessions we created; the thread then closes connections. Resolves when all were told, or cannot be. */
  async leave(): Promise<void> {
    const end = (entry: Entry) => this.#end(entry)
    await Promise.all([...[...this.#entries.values()].map(end), this.#endOpenings(() => true, end)])
  }

  async #with<T>(id: string, act: (entry: Entry) => Promise<Result<T>>): Promise<Result<T>> {
    const entry = this.#entries.get(id)
    return entry ? act(entry) : err(notFound())
  }

  async #open(target: TerminalTarget, size: TerminalSize): Promise<Result<Terminal>> {
    const route = await this.#routes.to(target, size)
    if (!route.ok) return route
    const { transport, ...names } = route.value
    const id = this.#parts.newId()
    const terminal: Terminal = { id, target, ...names, state: { kind: 'idle' } }
    const entry: Entry = { terminal, transport, size, running: false, attached: false, returning: null }
    this.#entries.set(id, entry)
    const started = await this.#start(entry)
    if (started.ok) return started
    this.#entries.delete(id)
    void this.#routes.end(target, transport, false)
    return started
  }

  async #start(entry: Entry): Promise<Result<Terminal>> {
    const { thread } = this.#parts
    const { terminal, transport, size } = entry
    const { id, target, label, sessionKey } = terminal
    entry.running = true
    thread.start()
    const started = await thread.request('terminal.start', { id, target, label, sessionKey, transport, size })
    if (!started.ok) entry.running = false
    return started
  }

  async #reconnect(entry: Entry): Promise<Result<undefined>> {
    const { thread, ports } = this.#parts
    const route = await this.#routes.back(entry)
    if (!route.ok) return route
    const { sessionKey, transport } = route.value
    const { id, target } = entry.terminal
    if (this.#entries.get(id) !== entry) {
      // Closed while its session was created.
      await this.#routes.end(target, transport, sessionKey === entry.terminal.sessionKey)
      return err(notFound())
    }
    entry.transport = transport
    entry.terminal = { ...entry.terminal, sessionKey }
    if (entry.running) return thread.request('terminal.restart', { id, sessionKey, transport })
    const started = await this.#start(entry)
    if (!started.ok) return started
    if (entry.attached) ports.open(id)
    return ok(undefined)
  }

  /** Makes a machine terminal's automatic retries use the system's current proxy. */
  async #reroute(entry: Entry): Promise<void> {
    const { transport } = entry
    if (transport.kind !== 'machine' || !isRetrying(entry.terminal)) return
    const proxy = await this.#routes.proxyTo(transport.baseUrl)
    // The person's own try is or was under way; it finds the proxy itself.
    if (entry.returning !== null || entry.transport !== transport || !entry.running) return
    if (proxy === transport.proxy || !isRetrying(entry.terminal)) return
    entry.transport = { ...transport, proxy }
    const { id } = entry.terminal
    await this.#parts.thread.request('terminal.reroute', { id, transport: entry.transport })
  }

  async #close(entry: Entry): Promise<Result<undefined>> {
    const { thread, ports, emit } = this.#parts
    const { id } = entry.terminal
    this.#entries.delete(id)
    ports.close(id)
    const { terminal, transport } = entry
    const stopped = entry.running ? await thread.request('terminal.stop', { id }) : err(notFound())
    if (!stopped.ok) emit('terminal.closed', { id })
    await this.#routes.end(terminal.target, transport, terminal.state.kind === 'ended')
    return ok(undefined)
  }

  #end({ terminal, transport }: Entry): Promise<void> {
    return this.#routes.end(terminal.target, transport, terminal.state.kind === 'ended')
  }

  /** Calls `end` with what is still being opened for such a target, once it is there. */
  async #endOpenings(
    isMeant: (target: TerminalTarget) => boolean,
    end: (entry: Entry) => unknown,
  ): Promise<void> {
    const known = new Set(this.#entries.values())
    const meant = [...this.#openings].filter(([, target]) => isMeant(target))
    await Promise.all(
      meant.map(async ([opening]) => {
        const opened = await opening
        const entry = opened.ok ? this.#entries.get(opened.value.id) : undefined
        if (entry && !known.has(entry)) await end(entry)
      }),
    )
  }

  #changed(terminal: Terminal): void {
    const entry = this.#entries.get(terminal.id)
    if (!entry) return
    entry.terminal = terminal
    this.#parts.prompts.changed(terminal)
    this.#parts.emit('terminal.changed', terminal)
    if (isUseless(terminal.state)) void this.#routes.end(terminal.target, entry.transport, false)
    else void this.#reroute(entry)
  }

  #threadDied(): void {
    const { ports, prompts, emit } = this.#parts
    this.#died = true
    prompts.forgetAll()
    for (const entry of this.#entries.values()) {
      ports.close(entry.terminal.id)
      entry.running = false
      if (entry.terminal.state.kind === 'ended') continue
      entry.terminal = { ...entry.terminal, state: threadLost() }
      emit('terminal.changed', entry.terminal)
    }
  }
}

/** Whether it will be retried automatically. */
const isRetrying = ({ state }: Terminal): boolean => state.kind === 'lost' && state.retryAt !== null

const threadLost = (): TerminalState => ({
  kind: 'lost',
  reason: threadsText.terminalsRestarted,
  retryAt: null,
})

const notFound = (): AppError => ({ kind: 'not-found', message: threadsText.noTerminal })
