import path from 'node:path'
import { app, globalShortcut, ipcMain, nativeTheme, session, utilityProcess } from 'electron'
import type { Payload } from '../../shared/contract'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { catalogue } from '../../shared/text/catalogue'
import { localeOf, type SpokenLanguage } from '../language'
import type { CommandLine } from '../settings/command-line'
import type { ManagedWorkspace } from '../settings/config-file'
import { openScriptDrafts, type ScriptDrafts } from '../settings/script-drafts'
import type { Vault } from '../settings/vault'
import type { WorkspaceKeeper } from '../settings/workspace'
import type { AppLinks } from './app-links'
import { openWorkspace } from './open-workspace'
import { type Autostart, openAutostart, startedAtLogin } from './system/autostart'
import { Diagnostics } from './system/diagnostics'
import { type Log, logFile, openLog } from './system/log'
import { watchPower } from './system/power'
import { createRedactor } from './system/redact'
import { createSystem } from './system/system'
import { versions } from './system/versions'
import { DemoServices } from './threads/demo'
import { shellHandlers } from './threads/handlers'
import { createRelay, type Relay } from './threads/relay'
import { createTerminals, type Terminals } from './threads/terminals-thread'
import { createWatching, type Watching } from './threads/watch-thread'
import { WorkspaceNews } from './threads/workspace-news'
import { AppUpdates } from './updates/app-updates'
import { Badge } from './window/badge'
import { Closing } from './window/closing'
import { FindShortcut } from './window/find-shortcut'
import { afterFirstPaint } from './window/first-paint'
import { stayFindable } from './window/hidden-start'
import { LateTray } from './window/late-tray'
import { installMenu, listenForDevTools, type MenuCommands } from './window/menu'
import { openPage } from './window/open-page'
import { ShownTray } from './window/tray'
import { hasTrayHost } from './window/tray-host'
import { type MainWindow, openWindow } from './window/window'

/** Time a page has to prove that it can ask about closing, ms. */
const answerMs = 3_000
/** Interval between checks of the system's proxies, ms: no event says when a VPN or script changes them. */
const proxyCheckMs = 10_000

/**
 * The main thread's part of the app: the window first, the watch thread beside it, and what nobody waits for (tray, power)
 * after the first paint. The app must be ready.
 */
export class Shell {
  readonly #keeper: WorkspaceKeeper
  readonly #vault: Vault
  readonly #drafts: ScriptDrafts
  readonly #log: Log
  readonly #window: MainWindow
  readonly #watching: Watching
  readonly #terminals: Terminals
  readonly #findShortcut: FindShortcut
  readonly #autostart: Autostart
  readonly #news: WorkspaceNews
  readonly #closing: Closing
  readonly #language: SpokenLanguage
  readonly #menu: MenuCommands
  readonly #tray: LateTray
  readonly #badge: Badge
  readonly #relay: Relay
  readonly #updates: AppUpdates
  readonly #demo: DemoServices | null
  /** Waits in the tray until it is wanted. */
  readonly #isHidden: boolean
  #isQuitting = false
  /** Questions of terminals that wait for the person. */
  #asking = 0
  /** Whether the form of a new account waits for a page that can show it. */
  #addsAccount = false

