import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { app, type BrowserWindow, globalShortcut, ipcMain, nativeTheme, safeStorage, session } from 'electron'
import type { Settings } from '../../shared/settings'
import type { CommandLine } from '../settings/command-line'
import { readConfigFile } from '../settings/config-file'
import { openScriptDrafts } from '../settings/script-drafts'
import { openSettingsFile } from '../settings/stored'
import { WorkspaceKeeper } from '../settings/workspace'
import { openLog } from './system/log'
import { watchPower } from './system/power'
import { createRedactor } from './system/redact'
import { openVault } from './system/secrets'
import { createSystem } from './system/system'
import { DemoServices } from './threads/demo'
import { shellHandlers } from './threads/handlers'
import { createRelay } from './threads/relay'
import { createTerminals } from './threads/terminals-thread'
import { createWatching } from './threads/watch-thread'
import { createWorkspaceNews } from './threads/workspace-news'
import { createClosing } from './window/closing'
import { createFindShortcut } from './window/find-shortcut'
import { guard } from './window/guard'
import { appIcon } from './window/icon'
import { LateTray } from './window/late-tray'
import { installMenu } from './window/menu'
import { type PageAddress, pageAddress, protectDevelopmentPage, servePage } from './window/page'
import { ShownTray } from './window/tray'
import { hasTrayHost } from './window/tray-host'
import { openWindow } from './window/window'

/** How long a page may take to prove that it can ask about closing. */
const answerMs = 3_000
/** What nobody waits for begins so long after the window is there: the page is being filled until then. */
const settleAfterMs = 1_000
/** How often the system is asked for its proxies, ms: nothing tells when a VPN or a proxy script changes them. */
const proxyCheckMs = 10_000

/** A running shell, as the entry sees it. */
export type Shell = {
  showWindow(): void
  /** From now on closing the window is not a question. */
  beginQuit(): void
  /** Resolves when the app may end; soon, whatever the services do. */
  stop(): Promise<void>
}

/**
 * Puts the shell together: the window first, the watch thread beside it, and what nobody waits for (tray, power) after
 * the first paint. The app must be ready.
 */
