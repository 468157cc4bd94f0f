import type { EventName, Payload, RequestsOf } from '../../../shared/contract'
import { type EventHandlers, handleEvent } from '../../../shared/event-handlers'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { Terminal, TerminalSize, TerminalTarget, Transport } from '../../../shared/terminal'
import type { WorkerThread } from './supervised-thread'
import type { TerminalPorts } from './terminal-ports'
import type { TerminalPrompts } from './terminal-prompts'
import { createTerminalWays, isUseless, type TerminalWaysParts } from './terminal-ways'

type TerminalRequests = Extract<RequestsOf<'shell'>, `terminal.${string}`>

/** The shell's part in the terminals: who is there, how each is reached, what outlives their thread. */
type TerminalsControl = {
  handlers: Handlers<TerminalRequests>
  /** The page is gone; the connections live on. */
  pageGone(): void
  /** The machine woke up, maybe in another network. */
  resumed(): Promise<void>
  /**
   * An account was removed: closes its terminals and ends their sessions, while the watch thread knows it still. Nobody
   * could afterwards.
   */
  accountLeaves(accountId: string): Promise<void>
  /** Ends the sessions that we created; the thread's end closes the connections. Resolves when all were told, or cannot be. */
  leave(): Promise<void>
}

/** What it works with. */
type TerminalsControlParts = TerminalWaysParts & {
  thread: Pick<WorkerThread, 'start' | 'request' | 'onEvent' | 'onState'>
  ports: TerminalPorts
  prompts: TerminalPrompts
  emit<E extends EventName>(name: E, payload: Payload<E>): void
  newId(): string
}

/** A terminal and its way to the other side. `size` is what it was opened with; `attached`: a page shows it. */
type Entry = {
  terminal: Terminal
  transport: Transport
  size: TerminalSize
  /** The thread that runs now knows it. */
  running: boolean
  attached: boolean
  /** The try that is being prepared: asking twice must not create two sessions. */
  returning: Promise<Result<undefined>> | null
}

