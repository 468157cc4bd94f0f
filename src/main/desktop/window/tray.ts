import { Menu, type NativeImage, Tray } from 'electron'
import type { WatchState } from '../../../shared/contract'
import { catalogue } from '../../../shared/text/catalogue'
import { trayText } from '../../../shared/text/tray'
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
  /** How many terminals ask the person something that they cannot see. */
  setAsking(count: number): void
  /** Says everything again, in another language. */
  redraw(): void
  destroy(): void
}

const muteMs = 60 * 60 * 1000
/** Least time between menu updates, ms: each costs D-Bus traffic on Linux, and rosters change often. */
const redrawMs = 1_000

/** What the tray shows. */
type TrayFacts = { live: number; state: WatchState; presenting: boolean }

/** The tray icon, shown until destroyed. */
export class ShownTray implements AppTray {
  readonly #tray = new Tray(trayImage(false))
  readonly #commands: TrayCommands
  readonly #facts: TrayFacts
  #asking = 0
  #timer: NodeJS.Timeout | null = null
  /** What the menu was drawn from. */
  #drawn = ''
  #isMarked = false

  constructor(commands: TrayCommands, facts: TrayFacts) {
    this.#commands = commands
    this.#facts = { ...facts }
    this.#tray.on('click', () => commands.show())
    this.#draw()
  }

  setLive(count: number): void {
    this.#facts.live = count
    this.#timer ??= setTimeout(() => this.#draw(), redrawMs)
  }

  setState(state: WatchState): void {
    this.#facts.state = state
    this.#drawNow()
  }

  setPresenting(presenting: boolean): void {
    this.#facts.presenting = presenting
    this.#drawNow()
  }

  setAsking(count: number): void {
    this.#asking = count
    this.#drawNow()
  }

  redraw(): void {
    this.#drawNow()
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#tray.destroy()
  }

  /** Just chosen in the menu: it must show when they look again. */
  #drawNow(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#draw()
  }

  #draw(): void {
    this.#timer = null
    const { live, state, presenting } = this.#facts
    const title = trayTitle(live, state, this.#asking)
    const look = `${catalogue.language}|${title}|${state.paused}|${state.mutedUntil !== null}|${presenting}`
    if (look === this.#drawn) return
    this.#drawn = look
    if (this.#isMarked !== this.#asking > 0) {
      this.#isMarked = this.#asking > 0
      this.#tray.setImage(trayImage(this.#isMarked))
    }
    this.#tray.setToolTip(title)
    this.#tray.setContextMenu(this.#menu(title))
  }

  #menu(title: string): Menu {
    const { state, presenting } = this.#facts
    const commands = this.#commands
    const asking = this.#asking
    const muted = state.mutedUntil !== null
    return Menu.buildFromTemplate([
      { label: title, enabled: false },
      ...(asking > 0 ? [{ label: trayText.answer(asking), click: () => commands.show() }] : []),
      { type: 'separator' },
      { label: trayText.show, click: () => commands.show() },
      {
        label: state.paused ? trayText.resume : trayText.pause,
        click: () => commands.setPaused(!state.paused),
      },
      {
        label: muted ? trayText.unmute : trayText.mute,
        click: () => commands.muteFor(muted ? 0 : muteMs),
      },
      {
        label: trayText.presentation,
        type: 'checkbox',
        checked: presenting,
        click: () => commands.setPresenting(!presenting),
      },
      { type: 'separator' },
      { label: trayText.quit, click: () => commands.quit() },
    ])
  }
}

/** @param isMarked something waits for the person */
function trayImage(isMarked: boolean): NativeImage {
  if (process.platform === 'darwin') return appIcon(isMarked ? 'marked-template-18' : 'template-18')
  return appIcon(`${isMarked ? 'marked' : 'colour'}-${process.platform === 'win32' ? 16 : 24}`)
}
