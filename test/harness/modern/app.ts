import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { platform } from './platform.ts'
import { BrowserWindow, preventable } from './window.ts'

/** The command line as Chromium reads it. */
const commandLine = {
  hasSwitch: (name: string): boolean =>
    process.argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  getSwitchValue: (name: string): string =>
    process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  appendSwitch: (name: string, value?: string): void => {
    process.argv.push(value ? `--${name}=${value}` : `--${name}`)
  },
}

/** A process's parent; 0 for one that has ended by now. */
function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

class App extends EventEmitter {
  readonly commandLine = commandLine
  readonly isPackaged = false
  readonly #paths = new Map<string, string>([
    ['home', homedir()],
    ['temp', tmpdir()],
    ['downloads', path.join(homedir(), 'Downloads')],
    ['exe', process.execPath],
  ])
  #name = 'Electron'
  #version = ''
  #appPath = ''
  #ready: Promise<void> | null = null
  #isQuitting = false
  #isEnding = false
  /** Settles when another instance knows of us. */
  #told: Promise<unknown> = Promise.resolve()

  constructor() {
    super()
    platform.on('contents', (contents) => this.emit('web-contents-created', {}, contents))
    platform.on('window-stays', () => {
      this.#isQuitting = false
    })
    platform.on('window-closed', () => {
      if (BrowserWindow.getAllWindows().length > 0) return
      if (this.#isQuitting) this.#end()
      else this.emit('window-all-closed')
    })
  }

  setName(name: string): void {
    this.#name = name
  }

  setVersion(version: string): void {
    this.#version = version
  }

  setAppPath(folder: string): void {
    this.#appPath = folder
  }

  getName(): string {
    return this.#name
  }

  getVersion(): string {
    return this.#version
  }

  getAppPath(): string {
    return this.#appPath
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder)
  }

  getPath(name: string): string {
    const config = process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config')
    const folder = name === 'userData' ? path.join(config, this.#name) : undefined
    return this.#paths.get(name) ?? folder ?? path.join(this.getPath('userData'), name)
  }

  enableSandbox(): void {}

  /** Of this process and of all that it started. */
  getAppMetrics(): { pid: number }[] {
    const parents = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
    const family = [{ pid: process.pid }]
    for (const { pid } of family)
      family.push(...parents.filter(({ parent }) => parent === pid).map((child) => ({ pid: child.pid })))
    return family
  }

  setBadgeCount(): boolean {
    return true
  }

  /** Nobody waits for the next one. */
  relaunch(): void {}

  getLocale(): string {
    return 'en-US'
  }

  getSystemLocale(): string {
    return 'en-US'
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  getLoginItemSettings() {
    return { openAtLogin: false, wasOpenedAtLogin: false }
  }

  setLoginItemSettings(): void {}

  isReady(): boolean {
    return this.#ready !== null
  }

  whenReady(): Promise<void> {
    this.#ready ??= platform.start(this.getPath('userData')).then(() => {})
    return this.#ready
  }

  /** Whoever comes later to the same folder hands over its command line and ends. */
  requestSingleInstanceLock(): boolean {
    // A name that the system forgets together with the process.
    const name = `\0sessiondeck-${createHash('sha256').update(this.getPath('userData')).digest('hex')}`
    const server = createServer((socket) => {
      socket.setEncoding('utf8').on('data', (words: string) => {
        this.emit('second-instance', {}, JSON.parse(words), '', null)
      })
    })
    server.on('error', () => {})
    server.listen(name).unref()
    if (!server.listening)
      this.#told = once(connect(name).end(JSON.stringify(process.argv)), 'close').catch(() => {})
    return server.listening
  }

  quit(): void {
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    const windows = BrowserWindow.getAllWindows()
    for (const window of windows) window.close()
    if (windows.length === 0) this.#end()
  }

  exit(code = 0): void {
    this.#isEnding = true
    void Promise.all([platform.stop(), this.#told]).finally(() => process.exit(code))
  }

  #end(): void {
    const event = preventable()
    this.emit('will-quit', event)
    if (event.defaultPrevented || this.#isEnding) return
    this.emit('quit', {}, 0)
    this.exit()
  }
}

export const app = new App()
