import { type MessagePort, Worker } from 'node:worker_threads'
import type { EventName, Input, Output, RequestName } from '../../../shared/contract'
import { err, type Result } from '../../../shared/result'
import { type Client, connect, type Port } from '../../../shared/rpc'
import { threadsText } from '../../../shared/text/threads'
import { type BackoffBounds, backoffMs } from '../../lib/backoff'
import { portOf } from '../../message-port'
import type { Log } from '../system/log'

/** A running thread: a port, and how to observe and cause its end. */
export type Thread = {
  port: Port
  /** Sends a message with a port that the thread keeps, beside the contract's frames. */
  give(message: object, port: MessagePort): void
  /** Called once, when the thread has ended for whatever reason. */
  onExit(listener: (why: string) => void): void
  terminate(): Promise<void>
}

/** `running` after each (re)start: the new thread knows nothing yet. */
type ThreadState = 'running' | 'restarting'

/** A worker thread as the shell sees it: one at a time, restarted when it dies. */
export interface WorkerThread {
  /** Sends to the running thread. While none runs, an error says so. */
  request: Client['request']
  forward(name: RequestName, input: unknown): Promise<Result<unknown>>
  /** Gives the running thread a port; while none runs, the port is closed. */
  give(message: object, port: MessagePort): void
  onEvent(listener: (name: EventName, payload: unknown) => void): void
  onState(listener: (state: ThreadState) => void): void
  /** Does nothing if it runs or is about to be restarted. */
  start(): void
  stop(): Promise<void>
}

/** Waits before a dead thread is restarted. */
const restartBackoff: BackoffBounds = { firstMs: 500, longestMs: 30_000 }
/** Lifetime after which a thread's death counts as the first, ms. */
const healthyAfterMs = 60_000

/** What a thread is called in the log. */
type ThreadName = 'watch' | 'terminals'

/** What is said of a thread that died: to whom asks it now, and to whom waits for an answer. */
const words = (name: ThreadName): { restarting: string; stopped: [what: string, advice: string] } =>
  name === 'watch'
    ? {
        restarting: threadsText.watchRestarting,
        stopped: [threadsText.watchStopped, threadsText.watchReturns],
      }
    : {
        restarting: threadsText.terminalsRestarting,
        stopped: [threadsText.terminalsStopped, threadsText.terminalsReturn],
      }

/**
 * Keeps one thread alive. Requests that are open when it dies fail; an action among them may have taken effect all the
 * same, and its error says so.
 */
export class SupervisedThread implements WorkerThread {
  readonly #name: ThreadName
  readonly #spawn: () => Thread
  readonly #log: Log
  readonly #eventListeners = new Set<(name: EventName, payload: unknown) => void>()
  readonly #stateListeners = new Set<(state: ThreadState) => void>()
  #current: { thread: Thread; client: Client } | null = null
  #stopped = false
  #restart: NodeJS.Timeout | null = null
  /** Consecutive deaths. */
  #deaths = 0

  constructor(name: ThreadName, spawn: () => Thread, log: Log) {
    this.#name = name
    this.#spawn = spawn
    this.#log = log
  }

  request<N extends RequestName>(
    name: N,
    ...input: undefined extends Input<N> ? [] : [Input<N>]
  ): Promise<Result<Output<N>>> {
    return this.forward(name, input[0]) as Promise<Result<Output<N>>>
  }

  async forward(name: RequestName, input: unknown): Promise<Result<unknown>> {
    if (this.#current) return this.#current.client.forward(name, input)
    return err({
      kind: 'internal',
      message: this.#stopped ? threadsText.notSent : words(this.#name).restarting,
    })
  }

  give(message: object, port: MessagePort): void {
    if (this.#current) this.#current.thread.give(message, port)
    else port.close()
  }

  onEvent(listener: (name: EventName, payload: unknown) => void): void {
    this.#eventListeners.add(listener)
  }

  onState(listener: (state: ThreadState) => void): void {
    this.#stateListeners.add(listener)
  }

  start(): void {
    if (this.#current || this.#stopped || this.#restart) return
    const startedAt = performance.now()
    const thread = this.#spawn()
    const client = connect(thread.port)
    this.#current = { thread, client }
    client.onAny((name, payload) => {
      for (const listener of this.#eventListeners) listener(name, payload)
    })
    thread.onExit((why) => {
      if (this.#current?.thread === thread) this.#died(client, why, performance.now() - startedAt)
    })
    this.#say('running')
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#restart) clearTimeout(this.#restart)
    const ending = this.#current
    ending?.client.close(threadsText.closing, threadsText.nothingAsked)
    await ending?.thread.terminate()
  }

  #died(client: Client, why: string, livedMs: number): void {
    this.#current = null
    client.close(...words(this.#name).stopped)
    if (this.#stopped) return
    this.#deaths = livedMs > healthyAfterMs ? 1 : this.#deaths + 1
    const delayMs = backoffMs(this.#deaths, restartBackoff)
    this.#log.error(`The ${this.#name} thread ended (${why}); restarting in ${delayMs} ms.`)
    this.#restart = setTimeout(() => {
      this.#restart = null
      this.start()
    }, delayMs)
    this.#say('restarting')
  }

  #say(state: ThreadState): void {
    for (const listener of this.#stateListeners) listener(state)
  }
}

/** Starts a file as a worker thread. It gets none of Electron's API, and what `data` holds. */
export function spawnThread(name: ThreadName, file: string, data: object, log: Log): Thread {
  const worker = new Worker(file, { name, workerData: data, execArgv: [] })
  worker.on('error', (cause) => log.error(`The ${name} thread failed.`, cause))
  worker.on('messageerror', (cause) => log.error(`A message of the ${name} thread was lost.`, cause))
  return {
    port: portOf(worker),
    give: (message, port) => worker.postMessage({ ...message, port }, [port]),
    onExit: (listener) => void worker.once('exit', (code) => listener(`exit code ${code}`)),
    terminate: async () => void (await worker.terminate()),
  }
}