export function startShell(commandLine: CommandLine): Shell {
  const folder = app.getPath('userData')
  const page = openPage()
  const { kind, file, vault, keeper } = openWorkspace(folder, commandLine)
  const drafts = openScriptDrafts(path.join(folder, 'script-drafts'), Date.now)
  const log = openLog(
    folder,
    createRedactor(() => keeper.secrets()),
    app.isPackaged,
  )
  log.info(`Sessiondeck ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}.`)

  let isQuitting = false
  const quit = () => app.quit()
  const window = openWindow({
    userDataFolder: folder,
    theme: keeper.settings().theme,
    page,
    isDevelopment: !app.isPackaged,
    log,
    events: {
      onClose(event) {
        if (isQuitting) return
        event.preventDefault()
        void closing.request()
      },
      onPageGone() {
        relay.detach()
        terminals.pageGone()
      },
      quit,
    },
  })
  const { browser } = window
  installMenu(browser, !app.isPackaged)

  const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url)

  const { thread, control, clearNotifications } = createWatching({
    file: path.join(__dirname, 'watch.cjs'),
    historyFile: path.join(folder, 'history.db'),
    keeper,
    resolveProxy,
    onState(state) {
      relay.emit('watch.changed', state)
      tray.setState(state)
    },
    onLive: (count) => tray.setLive(count),
    onShow(keys) {
      window.show()
      relay.emit('session.show', { keys })
    },
    pass: (name, payload) => relay.pass(name, payload),
    log,
  })

  /** Questions of terminals: where the window is hidden, the tray says so. */
  let asking = 0
  const markTray = () => tray.setAsking(browser.isVisible() && !browser.isMinimized() ? 0 : asking)
  browser.on('show', markTray)
  browser.on('hide', markTray)
  browser.on('minimize', markTray)
  browser.on('restore', markTray)

  const terminals = createTerminals({
    file: path.join(__dirname, 'terminal.cjs'),
    // The demo's host has another key than any host of the user's: it stays out of their file.
    knownHostsFile: kind === 'demo' ? path.join(folder, 'known_hosts') : null,
    transcriptFolder: path.join(folder, 'terminal-logs'),
    settings: file,
    keeper,
    vault,
    watch: thread,
    resolveProxy,
    emit: (name, payload) => relay.emit(name, payload),
    onWaiting(count) {
      asking = count
      markTray()
    },
    giveWindow: window.givePort,
    log,
  })

  const findShortcut = createFindShortcut(globalShortcut, () => {
    window.show()
    relay.emit('person.open', undefined)
  })

  const news = createWorkspaceNews({
    keeper,
    version: app.getVersion(),
    platform: process.platform,
    problem: () => findShortcut.problem,
    tell: (workspace) => relay.emit('workspace.changed', workspace),
    onAccounts() {
      terminals.hostsChanged()
      void control.configure()
    },
    onInterval: () => void control.configure(),
    onSettings({ theme, presentation }) {
      nativeTheme.themeSource = theme
      tray.setPresenting(presentation)
      if (presentation) clearNotifications()
    },
  })
  const change = (changes: Partial<Settings>) => void keeper.saveSettings(changes).then(news.settingsChanged)

  const closing = createClosing({
    hasTray: async () => tray.isOpen && hasTrayHost(),
    isExplained: () => keeper.settings().closeExplained,
    markExplained: () => change({ closeExplained: true }),
    canAsk: async () => relay.attached && window.answersWithin(answerMs),
    ask(mode) {
      window.show()
      relay.emit('window.closing', { mode })
    },
    hide: () => browser.hide(),
    minimise: () => browser.minimize(),
    quit,
  })

  const commands = {
    show: () => window.show(),
    setPaused: (paused: boolean) => control.setPaused(paused),
    muteFor: (forMs: number) => control.muteFor(forMs),
    setPresenting: (presentation: boolean) => change({ presentation }),
    quit,
  }
  const tray = new LateTray((live) => {
    const { presentation } = keeper.settings()
    return new ShownTray(commands, { live, state: control.state(), presenting: presentation })
  }, log)

  const relay = createRelay({
    ipc: ipcMain,
    window: window.page,
    shell: {
      ...terminals.handlers,
      ...shellHandlers({
        ...createSystem(browser, folder, log),
        ...news,
        keeper,
        drafts,
        control,
        closing,
        accountLeaves: terminals.accountLeaves,
        setFindShortcut: (accelerator) => findShortcut.set(accelerator),
      }),
    },
    watch: thread,
    terminals,
    onCrash: (name, cause) => log.error(`The handler of ${name} failed.`, cause),
    onRefused: (why) => log.warn(`Refused ${why}.`),
  })
  window.load()
  thread.start()

  const demoServices =
    kind === 'demo'
      ? new DemoServices(
          path.join(__dirname, 'demo.cjs'),
          (workspace) => {
            keeper.manage(workspace)
            news.accountsChanged()
          },
          log,
        )
      : null
  demoServices?.start()

  afterFirstPaint(browser, () => {
    watchPower((suspended) => {
      control.setSuspended(suspended)
      if (!suspended) terminals.resumed()
    })
    setInterval(() => void control.checkProxies(), proxyCheckMs)
    tray.open()
    findShortcut.set(keeper.settings().findShortcut)
    vault.askKeychain()
    // What only now is known: the keychain, and whether the system gave the shortcut.
    news.tell()
    void keeper.sealScopes()
  })

  return {
    showWindow: () => window.show(),
    beginQuit() {
      isQuitting = true
    },
    async stop() {
      tray.destroy()
      findShortcut.set('')
      // The watch thread and the demo's VSay are still needed to end the sessions of our terminals.
      await terminals.stop()
      demoServices?.stop()
      await thread.stop()
      await drafts.settled()
    },
  }
}

/**
 * Makes our page reachable, and nothing else from it: served from its folder, or by the development server. Only what
 * `npm run dev` builds has the latter: in any other build a variable of the environment decides nothing.
 */
function openPage(): PageAddress {
  const devServer = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined
  const page = pageAddress(devServer)
  guard(app, session.defaultSession, page)
  if (devServer) protectDevelopmentPage(session.defaultSession, devServer)
  else servePage(session.defaultSession.protocol, path.join(__dirname, '../renderer'))
  return page
}

/** The workspace of this run: the person's own, the config file's, or the demo's, which comes with its services. */
function openWorkspace(folder: string, { configFile, demo }: CommandLine) {
  const file = openSettingsFile(folder)
  const vault = openVault(folder, safeStorage)
  const kind = configFile !== null ? 'managed' : demo ? 'demo' : 'own'
  const keeper = new WorkspaceKeeper({ kind, file, vault, newId: randomUUID })
  if (configFile !== null) keeper.manage(readConfigFile(configFile))
  return { kind, file, vault, keeper }
}

/** Does what nobody waits for once the window is there. */
function afterFirstPaint(browser: BrowserWindow, settle: () => void): void {
  browser.once('show', () =>
    setTimeout(() => {
      if (browser.isDestroyed()) return
      // Elsewhere the icon is the executable's.
      if (process.platform === 'linux') browser.setIcon(appIcon('colour-64'))
      settle()
    }, settleAfterMs),
  )
}
