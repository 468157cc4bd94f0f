import type { BrowserWindow, Rectangle } from 'electron'
import { smallestWindow } from './window-state'

/** The window while it only tells how many are live, in the screen's own units. */
const miniWindow = { width: 300, height: 340 } as const
const smallestMini = { width: 220, height: 140 } as const

type Window = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'maximize'
  | 'setAlwaysOnTop'
  | 'setBounds'
  | 'setFullScreen'
  | 'setMinimumSize'
  | 'unmaximize'
>

/** Time in which a system puts a window where it was asked to, ms. */
const settlingMs = 500
/** Largest frame that a system draws around a window, in the screen's own units. */
const largestFrame = 80

/** Makes the one window small and keeps it over all others; afterwards it is as it was. */
export class MiniView {
  readonly #browser: Window
  #before: { bounds: Rectangle; isMaximised: boolean } | null = null
  /** How far from where it is asked to be the system puts the window: some count their frame, some do not. */
  #offset = { x: 0, y: 0 }

  constructor(browser: Window) {
    this.#browser = browser
  }

  get isOn(): boolean {
    return this.#before !== null
  }

  /** Small from now on, or no longer. */
  set(on: boolean): void {
    if (on === this.isOn || this.#browser.isDestroyed()) return
    if (on) this.#shrink()
    else this.#restore()
  }

  #shrink(): void {
    const browser = this.#browser
    const bounds = browser.getNormalBounds()
    this.#before = { bounds, isMaximised: browser.isMaximized() }
    if (browser.isFullScreen()) browser.setFullScreen(false)
    if (browser.isMaximized()) browser.unmaximize()
    browser.setMinimumSize(smallestMini.width, smallestMini.height)
    // In the corner where its controls were.
    const corner = { x: bounds.x + bounds.width - miniWindow.width, y: bounds.y }
    browser.setBounds({ ...miniWindow, ...corner })
    browser.setAlwaysOnTop(true, 'floating')
    this.#offset = { x: 0, y: 0 }
    setTimeout(() => this.#measure(corner), settlingMs)
  }

  /** Sees how far from its corner the window was put; further away, somebody has moved it. */
  #measure(corner: { x: number; y: number }): void {
    if (!this.isOn || this.#browser.isDestroyed()) return
    const at = this.#browser.getBounds()
    const offset = { x: at.x - corner.x, y: at.y - corner.y }
    if (Math.abs(offset.x) <= largestFrame && Math.abs(offset.y) <= largestFrame) this.#offset = offset
  }

  #restore(): void {
    const browser = this.#browser
    const before = this.#before
    this.#before = null
    browser.setAlwaysOnTop(false)
    if (before) {
      const { x, y, ...size } = before.bounds
      browser.setBounds({ ...size, x: x - this.#offset.x, y: y - this.#offset.y })
    }
    browser.setMinimumSize(smallestWindow.width, smallestWindow.height)
    if (before?.isMaximised) browser.maximize()
  }
}
