import { Menu, type NativeImage, Tray } from 'electron'
import type { WatchState } from '../../../shared/contract'
import { appIcon } from './icon'
import { askingWords, trayTitle } from './tray-title'

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
  /** How many terminals ask the person something that they cannot see. */
  setAsking(count: number): void
  destroy(): void
}

const muteMs = 60 * 60 * 1000
/** Replacing the menu costs D-Bus traffic on Linux, and a roster can change many times a second. */
const redrawMs = 1_000

/** What the tray shows. */
type TrayFacts = { live: number; state: WatchState; presenting: boolean }

/** Shows the tray icon until destroyed. */
export function openTray(commands: TrayCommands, initial: TrayFacts): AppTray {
  const tray = new Tray(trayImage(false))
  let { live, state, presenting } = initial
  let timer: NodeJS.Timeout | null = null
  let asking = 0
  let drawn = ''
  let isMarked = false

  const draw = () => {
    timer = null
    const title = trayTitle(live, state, asking)
    const muted = state.mutedUntil !== null
    const look = `${title}|${state.paused}|${muted}|${presenting}`
    if (look === drawn) return
    drawn = look
    if (isMarked !== asking > 0) {
      isMarked = asking > 0
      tray.setImage(trayImage(isMarked))
    }
    tray.setToolTip(title)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: title, enabled: false },
        ...(asking > 0 ? [{ label: askingWords(asking), click: () => commands.show() }] : []),
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
    setAsking(count) {
      asking = count
      drawNow()
    },
    destroy() {
      if (timer) clearTimeout(timer)
      tray.destroy()
    },
  }
}

/** @param isMarked something waits for the person */
function trayImage(isMarked: boolean): NativeImage {
  if (process.platform === 'darwin') return appIcon(isMarked ? 'marked-template-18' : 'template-18')
  return appIcon(`${isMarked ? 'marked' : 'colour'}-${process.platform === 'win32' ? 16 : 24}`)
}
