import { mkdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from 'playwright-core'
import { applicationEnvironment } from '../../scripts/desktop.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { answerTimeoutMs } from './timeouts.mjs'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const screenshotFolder = path.join(projectFolder, 'test-results')

/** How long the application may take to quit by itself before it is ended. */
const quitTimeoutMs = 15_000

/** Whether this process runs inside a private desktop session; end-to-end suites skip themselves elsewhere. */
export const hasDesktop = process.env.SESSIONDECK_DESKTOP === '1'

/** The system's languages, whatever this machine speaks: tests look for English words. */
const inEnglish = { LANGUAGE: 'en_US' }

export interface LaunchOptions {
  /** Arguments for the application, such as `--demo`. */
  args?: string[]
  /** A folder that the test owns, to be used by several launches. Without it, each launch has a new one that goes with it. */
  userDataDir?: string
  /** A program that the main process loads before the application. */
  preload?: string
  /** What `--config` is to contain. Notifications are on, as after the question about them, unless it says otherwise. */
  config?: unknown
  /** Variables on top of this process's own, such as another desktop session's. */
  env?: NodeJS.ProcessEnv
}

export interface LaunchedApp {
  app: ElectronApplication
  /** The first window. */
  window: Page
  userDataDir: string
  /** What the main process printed, without the first lines until its debugger answered. */
  output(): string
  /** Errors of all open windows so far: console errors and uncaught exceptions. */
  windowErrors(): Promise<string[]>
  /** Writes `test-results/NAME.png` and returns its path. */
  screenshot(name: string): Promise<string>
  /** Quits the application, ends what is left of it, and removes its files. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Starts the built application in the real Electron runtime and waits for its first window.
 *
 * @throws with the main process's output if no window appears; nothing is left running then
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const runtime = await ensureElectron()
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-app-'))
  const userDataDir = options.userDataDir ?? path.join(folder, 'user-data')
  const output: string[] = []
  let quitApp = async () => {}
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= quitApp().then(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    return closing
  }

  try {
    const preload = options.preload === undefined ? [] : ['-r', options.preload]
    const args = [...preload, projectFolder, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])]
    if (options.config !== undefined) {
      const file = path.join(folder, 'config.json')
      await writeFile(file, JSON.stringify(afterFirstMinute(options.config)))
      args.push('--config', file)
    }
    const app = await _electron.launch({
      executablePath: runtime.path,
      args: [...runtime.args, ...args],
      chromiumSandbox: !runtime.args.includes('--no-sandbox'),
      env: definedOnly({ ...applicationEnvironment(), ...inEnglish, ...options.env }),
    })
    const mainProcess = app.process()
    quitApp = () => quit(app, mainProcess.pid)
    for (const stream of [mainProcess.stdout, mainProcess.stderr]) {
      stream?.on('data', (data: Buffer) => output.push(data.toString()))
    }
    const window = await app.firstWindow()
    // Chromium begins with an empty page.
    await window.waitForURL(/^(?!about:)/, { waitUntil: 'commit' })
    window.setDefaultTimeout(answerTimeoutMs)
    return {
      app,
      window,
      userDataDir,
      output: () => output.join(''),
      windowErrors: () => errorsOf(app.windows()),
      screenshot: (name) => screenshot(window, name),
      close,
    }
  } catch (error) {
    await close()
    // Playwright's message has the process's first lines, the streams have the later ones.
    const first = error instanceof Error ? error.message : String(error)
    throw new Error(`The application did not start: ${first}\n${output.join('')}`, { cause: error })
  }
}

/** The config of somebody who has been asked what is asked once. */
function afterFirstMinute(config: unknown): unknown {
  if (typeof config !== 'object' || config === null) return config
  const settings = 'settings' in config ? config.settings : {}
  return { ...config, settings: { notifications: true, notificationsAsked: true, ...Object(settings) } }
}

/** Ends the worker thread that gets the next message: the application does not hand its threads out. */
export const endNextThread = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const threads: typeof import('node:worker_threads') | undefined =
      process.mainModule?.require('node:worker_threads')
    if (!threads) throw new Error('There is no way to the threads.')
    const { Worker } = threads
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>, ...message) {
      Worker.prototype.postMessage = post
      void this.terminate()
      return post.apply(this, message)
    }
  })
/** An error, or what Node says of an emitter that too many listen to. */
const isFault = (message: ConsoleMessage) =>
  message.type() === 'error' || message.text().includes('MaxListenersExceededWarning')

async function errorsOf(windows: Page[]): Promise<string[]> {
  const errors = windows.map(async (page) => {
    const messages = (await page.consoleMessages()).filter(isFault)
    const exceptions = await page.pageErrors()
    return [
      ...messages.map((message) => message.text()),
      ...exceptions.map((error) => error.stack ?? error.message),
    ]
  })
  return (await Promise.all(errors)).flat()
}

async function screenshot(window: Page, name: string): Promise<string> {
  mkdirSync(screenshotFolder, { recursive: true })
  const file = path.join(screenshotFolder, `${name}.png`)
  await window.screenshot({ path: file })
  return file
}

/**
 * Asks the application to quit, then ends its whole process group: Playwright starts it as the leader of one, so the
 * services that a demo started end with it even if it crashed.
 */
async function quit(app: ElectronApplication, pid: number | undefined): Promise<void> {
  const quitting = app.close().catch(() => {})
  await Promise.race([quitting, sleep(quitTimeoutMs, undefined, { ref: false })])
  if (pid === undefined || process.platform === 'win32') return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // ESRCH: everything has ended already.
  }
  await quitting
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}