/** Opens, keeps and ends terminals at the window's request. */
export function createTerminalsControl(parts: TerminalsControlParts): TerminalsControl {
  const { thread, ports, prompts, proxyTo, emit, newId, log } = parts
  const ways = createTerminalWays(parts)
  const entries = new Map<string, Entry>()
  /** What is being opened: its session may be there already, and nobody else would end it. */
  const openings = new Map<Promise<Result<Terminal>>, TerminalTarget>()

  const find = (id: string): Result<Entry> => {
    const entry = entries.get(id)
    return entry ? ok(entry) : err(notFound)
  }

  const start = async (entry: Entry): Promise<Result<Terminal>> => {
    const { terminal, transport, size } = entry
    const { id, target, label, sessionKey } = terminal
    entry.running = true
    thread.start()
    const started = await thread.request('terminal.start', { id, target, label, sessionKey, transport, size })
    if (!started.ok) entry.running = false
    return started
  }

  const open = async (target: TerminalTarget, size: TerminalSize): Promise<Result<Terminal>> => {
    const way = await ways.to(target, size)
    if (!way.ok) return way
    const { transport, ...names } = way.value
    const id = newId()
    const terminal: Terminal = { id, target, ...names, state: { kind: 'idle' } }
    const entry: Entry = { terminal, transport, size, running: false, attached: false, returning: null }
    entries.set(id, entry)
    const started = await start(entry)
    if (started.ok) return started
    entries.delete(id)
    void ways.end(target, transport, false)
    return started
  }

  /** Calls `end` with what is being opened for such a target and not known yet, once it is there. */
  const endOpenings = async (
    isMeant: (target: TerminalTarget) => boolean,
    end: (entry: Entry) => unknown,
  ) => {
    const known = new Set(entries.values())
    const meant = [...openings].filter(([, target]) => isMeant(target))
    await Promise.all(
      meant.map(async ([opening]) => {
        const opened = await opening
        const entry = opened.ok ? entries.get(opened.value.id) : undefined
        if (entry && !known.has(entry)) await end(entry)
      }),
    )
  }

  const reconnect = async (entry: Entry): Promise<Result<undefined>> => {
    const way = await ways.back(entry)
    if (!way.ok) return way
    const { id } = entry.terminal
    if (entries.get(id) !== entry) {
      // Closed while its new session was created.
      await ways.end(
        entry.terminal.target,
        way.value.transport,
        way.value.sessionKey === entry.terminal.sessionKey,
      )
      return err(notFound)
    }
    const { sessionKey, transport } = way.value
    entry.transport = transport
    entry.terminal = { ...entry.terminal, sessionKey }
    if (entry.running) return thread.request('terminal.restart', { id, sessionKey, transport })
    const started = await start(entry)
    if (!started.ok) return started
    if (entry.attached) ports.open(id)
    return ok(undefined)
  }

  /** What a terminal on a machine will try by itself goes through the proxy that the system has now. */
  const reroute = async (entry: Entry): Promise<void> => {
    const { transport } = entry
    if (transport.kind !== 'machine' || !isRetrying(entry.terminal)) return
    const proxy = await proxyTo(transport.baseUrl)
    // The person's own try is on its way, or was: it finds the proxy itself.
    if (entry.returning !== null || entry.transport !== transport || !entry.running) return
    if (proxy === transport.proxy || !isRetrying(entry.terminal)) return
    entry.transport = { ...transport, proxy }
    await thread.request('terminal.reroute', { id: entry.terminal.id, transport: entry.transport })
  }

  const close = async ({ terminal, transport, running }: Entry): Promise<Result<undefined>> => {
    const { id, target, state } = terminal
    entries.delete(id)
    ports.close(id)
    const stopped = running ? await thread.request('terminal.stop', { id }) : err(notFound)
    if (!stopped.ok) emit('terminal.closed', { id })
    await ways.end(target, transport, state.kind === 'ended')
    return ok(undefined)
  }

  const own: EventHandlers = {
    'terminal.changed': (terminal) => {
      const entry = entries.get(terminal.id)
      if (!entry) return
      entry.terminal = terminal
      prompts.changed(terminal)
      emit('terminal.changed', terminal)
      if (isUseless(terminal.state)) void ways.end(terminal.target, entry.transport, false)
      else void reroute(entry)
    },
    'terminal.closed': (closed) => emit('terminal.closed', closed),
    'terminal.prompt': (prompt) => prompts.asked(prompt),
    'terminal.prompt-done': ({ id }) => prompts.done(id),
    'log.line': ({ level, text }) => log[level](`terminals: ${text}`),
  }
  thread.onEvent((name, payload) => handleEvent(own, name, payload))

  let died = false
  thread.onState((state) => {
    if (state === 'running') {
      // The first start is no news: there was nothing to lose.
      if (died) emit('terminal.restarted', undefined)
      return
    }
    died = true
    prompts.forgetAll()
    for (const entry of entries.values()) {
      ports.close(entry.terminal.id)
      entry.running = false
      if (entry.terminal.state.kind === 'ended') continue
      entry.terminal = { ...entry.terminal, state: threadLost }
      emit('terminal.changed', entry.terminal)
    }
  })

  const withEntry = async <T>(id: string, act: (entry: Entry) => Promise<Result<T>>): Promise<Result<T>> => {
    const entry = find(id)
    return entry.ok ? act(entry.value) : entry
  }

  return {
    handlers: {
      'terminal.open': ({ target, size }) => {
        const opening = open(target, size).finally(() => openings.delete(opening))
        openings.set(opening, target)
        return opening
      },
      'terminal.attach': ({ id }) =>
        withEntry(id, async (entry) => {
          entry.attached = true
          if (entry.running) ports.open(id)
          return ok(undefined)
        }),
      'terminal.reconnect': ({ id }) =>
        withEntry(id, (entry) => {
          entry.returning ??= reconnect(entry).finally(() => {
            entry.returning = null
          })
          return entry.returning
        }),
      'terminal.close': ({ id }) => withEntry(id, close),
      'terminal.list': () => ok([...entries.values()].map(({ terminal }) => terminal)),
      'terminal.answer': (answer) => prompts.answer(answer),
    },
    pageGone() {
      ports.closeAll()
      for (const entry of entries.values()) entry.attached = false
    },
    async resumed() {
      await Promise.all([...entries.values()].map(reroute))
      await thread.request('terminal.resumed')
    },
    async accountLeaves(accountId) {
      const isIts = (target: TerminalTarget) => target.kind === 'machine' && target.accountId === accountId
      const its = [...entries.values()].filter(({ terminal }) => isIts(terminal.target))
      const closing = its.map((entry) => Promise.all([close(entry), entry.returning]))
      await Promise.all([...closing, endOpenings(isIts, close)])
    },
    async leave() {
      const end = ({ terminal, transport }: Entry) =>
        ways.end(terminal.target, transport, terminal.state.kind === 'ended')
      const ending = [...entries.values()].map(end)
      await Promise.all([...ending, endOpenings(() => true, end)])
    },
  }
}

/** Whether it will be tried again without being asked to. */
const isRetrying = ({ state }: Terminal): boolean => state.kind === 'lost' && state.retryAt !== null

const threadLost = {
  kind: 'lost',
  reason: 'The terminals stopped unexpectedly and were restarted. Reconnect to go on.',
  retryAt: null,
} as const

const notFound: AppError = { kind: 'not-found', message: 'This terminal is no longer there.' }
