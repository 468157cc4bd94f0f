import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IpcMainInvokeEvent, WebPreferences } from 'electron'
import type { WebSocket } from 'ws'
import type { Chromium } from './chromium.ts'
import { createCodec } from './codec.ts'
import { Link } from './link.ts'
import { runPreload } from './page.ts'
import { platform, toHttp } from './platform.ts'
import { MessagePortMain } from './ports.ts'
import { theme } from './theme.ts'

/** Electron's step from one zoom level to the next. */
const zoomStep = 1.2

/** Sets the size of the page, in the screen's units. */
export let resizePage: (contents: WebContents, width: number, height: number) => void

/** A page in Chromium. Emits `destroyed`, like Electron. */
export class WebContents extends EventEmitter {
  static readonly #all = new Map<number, WebContents>()
  static #last = 0
  readonly id = ++WebContents.#last
  readonly #preferences: WebPreferences
  readonly #target: Promise<{ browser: Chromium; targetId: string; sessionId: string }>
  #targetId = ''
  #link: Link | null = null
  #url = ''
  #size = { width: 800, height: 600 }
  #zoomLevel = 0
  #isCrashed = false
  #isDestroyed = false

  static {
    resizePage = (contents, width, height) => {
      contents.#size = { width, height }
      contents.#measure()
    }
  }

  static getAllWebContents(): WebContents[] {
    return [...WebContents.#all.values()]
  }

  static fromId(id: number): WebContents | undefined {
    return WebContents.#all.get(id)
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.#targetId === targetId)
  }

  constructor(preferences: WebPreferences = {}) {
    super()
    this.#preferences = preferences
    WebContents.#all.set(this.id, this)
    platform.await(this.id, { joined: (socket, url) => this.#joined(socket, url) })
    this.#target = this.#open()
    const dress = () =>
      void this.#send('Emulation.setEmulatedMedia', { features: [theme.feature] }).catch(() => {})
    theme.on('updated', dress)
    this.once('destroyed', () => theme.off('updated', dress))
    platform.emit('contents', this)
  }

  async loadURL(url: string): Promise<void> {
    const { errorText } = await this.#send('Page.navigate', { url: toHttp(url) })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    this.#url = url
    this.#isCrashed = false
  }

  getURL(): string {
    return this.#url
  }

  reload(): void {
    void this.#send('Page.reload').catch(() => {})
  }

  send(channel: string, ...args: unknown[]): void {
    this.#link?.send(channel, args)
  }

  postMessage(channel: string, message: unknown, transfer: readonly object[] = []): void {
    const ports = transfer.filter((each) => each instanceof MessagePortMain)
    if (this.#link) this.#link.send(channel, [message], ports)
    else for (const port of ports) port.close()
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const answer = await this.#send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    const { result, exceptionDetails } = answer as { result: { value: unknown }; exceptionDetails?: unknown }
    if (exceptionDetails) throw new Error('Script failed to execute')
    return result.value
  }

  close(): void {
    // Unlike `Target.closeTarget` it lets the page say its last words.
    void this.#send('Page.close').catch(() => {})
  }

  forcefullyCrashRenderer(): void {
    void this.#send('Page.crash').catch(() => {})
  }

  isCrashed(): boolean {
    return this.#isCrashed
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  getZoomLevel(): number {
    return this.#zoomLevel
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level
    this.#measure()
  }

  getZoomFactor(): number {
    return zoomStep ** this.#zoomLevel
  }

  setZoomFactor(factor: number): void {
    this.setZoomLevel(Math.log(factor) / Math.log(zoomStep))
  }

  toggleDevTools(): void {}

  setWindowOpenHandler(): void {}

  /** The page lives in a window of its own, which Chromium made as small as it likes. */
  #measure(): void {
    const zoom = this.getZoomFactor()
    const width = Math.round(this.#size.width / zoom)
    const height = Math.round(this.#size.height / zoom)
    void this.#send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: zoom,
      mobile: false,
    }).catch(() => {})
  }

  async #open() {
    const browser = await platform.chromium
    const { targetId, sessionId } = await browser.open((method) => this.#hear(method))
    this.#targetId = targetId
    const tell = (method: string, params: object) => browser.send(method, params, sessionId)
    const { preload, additionalArguments = [] } = this.#preferences
    if (preload !== undefined) {
      const text = `function (require, process, module = { exports: {} }, exports = module.exports) {\n${readFileSync(preload, 'utf8')}\n}`
      const source = `(${runPreload})((${createCodec})(), ${this.id}, ${JSON.stringify(additionalArguments)}, ${text})`
      await tell('Page.addScriptToEvaluateOnNewDocument', { source })
    }
    await Promise.all([
      tell('Page.enable', {}),
      tell('Inspector.enable', {}),
      tell('Emulation.setEmulatedMedia', { features: [theme.feature] }),
    ])
    return { browser, targetId, sessionId }
  }

  async #send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const { browser, sessionId } = await this.#target
    return browser.send(method, params, sessionId)
  }

  #joined(socket: WebSocket, url: string): void {
    // Each document has a socket of its own, so this is when the one before it is gone.
    this.emit('did-start-loading')
    this.#link?.close()
    this.#url = url
    this.#link = new Link(socket, {
      sender: this,
      senderFrame: { url, parent: null },
    } as unknown as IpcMainInvokeEvent)
  }

  #hear(method: string): void {
    // Chromium begins with an empty page.
    if (method === 'Page.loadEventFired' && this.#url !== '') this.emit('did-finish-load')
    else if (method === 'Inspector.targetCrashed') {
      this.#isCrashed = true
      this.#link = null
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    } else if (method === 'Inspector.detached') {
      this.#isDestroyed = true
      WebContents.#all.delete(this.id)
      this.emit('destroyed')
    }
  }
}
