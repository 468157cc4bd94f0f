import type { BrowserWindow, Rectangle } from 'electron'
import { smallestWindow } from './window-state'

/** The window while it only tells how many are live, in the screen's own units. */
const miniWindow = { width: 300, height: 340 } as const
const smallestMini = { width: 220, height: 140 } as const

type Window = Pick<
  BrowserWindow,
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

/** Makes the one window small and keeps it over all others; afterwards it is as it was. */
export class MiniView {
  readonly #browser: Window
  #before: { bounds: Rectangle; isMaximised: boolean } | null = null

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
    browser.setBounds({ ...miniWindow, x: bounds.x + bounds.width - miniWindow.width, y: bounds.y })
    browser.setAlwaysOnTop(true, 'floating')
  }

  #restore(): void {
    const browser = this.#browser
    const before = this.#before
    this.#before = null
    browser.setAlwaysOnTop(false)
    if (before) browser.setBounds(before.bounds)
    browser.setMinimumSize(smallestWindow.width, smallestWindow.height)
    if (before?.isMaximised) browser.maximize()
  }
}