  /** Assembles it; nothing is loaded or started yet. */
  constructor(commandLine: CommandLine, links: AppLinks, language: SpokenLanguage) {
    this.#language = language
    this.#isHidden = commandLine.hidden || startedAtLogin(app)
    const folder = app.getPath('userData')
    const page = openPage()
    const { kind, file, vault, keeper } = openWorkspace(folder, commandLine)
    this.#keeper = keeper
    this.#vault = vault
    this.#drafts = openScriptDrafts(path.join(folder, 'script-drafts'), Date.now)
    const redact = createRedactor(() => keeper.secrets())
    const log = openLog(folder, redact, app.isPackaged)
    this.#log = log
    log.info(`Sessiondeck ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}.`)

    void this.#speak()
    this.#window = openWindow({
      userDataFolder: folder,
      theme: keeper.settings().theme,
      locale: this.#locale(),
      page,
      isHidden: this.#isHidden,
      isDevelopment: !app.isPackaged,
      log,
      events: {
        onClose: (event) => this.#closeAsked(event),
        onPageGone: () => this.#pageGone(),
        quit,
      },
    })
    const { browser } = this.#window
    const want = (what: Payload<'diagnostics.wanted'>['what']) => {
      this.showWindow()
      this.#relay.emit('diagnostics.wanted', { what })
    }
    this.#menu = { copyDiagnostics: () => want('copy'), openLogs: () => want('logs') }
    installMenu(this.#menu)
    if (!app.isPackaged) listenForDevTools(browser)

    const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url)
    this.#watching = createWatching({
      file: path.join(__dirname, 'watch.cjs'),
      historyFile: path.join(folder, 'history.db'),
      keeper,
      resolveProxy,
      onState: (state) => {
        this.#relay.emit('watch.changed', state)
        this.#tray.setState(state)
      },
      onLive: (count) => {
        this.#tray.setLive(count)
        this.#badge.setLive(count)
      },
      onShow: (keys) => {
        this.showWindow()
        this.#relay.emit('session.show', { keys })
      },
      pass: (name, payload) => this.#relay.pass(name, payload),
      log,
    })
    const { thread, control } = this.#watching

    const markTray = () => this.#markTray()
    browser.on('show', markTray)
    browser.on('hide', markTray)
    browser.on('minimize', markTray)
    browser.on('restore', markTray)

    this.#terminals = createTerminals({
      file: path.join(__dirname, 'terminal.cjs'),
      // The demo host's key is unlike any of the user's hosts, so it stays out of their file.
      knownHostsFile: kind === 'demo' ? path.join(folder, 'known_hosts') : null,
      transcriptFolder: path.join(folder, 'terminal-logs'),
      settings: file,
      keeper,
      vault,
      watch: thread,
      resolveProxy,
      emit: (name, payload) => this.#relay.emit(name, payload),
      onWaiting: (count) => {
        this.#asking = count
        this.#markTray()
      },
      giveWindow: this.#window.givePort,
      log,
    })

    this.#findShortcut = new FindShortcut(globalShortcut, () => {
      this.showWindow()
      this.#relay.emit('palette.open', undefined)
    })

    this.#autostart = openAutostart(app, kind)

    this.#news = new WorkspaceNews({
      keeper,
      locale: () => this.#locale(),
      version: app.getVersion(),
      platform: process.platform,
      problem: () => this.#findShortcut.problem,
      tell: (workspace) => this.#relay.emit('workspace.changed', workspace),
      onAccounts: () => {
        this.#terminals.hostsChanged()
        void control.configure()
      },
      onInterval: () => void control.configure(),
      onSettings: ({ theme, presentation, badge, updateChecks }) => {
        this.#updates.setChecking(updateChecks)
        nativeTheme.themeSource = theme
        void this.#speak()
        this.#tray.setPresenting(presentation)
        this.#badge.setOn(badge)
        if (presentation) this.#watching.clearNotifications()
      },
    })

    this.#closing = new Closing({
      quits: () => keeper.settings().closeTo === 'quit',
      hasTray: async () => this.#tray.isOpen && hasTrayHost(),
      isExplained: () => keeper.settings().closeExplained,
      markExplained: () => this.#change({ closeExplained: true }),
      canAsk: async () => this.#relay.attached && this.#window.answersWithin(answerMs),
      ask: (mode) => {
        this.showWindow()
        this.#relay.emit('window.closing', { mode })
      },
      hide: () => browser.hide(),
      minimise: () => browser.minimize(),
      quit,
    })

    this.#badge = new Badge((count) => app.setBadgeCount(count), keeper.settings().badge)
    this.#tray = new LateTray((live) => this.#showTray(live), log)

    this.#updates = new AppUpdates({
      kind,
      folder,
      tell: (state) => this.#relay.emit('update.changed', state),
      log,
    })

    this.#relay = createRelay({
      ipc: ipcMain,
      window: this.#window.page,
      shell: {
        ...this.#terminals.handlers,
        ...this.#updates.handlers,
        ...shellHandlers({
          keeper,
          news: this.#news,
          drafts: this.#drafts,
          links,
          control,
          terminals: this.#terminals,
          closing: this.#closing,
          mini: this.#window.mini,
          findShortcut: this.#findShortcut,
          autostart: this.#autostart,
          diagnostics: new Diagnostics({
            versions: versions(app),
            keeper,
            control,
            watch: thread,
            live: () => this.#tray.live,
            hosts: () => this.#terminals.hosts(),
            terminals: () => this.#terminals.openCount(),
            logFile: logFile(folder),
            redact,
            folders: { app: app.getAppPath(), data: folder, home: app.getPath('home') },
          }),
          system: createSystem(browser, folder, log),
        }),
      },
      watch: thread,
      terminals: this.#terminals,
      onAttach: () => this.#showNewAccount(),
      onCrash: (name, cause) => log.error(`The handler of ${name} failed.`, cause),
      onRefused: (why) => log.warn(`Refused ${why}.`),
    })

    links.onWaiting(() => this.#relay.emit('app-link.waits', undefined))
    this.#demo = kind === 'demo' ? this.#demoServices() : null
    if (commandLine.addAccount) this.addAccount()
  }

  /** Loads the page and starts watching, once the stored secrets are there: both want them. */
  async start(): Promise<void> {
    await this.#vault.open()
    if (this.#isQuitting) return
    this.#window.load()
    this.#watching.thread.start()
    this.#demo?.start()
    afterFirstPaint(this.#window.browser, this.#isHidden, () => void this.#settle())
  }

  /** Brings the window to the front. */
  showWindow(): void {
    this.#window.show()
  }

  /** Opens the form of a new account, where the workspace is the person's own. */
  addAccount(): void {
    if (this.#keeper.view().kind !== 'own') return
    this.#addsAccount = true
    if (this.#relay.attached) this.#showNewAccount()
  }

  /** From now on the window closes without asking. */
  beginQuit(): void {
    this.#isQuitting = true
  }

  /** Resolves when the app may end: soon, whatever the services do. */
  async stop(): Promise<void> {
    this.#tray.destroy()
    this.#badge.end()
    this.#findShortcut.set('')
    // The watch thread and the demo's VSay are still needed to end the sessions of our terminals.
    await this.#terminals.stop()
    this.#demo?.stop()
    await this.#watching.thread.stop()
    await this.#drafts.settled()
  }

  #closeAsked(event: { preventDefault(): void }): void {
    if (this.#isQuitting) return
    event.preventDefault()
    void this.#closing.request()
  }

  #showNewAccount(): void {
    if (!this.#addsAccount) return
    this.#addsAccount = false
    this.#relay.emit('account.add', undefined)
  }

  #pageGone(): void {
    this.#relay.detach()
    this.#terminals.pageGone()
  }

  /** While the window is hidden, the tray shows that terminals ask something. */
  #markTray(): void {
    const { browser } = this.#window
    this.#tray.setAsking(browser.isVisible() && !browser.isMinimized() ? 0 : this.#asking)
  }

  #change(changes: Partial<Settings>): void {
    void this.#keeper.saveSettings(changes).then(() => this.#news.settingsChanged())
  }

  /** Speaks the language of the settings, also where the system shows our texts. */
  async #speak(): Promise<void> {
    const before = catalogue.language
    await this.#language.choose(this.#locale())
    if (catalogue.language === before) return
    installMenu(this.#menu)
    this.#tray.redraw()
  }

  #locale(): string {
    const { language } = this.#keeper.settings()
    return localeOf(language, app.getPreferredSystemLanguages(), app.getSystemLocale())
  }

  #showTray(live: number): ShownTray {
    const { control } = this.#watching
    const { presentation } = this.#keeper.settings()
    return new ShownTray(
      {
        show: () => this.showWindow(),
        setPaused: (paused) => control.setPaused(paused),
        muteFor: (forMs) => control.muteFor(forMs),
        setPresenting: (presenting) => this.#change({ presentation: presenting }),
        quit,
      },
      { live, state: control.state(), presenting: presentation },
    )
  }

  #demoServices(): DemoServices {
    const onWorkspace = (workspace: Result<ManagedWorkspace>) => {
      this.#keeper.manage(workspace)
      this.#news.accountsChanged()
    }
    return new DemoServices(utilityProcess, path.join(__dirname, 'demo.cjs'), onWorkspace, this.#log)
  }

  /** Does the non-urgent work. */
  async #settle(): Promise<void> {
    const { control } = this.#watching
    watchPower((suspended) => {
      control.setSuspended(suspended)
      if (!suspended) this.#terminals.resumed()
    })
    setInterval(() => void control.checkProxies(), proxyCheckMs)
    this.#tray.open()
    this.#findShortcut.set(this.#keeper.settings().findShortcut)
    // Whoever removed the entry in the system's own settings has switched it off.
    if (this.#keeper.settings().autostart && !this.#autostart.isOn()) this.#change({ autostart: false })
    if (this.#isHidden) void stayFindable(this.#window.browser)
    await this.#vault.askKeychain()
    // Only known now: the keychain, and whether the system granted the shortcut.
    this.#news.tell()
    await this.#keeper.sealScopes()
    void this.#updates.open(this.#keeper.settings().updateChecks)
  }
}

const quit = () => app.quit()
