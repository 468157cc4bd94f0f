import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { resizePage, WebContents } from './contents.ts'
import { platform } from './platform.ts'

/** An event whose default can be prevented. */
export function preventable() {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

/** A window on no screen: it has a size, which its page gets, and knows whether it would be seen. */
export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>()
  readonly webContents: WebContents
  #bounds: Rectangle
  #isVisible: boolean
  #isMinimized = false
  #isMaximized = false
  #isDestroyed = false
  #isOnTop = false

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }

  static fromWebContents(contents: object): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences } = options
    BrowserWindow.#all.add(this)
    this.#bounds = { x, y, width, height }
    this.#isVisible = show
    this.webContents = new WebContents(webPreferences)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      this.#isDestroyed = true
      BrowserWindow.#all.delete(this)
      this.emit('closed')
      platform.emit('window-closed')
    })
    resizePage(this.webContents, width, height)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.showInactive()
  }

  showInactive(): void {
    if (this.#isVisible) return
    this.#isVisible = true
    this.emit('show')
  }

  hide(): void {
    if (!this.#isVisible) return
    this.#isVisible = false
    this.emit('hide')
  }

  focus(): void {}

  minimize(): void {
    this.#isMinimized = true
    this.emit('minimize')
  }

  restore(): void {
    this.#isMinimized = false
    this.emit('restore')
  }

  maximize(): void {
    this.#isMaximized = true
    this.showInactive()
    this.emit('maximize')
  }

  unmaximize(): void {
    this.#isMaximized = false
    this.emit('unmaximize')
  }

  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) platform.emit('window-stays')
    else this.webContents.close()
  }

  isVisible(): boolean {
    return this.#isVisible
  }

  /** Nothing else could have the focus. */
  isFocused(): boolean {
    return this.#isVisible && !this.#isMinimized
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }

  isMaximized(): boolean {
    return this.#isMaximized
  }

  isFullScreen(): boolean {
    return false
  }

  setFullScreen(): void {}

  isAlwaysOnTop(): boolean {
    return this.#isOnTop
  }

  setAlwaysOnTop(on: boolean): void {
    this.#isOnTop = on
  }

  setMinimumSize(): void {}

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getNormalBounds(): Rectangle {
    return this.getBounds()
  }

  getContentSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    resizePage(this.webContents, this.#bounds.width, this.#bounds.height)
    this.emit('resize')
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setIcon(): void {}
}
