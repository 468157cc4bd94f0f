import path from 'node:path'
import { BrowserWindow, dialog, type MessagePortMain, nativeTheme, screen } from 'electron'
import { channels, localeArgument } from '../../../shared/bridge'
import type { Settings } from '../../../shared/settings'
import { desktopText } from '../../../shared/text/desktop'
import { systemClock } from '../../clock'
import type { Log } from '../system/log'
import type { RelayWindow } from '../threads/relay'
import { MiniView } from './mini-view'
import type { PageAddress } from './page'
import {
  openingPlace,
  readWindowPlaces,
  type Screen,
  saveWindowPlaces,
  smallestWindow,
  type WindowPlace,
  withPlace,
} from './window-state'

/** The one window. */
export type MainWindow = {
  readonly browser: BrowserWindow
  /** Loads the page; whoever hears of it must be there by now. */
  load(): void
  /** Brings it to the front, wherever it was. */
  show(): void
  /** Its small form. */
  readonly mini: MiniView
  /** Whether its page answers within `ms`. */
  answersWithin(ms: number): Promise<boolean>
  /** Its page, as the relay speaks with it. */
  readonly page: RelayWindow
  /** Hands a terminal's port to its page; once closed, nobody has it. */
  givePort(terminalId: string, port: MessagePortMain): void
}

/** What the window reports. */
type WindowEvents = {
  /** The person asks to close it; prevented, it stays. */
  onClose(event: { preventDefault(): void }): void
  /** The page is gone: it crashed or loads again. */
  onPageGone(): void
  quit(): void
}

/** The page's background in either theme, so the window does not flash before its first paint. */
const background = { light: '#f4f5f6', dark: '#131417' } as const
const crashes = { allowed: 3, withinMs: 5 * 60_000 }
/** Time a page may hang before it is reloaded, ms. */
const hangMs = 15_000
const rememberAfterMs = 500

/** Opens the window, still empty; it shows itself at its page's first paint. */
export function openWindow(parts: {
  userDataFolder: string
  theme: Settings['theme']
  /** What the page speaks at first, such as `en-GB`. */
  locale: string
  page: PageAddress
  /** Waits in the tray until it is wanted. */
  isHidden: boolean
  isDevelopment: boolean
  events: WindowEvents
  log: Log
}): MainWindow {
  const { userDataFolder, theme, locale, page, isHidden, isDevelopment, events, log } = parts
  nativeTheme.themeSource = theme
  const places = readWindowPlaces(userDataFolder)
  const { maximised, ...bounds } = openingPlace(places, screens())
  const browser = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Sessiondeck',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(__dirname, '../preload/index.cjs'),
      additionalArguments: [`${localeArgument}${locale}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // The page saves and reads through the shell, so it gets no lasting access to files.
      disableBlinkFeatures: 'FileSystemAccess,FileSystemAccessLocal',
      devTools: isDevelopment,
    },
  })
  // Maximising shows it.
  if (maximised && !isHidden) browser.maximize()
  if (!isHidden) browser.once('ready-to-show', () => browser.show())
  browser.on('close', (event) => events.onClose(event))
  browser.webContents.on('did-start-loading', () => events.onPageGone())
  const mini = new MiniView(browser)
  browser.webContents.on('did-start-loading', () => mini.set(false))
  browser.webContents.on('render-process-gone', () => mini.set(false))
  rememberPlaces(browser, mini, places, userDataFolder, log)
  keepAlive(browser, page, events, log)
  return {
    browser,
    mini,
    load() {
      browser.loadURL(page.url).catch((cause) => {
        log.error('The page could not be loaded.', cause)
        // An empty window can be closed; an invisible one cannot.
        if (!browser.isDestroyed()) browser.show()
      })
    },
    show() {
      if (browser.isMinimized()) browser.restore()
      browser.show()
      browser.focus()
    },
    async answersWithin(ms) {
      if (browser.isDestroyed() || browser.webContents.isCrashed()) return false
      const late = new Promise<false>((resolve) => setTimeout(resolve, ms, false))
      // Any script would do: the question is whether the page's thread is free.
      const answer = browser.webContents.executeJavaScript('true').catch(() => false)
      return Promise.race([answer, late])
    },
    page: {
      webContentsId: () => (browser.isDestroyed() ? null : browser.webContents.id),
      isOwnUrl: page.isOwn,
      send(channel, name, payload) {
        if (!browser.isDestroyed()) browser.webContents.send(channel, name, payload)
      },
    },
    givePort(terminalId, port) {
      if (browser.isDestroyed()) port.close()
      else browser.webContents.postMessage(channels.port, terminalId, [port])
    },
  }
}

const screens = (): Screen[] => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map(({ id, workArea }) => ({ display: String(id), area: workArea }))
}

function rememberPlaces(
  browser: BrowserWindow,
  mini: MiniView,
  before: readonly WindowPlace[],
  folder: string,
  log: Log,
): void {
  let places = before
  let timer: NodeJS.Timeout | null = null
  const save = () => {
    timer = null
    if (browser.isDestroyed() || browser.isMinimized() || mini.isOn) return
    // The normal bounds: what the window returns to when it is no longer maximised.
    const display = String(screen.getDisplayMatching(browser.getBounds()).id)
    places = withPlace(places, { display, ...browser.getNormalBounds(), maximised: browser.isMaximized() })
    saveWindowPlaces(folder, places).catch((cause) => log.warn(`The window's place was not saved: ${cause}`))
  }
  const saveSoon = () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(save, rememberAfterMs)
  }
  browser.on('resize', saveSoon)
  browser.on('move', saveSoon)
  browser.on('maximize', saveSoon)
  browser.on('unmaximize', saveSoon)
  browser.on('closed', () => timer && clearTimeout(timer))
}

/** Reloads the page when it crashes or hangs; after a few times in a row the person decides. */
function keepAlive(browser: BrowserWindow, page: PageAddress, events: WindowEvents, log: Log): void {
  let recent: number[] = []
  let hang: NodeJS.Timeout | null = null
  const calm = () => {
    if (hang) clearTimeout(hang)
    hang = null
  }
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    calm()
    events.onPageGone()
    if (reason === 'clean-exit') return
    log.error(`The window's process ended (${reason}).`)
    const now = systemClock.monotonicMs()
    recent = [...recent.filter((at) => now - at < crashes.withinMs), now]
    if (recent.length <= crashes.allowed) {
      void browser.loadURL(page.url)
      return
    }
    void dialog
      .showMessageBox(browser, {
        type: 'error',
        message: desktopText.failingTitle,
        detail: desktopText.failing,
        buttons: [desktopText.tryAgain, desktopText.quit],
      })
      .then(({ response }) => {
        recent = []
        if (response === 0) void browser.loadURL(page.url)
        else events.quit()
      })
  })
  browser.on('unresponsive', () => {
    log.warn('The window does not answer.')
    hang ??= setTimeout(() => browser.webContents.forcefullyCrashRenderer(), hangMs)
  })
  browser.on('responsive', calm)
  browser.on('closed', calm)
}
