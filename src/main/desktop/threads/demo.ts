import { spawn } from 'node:child_process'
import { utilityProcess } from 'electron'
import { z } from 'zod'
import { type AppError, err, type Result } from '../../../shared/result'
import { type ManagedWorkspace, readWorkspace } from '../../settings/config-file'
import type { Log } from '../system/log'

/** The demo services, in a process of their own. */
type DemoServices = { stop(): void }

const readySchema = z.object({ type: z.literal('ready'), workspace: z.unknown() })

const restartMs = { first: 1_000, max: 30_000 }

const stopped: AppError = {
  kind: 'internal',
  message: 'The demo services stopped and are being restarted.',
}

/**
 * Runs the demo services until stopped, and again when they die. Each time they are up, or down, the workspace (or
 * why there is none) is reported.
 */
export function runDemoServices(
  file: string,
  onWorkspace: (workspace: Result<ManagedWorkspace>) => void,
  log: Log,
): DemoServices {
  let ended = false
  let delayMs = restartMs.first
  let timer: NodeJS.Timeout | null = null
  let child: Electron.UtilityProcess | null = null
  const start = () => {
    timer = null
    child = utilityProcess.fork(file, ['--port-channel'], { serviceName: 'Sessiondeck demo services' })
    child.on('message', (message: unknown) => {
      const ready = readySchema.safeParse(message)
      if (!ready.success) return
      delayMs = restartMs.first
      onWorkspace(readWorkspace(ready.data.workspace))
    })
    child.on('exit', (code) => {
      if (ended) return
      log.error(`The demo services ended (${code}); restarting in ${delayMs} ms.`)
      onWorkspace(err(stopped))
      timer = setTimeout(start, delayMs)
      delayMs = Math.min(delayMs * 2, restartMs.max)
    })
  }
  start()
  return {
    stop() {
      ended = true
      if (timer) clearTimeout(timer)
      child?.kill()
    },
  }
}

/**
 * Opens a second Sessiondeck on the demo workspace; it lives on without us.
 *
 * @param appFolder what an unpackaged runtime must be told to run; `null` for a packaged app
 * @throws if the program cannot be started
 */
export function openDemo(appFolder: string | null, switches: readonly string[]): Promise<void> {
  const words = [...(appFolder === null ? [] : [appFolder]), '--demo', ...switches]
  const child = spawn(process.execPath, words, { detached: true, stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
