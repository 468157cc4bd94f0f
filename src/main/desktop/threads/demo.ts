import { utilityProcess } from 'electron'
import { z } from 'zod'
import { type AppError, err, type Result } from '../../../shared/result'
import { type ManagedWorkspace, readWorkspace } from '../../settings/config-file'
import type { Log } from '../system/log'

const readySchema = z.object({ type: z.literal('ready'), workspace: z.unknown() })

const restartMs = { first: 1_000, max: 30_000 }

const stopped: AppError = {
  kind: 'internal',
  message: 'The demo services stopped and are being restarted.',
}

/** The demo services, in a process of their own that is started again when it dies. */
export class DemoServices {
  readonly #file: string
  readonly #onWorkspace: (workspace: Result<ManagedWorkspace>) => void
  readonly #log: Log
  #child: Electron.UtilityProcess | null = null
  #timer: NodeJS.Timeout | null = null
  #delayMs = restartMs.first
  #ended = false

  /**
   * @param file the process's program
   * @param onWorkspace given the workspace each time the services come up, and the reason when they die
   */
  constructor(file: string, onWorkspace: (workspace: Result<ManagedWorkspace>) => void, log: Log) {
    this.#file = file
    this.#onWorkspace = onWorkspace
    this.#log = log
  }

  start(): void {
    this.#timer = null
    this.#child = utilityProcess.fork(this.#file, ['--port-channel'], {
      serviceName: 'Sessiondeck demo services',
    })
    this.#child.on('message', (message: unknown) => {
      const ready = readySchema.safeParse(message)
      if (!ready.success) return
      this.#delayMs = restartMs.first
      this.#onWorkspace(readWorkspace(ready.data.workspace))
    })
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
    this.#onWorkspace(err(stopped))
    this.#timer = setTimeout(() => this.start(), this.#delayMs)
    this.#delayMs = Math.min(this.#delayMs * 2, restartMs.max)
  }
}
