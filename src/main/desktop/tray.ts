import { Menu, type NativeImage, Tray } from 'electron'
import type { WatchState } from '../../shared/contract'
import { appIcon } from './icon'
import { trayTitle } from './tray-title'

/** What the tray can ask for. */
type TrayCommands = {
  show(): void
  setPaused(paused: boolean): void
  muteFor(forMs: number): void
  setPresenting(presenting: boolean): void
  quit(): void
}

/** The tray icon: the live count and the few things one wants without the window. */
export type AppTray = {
  setLive(count: number): void
  setState(state: WatchState): void
  setPresenting(presenting: boolean): void
  destroy(): void
}

const muteMs = 60 * 60 * 1000
/** Replacing the menu costs D-Bus traffic on Linux, and a roster can change many times a second. */
const redrawMs = 1_000

/** What the tray shows. */
type TrayFacts = { live: number; state: WatchState; presenting: boolean }

/** Shows the tray icon until destroyed. */
export function openTray(commands: TrayCommands, initial: TrayFacts): AppTray {
  const tray = new Tray(trayImage())
  let { live, state, presenting } = initial
  let timer: NodeJS.Timeout | null = null
  let drawn = ''

  const draw = () => {
    timer = null
    const title = trayTitle(live, state)
    const muted = state.mutedUntil !== null
    const look = `${title}|${state.paused}|${muted}|${presenting}`
    if (look === drawn) return
    drawn = look
    tray.setToolTip(title)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: title, enabled: false },
        { type: 'separator' },
        { label: 'Show Sessiondeck', click: () => commands.show() },
        {
          label: state.paused ? 'Resume watching' : 'Pause watching',
          click: () => commands.setPaused(!state.paused),
        },
        {
          label: muted ? 'Unmute notifications' : 'Mute notifications for 1 hour',
          click: () => commands.muteFor(muted ? 0 : muteMs),
        },
        {
          label: 'Presentation mode',
          type: 'checkbox',
          checked: presenting,
          click: () => commands.setPresenting(!presenting),
        },
        { type: 'separator' },
        { label: 'Quit Sessiondeck', click: () => commands.quit() },
      ]),
    )
  }
  const drawSoon = () => {
    timer ??= setTimeout(draw, redrawMs)
  }

  // The person just chose it in the menu: it must be there when they look again.
  const drawNow = () => {
    if (timer) clearTimeout(timer)
    draw()
  }

  tray.on('click', () => commands.show())
  draw()
  return {
    setLive(count) {
      live = count
      drawSoon()
    },
    setState(next) {
      state = next
      drawNow()
    },
    setPresenting(next) {
      presenting = next
      drawNow()
    },
    destroy() {
      if (timer) clearTimeout(timer)
      tray.destroy()
    },
  }
}

function trayImage(): NativeImage {
  if (process.platform === 'darwin') return appIcon(18, 'template')
  return appIcon(process.platform === 'win32' ? 16 : 24)
}
