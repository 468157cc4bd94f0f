import type { WatchState } from '../../../shared/contract'
import type { Log } from '../system/log'
import type { AppTray } from './tray'

/** The tray icon as the shell has it: it comes some time after the window, or never. Nothing is shown until it is opened. */
export class LateTray implements AppTray {
  readonly #show: (live: number) => AppTray
  readonly #log: Log
  #tray: AppTray | null = null
  #live = 0

  /** @param show shows the icon; it is given the last count of live sessions, which nobody else keeps */
  constructor(show: (live: number) => AppTray, log: Log) {
    this.#show = show
    this.#log = log
  }

  /** Shows the icon. A desktop without a tray costs the tray, not the app. */
  open(): void {
    try {
      this.#tray = this.#show(this.#live)
    } catch (cause) {
      this.#log.error('The tray icon could not be shown.', cause)
    }
  }

  get isOpen(): boolean {
    return this.#tray !== null
  }

  setLive(count: number): void {
    this.#live = count
    this.#tray?.setLive(count)
  }

  setState(state: WatchState): void {
    this.#tray?.setState(state)
  }

  setPresenting(presenting: boolean): void {
    this.#tray?.setPresenting(presenting)
  }

  setAsking(count: number): void {
    this.#tray?.setAsking(count)
  }

  redraw(): void {
    this.#tray?.redraw()
  }

  destroy(): void {
    this.#tray?.destroy()
  }
}
