import { z } from 'zod'
import { type AppError, err, type Result } from '../../../shared/result'
import { threadsText } from '../../../shared/text/threads'
import { type ManagedWorkspace, readWorkspace } from '../../settings/config-file'
import type { Log } from '../system/log'

const readySchema = z.object({ type: z.literal('ready'), workspace: z.unknown() })

const restartMs = { first: 1_000, max: 30_000 }

const stopped = (): AppError => ({
  kind: 'internal',
  message: threadsText.demoStopped,
})

/** The part of Electron's `utilityProcess` used here. */
type Processes = {
  fork(file: string, args: string[], options: { serviceName: string }): DemoProcess
}

/** The part of its `UtilityProcess` used here. `error`: it runs out of memory, and ends. 25 does not tell of that. */
type DemoProcess = {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  on(event: 'error', listener: (type: string, location: string) => void): unknown
  kill(): boolean
}

/** The demo services, in a process of their own that is started again when it dies. */
export class DemoServices {
  readonly #processes: Processes
  readonly #file: string
  readonly #onWorkspace: (workspace: Result<ManagedWorkspace>) => void
  readonly #log: Log
  #child: DemoProcess | null = null
  #timer: NodeJS.Timeout | null = null
  #delayMs = restartMs.first
  #ended = false

  /**
   * @param file the process's program
   * @param onWorkspace given the workspace each time the services come up, and the reason when they die
   */
  constructor(
    processes: Processes,
    file: string,
    onWorkspace: (workspace: Result<ManagedWorkspace>) => void,
    log: Log,
  ) {
    this.#processes = processes
    this.#file = file
    this.#onWorkspace = onWorkspace
    this.#log = log
  }

  start(): void {
    this.#timer = null
    this.#child = this.#processes.fork(this.#file, ['--port-channel'], {
      serviceName: 'Sessiondeck demo services',
    })
    this.#child.on('message', (message: unknown) => {
      const ready = readySchema.safeParse(message)
      if (!ready.success) return
      this.#delayMs = restartMs.first
      this.#onWorkspace(readWorkspace(ready.data.workspace))
    })
    // Nobody listening would make it an exception here.
    this.#child.on('error', (type, location) =>
      this.#log.error(`The demo services failed: ${type}, ${location}.`),
    )
    this.#child.on('exit', (code) => this.#died(code))
  }

  stop(): void {
    this.#ended = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#child?.kill()
  }

  #died(code: number): void {
    if (this.#ended) return
    this.#log.error(`The demo services ended (${code}); restarting in ${this.#delayMs} ms.`)
    this.#onWorkspace(err(stopped()))
    this.#timer = setTimeout(() => this.start(), this.#delayMs)
    this.#delayMs = Math.min(this.#delayMs * 2, restartMs.max)
  }
}
