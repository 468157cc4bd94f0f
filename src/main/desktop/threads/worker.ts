import { type MessagePort, Worker } from 'node:worker_threads'
import type { EventName, Output, RequestName } from '../../../shared/contract'
import { type AppError, err, type Result } from '../../../shared/result'
import { type Client, connect, type Port } from '../../../shared/rpc'
import { portOf } from '../../message-port'
import type { Log } from '../system/log'

/** A running thread: a port, and how to hear of and cause its end. */
export type Thread = {
  port: Port
  /** Sends a message with a port that the thread keeps, beside the contract's frames. */
  give(message: object, port: MessagePort): void
  /** Called once, when the thread has ended for whatever reason. */
  onExit(listener: (why: string) => void): void
  terminate(): Promise<void>
}

/** A worker thread as the shell sees it: one at a time, restarted when it dies. */
export type WorkerThread = {
  /** Asks the thread that runs now. While none runs, an error that says so. */
  request: Client['request']
  forward(name: RequestName, input: unknown): Promise<Result<unknown>>
  /** Gives the thread that runs now a port; while none runs, the port is closed. */
  give(message: object, port: MessagePort): void
  onEvent(listener: (name: EventName, payload: unknown) => void): void
  /** `running` after every (re)start: the new thread knows nothing yet. */
  onState(listener: (state: 'running' | 'restarting') => void): void
  /** Where it runs, or is about to be restarted, nothing happens. */
  start(): void
  stop(): Promise<void>
}

/** Restart after this long, doubled at each failure that follows; a thread that lived a minute starts over. */
const backoffMs = { first: 500, max: 30_000, healthyAfter: 60_000 }

/** What a person reads about a thread: `what` is its work, such as `Watching`. */
type ThreadWords = { name: 'watch' | 'terminals'; what: string }

const restarting = ({ what }: ThreadWords): AppError => ({
  kind: 'internal',
  message: `${what} stopped unexpectedly and is being restarted. Try again in a moment.`,
})

const closing = ['Sessiondeck is closing', 'Nothing more is asked.'] as const

const notSent: AppError = { kind: 'internal', message: closing.join('. ') }

/**
 * Keeps one thread alive. Requests that are open when it dies fail; an action among them may have taken effect all the
 * same, and its error says so.
 */
export function superviseThread(words: ThreadWords, spawn: () => Thread, log: Log): WorkerThread {
  const whileRestarting = restarting(words)
  const eventListeners = new Set<(name: EventName, payload: unknown) => void>()
  const stateListeners = new Set<(state: 'running' | 'restarting') => void>()
  let current: { thread: Thread; client: Client } | null = null
  let stopped = false
  let retry: NodeJS.Timeout | null = null
  let delayMs = backoffMs.first

  const say = (state: 'running' | 'restarting') => {
    for (const listener of stateListeners) listener(state)
  }

  const start = () => {
    if (current || stopped || retry) return
    const startedAt = performance.now()
    const thread = spawn()
    const client = connect(thread.port)
    current = { thread, client }
    client.onAny((name, payload) => {
      for (const listener of eventListeners) listener(name, payload)
    })
    thread.onExit((why) => {
      if (current?.thread !== thread) return
      current = null
      client.close(
        `${words.what} stopped unexpectedly before it answered`,
        'It is being restarted; try again in a moment.',
      )
      if (stopped) return
      if (performance.now() - startedAt > backoffMs.healthyAfter) delayMs = backoffMs.first
      log.error(`The ${words.name} thread ended (${why}); restarting in ${delayMs} ms.`)
      retry = setTimeout(() => {
        retry = null
        start()
      }, delayMs)
      delayMs = Math.min(delayMs * 2, backoffMs.max)
      say('restarting')
    })
    say('running')
  }

  const forward = async (name: RequestName, input: unknown): Promise<Result<unknown>> => {
    return current ? current.client.forward(name, input) : err(stopped ? notSent : whileRestarting)
  }

  return {
    request: (name, ...input) => forward(name, input[0]) as Promise<Result<Output<typeof name>>>,
    forward,
    give(message, port) {
      if (current) current.thread.give(message, port)
      else port.close()
    },
    onEvent: (listener) => void eventListeners.add(listener),
    onState: (listener) => void stateListeners.add(listener),
    start,
    async stop() {
      stopped = true
      if (retry) clearTimeout(retry)
      const ending = current
      ending?.client.close(...closing)
      await ending?.thread.terminate()
    },
  }
}

/**
 * Starts a file as a worker thread. It gets none of Electron's API, and what `data` holds.
 *
 * @param name what the thread is called in the log
 */
export function spawnThread(name: ThreadWords['name'], file: string, data: object, log: Log): Thread {
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
