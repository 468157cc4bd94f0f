import type { Log } from '../system/log'
import type { AppTray } from './tray'

/** The tray icon as the shell has it: it comes some time after the window, or never. */
type LateTray = AppTray & {
  /** Shows the icon. A desktop without a tray costs the tray, not the app. */
  open(): void
  readonly isOpen: boolean
}

/** Nothing is shown until it is opened. `openTray` is given the last count of live sessions, which nobody else keeps. */
export function createLateTray(openTray: (live: number) => AppTray, log: Log): LateTray {
  let tray: AppTray | null = null
  let live = 0
  return {
    open() {
      try {
        tray = openTray(live)
      } catch (cause) {
        log.error('The tray icon could not be shown.', cause)
      }
    },
    get isOpen() {
      return tray !== null
    },
    setLive(count) {
      live = count
      tray?.setLive(count)
    },
    setState: (state) => tray?.setState(state),
    setPresenting: (presenting) => tray?.setPresenting(presenting),
    setAsking: (count) => tray?.setAsking(count),
    destroy: () => tray?.destroy(),
  }
}
