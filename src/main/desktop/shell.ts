import { randomUUID } from 'node:crypto'
import path from 'node:path'
import {
  app,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeTheme,
  safeStorage,
  session,
  shell,
} from 'electron'
import { channels } from '../../shared/bridge'
import type { EventName, Payload, Workspace } from '../../shared/contract'
import type { CommandLine } from '../settings/command-line'
import { readConfigFile } from '../settings/config-file'
import { writeAtomically } from '../settings/files'
import { openSettingsFile } from '../settings/stored'
import { createWorkspaceKeeper } from '../settings/workspace'
import { createClosing } from './closing'
import { openDemo, runDemoServices } from './demo'
import { createFindShortcut } from './find-shortcut'
import { guard } from './guard'
import { shellHandlers } from './handlers'
import { appIcon } from './icon'
import { type Log, openLog } from './log'
import { installMenu, zoomWindow } from './menu'
import { createNotifier } from './notifications'
import { pageAddress, protectDevelopmentPage, servePage } from './page'
import { watchPower } from './power'
import { createRedactor } from './redact'
import { createRelay } from './relay'
import { createFileSaver } from './save-file'
import { openVault } from './secrets'
import { createTerminals } from './terminals'
import { type AppTray, openTray } from './tray'
import { hasTrayHost } from './tray-host'
import { createWatchControl } from './watch-control'
import { openWindow } from './window'
import { spawnThread, superviseThread } from './worker'

/** How long a page may take to prove that it can ask about closing. */
const answerMs = 3_000
/** What nobody waits for begins so long after the window is there: the page is being filled until then. */
const settleAfterMs = 400

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
export function startShell({ configFile, demo }: CommandLine): Shell {
  const folder = app.getPath('userData')
  const isDevelopment = !app.isPackaged
  const devServer = isDevelopment ? process.env.ELECTRON_RENDERER_URL : undefined
  const page = pageAddress(devServer)
  guard(app, session.defaultSession, page)
  if (devServer) protectDevelopmentPage(session.defaultSession, devServer)
  else servePage(session.defaultSession, path.join(__dirname, '../renderer'))

  const file = openSettingsFile(folder)
  const vault = openVault(folder, safeStorage)
  const kind = configFile !== null ? 'managed' : demo ? 'demo' : 'own'
  const keeper = createWorkspaceKeeper({ kind, file, vault, newId: randomUUID })
  if (configFile !== null) keeper.manage(readConfigFile(configFile))
  const log = openLog(folder, createRedactor(keeper.secrets), app.isPackaged)
  log.info(`Sessiondeck ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}.`)

  let isQuitting = false
  const quit = () => app.quit()
  const window = openWindow({
    userDataFolder: folder,
    theme: keeper.settings().theme,
    page,
    isDevelopment,
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
  installMenu(browser, isDevelopment)

  const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url)

  const thread = superviseThread(
    { name: 'watch', what: 'Watching' },
    () =>
      spawnThread(
        'watch',
        path.join(__dirname, 'watch.cjs'),
        { historyFile: path.join(folder, 'history.db') },
        log,
      ),
    log,
  )
  const control = createWatchControl({
    thread,
    wanted: () => ({
      accounts: keeper.configs(),
      heartbeatIntervalMs: keeper.settings().heartbeatIntervalMs,
    }),
    resolveProxy,
    onChange(state) {
      relay.emit('watch.changed', state)
      tray?.setState(state)
    },
    log,
  })

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
    giveWindow(id, port) {
      if (browser.isDestroyed()) port.close()
      else browser.webContents.postMessage(channels.port, id, [port])
    },
    log,
  })

  const findShortcut = createFindShortcut(globalShortcut, () => {
    window.show()
    relay.emit('person.open', undefined)
  })

  const view = (): Workspace => {
    const kept = keeper.view()
    return {
      ...kept,
      problem: kept.problem ?? findShortcut.problem,
      version: app.getVersion(),
      platform: process.platform,
    }
  }
  const accountsChanged = () => {
    relay.emit('workspace.changed', view())
    terminals.hostsChanged()
    void control.configure()
  }

  const closing = createClosing({
    hasTray: async () => tray !== null && hasTrayHost(),
    isExplained: () => keeper.settings().closeExplained,
    markExplained: () => void keeper.saveSettings({ closeExplained: true }).then(settingsChanged),
    canAsk: async () => relay.attached && window.answersWithin(answerMs),
    ask(mode) {
      window.show()
      relay.emit('window.closing', { mode })
    },
    hide: () => browser.hide(),
    minimise: () => browser.minimize(),
    quit,
  })

  let interval = keeper.settings().heartbeatIntervalMs
  const settingsChanged = () => {
    const { theme, heartbeatIntervalMs, presentation } = keeper.settings()
    nativeTheme.themeSource = theme
    relay.emit('workspace.changed', view())
    tray?.setPresenting(presentation)
    if (heartbeatIntervalMs !== interval) void control.configure()
    interval = heartbeatIntervalMs
  }

  const relay = createRelay({
    ipc: ipcMain,
    window: {
      webContentsId: () => (browser.isDestroyed() ? null : browser.webContents.id),
      isOwnUrl: page.isOwn,
      send: (channel, name, payload) => {
        if (!browser.isDestroyed()) browser.webContents.send(channel, name, payload)
      },
    },
    shell: {
      ...terminals.handlers,
      ...shellHandlers({
        keeper,
        control,
        closing,
        view,
        accountsChanged,
        settingsChanged,
        setFindShortcut: (accelerator) => findShortcut.set(accelerator),
        writeClipboard: (text) => clipboard.writeText(text),
        readClipboard: async () => (browser.isFocused() ? clipboard.readText() : null),
        saveFile: createFileSaver({
          async ask(name) {
            const defaultPath = path.join(app.getPath('downloads'), name)
            const answer = await dialog.showSaveDialog(browser, {
              defaultPath,
              properties: ['createDirectory', 'showOverwriteConfirmation'],
            })
            return answer.canceled || !answer.filePath ? null : answer.filePath
          },
          write: writeAtomically,
          onFailure: (code) => log.warn(`A file could not be saved (${code}).`),
        }),
        zoom: (step) => zoomWindow(browser, step),
        openLink: (url) => shell.openExternal(url),
        openDemo: () => openDemo(isDevelopment ? app.getAppPath() : null, demoSwitches(folder)),
      }),
    },
    watch: thread,
    terminals,
    onCrash: (name, cause) => log.error(`The handler of ${name} failed.`, cause),
    onRefused: (why) => log.warn(`Refused ${why}.`),
  })
  window.load()

  let live = 0
  let tray: AppTray | null = null
  const notifier = createNotifier((alert) => {
    window.show()
    relay.emit('session.show', { keys: alert.sessionKeys })
  }, log)
  const own: { [E in EventName]?: (payload: Payload<E>) => void } = {
    'alert.raised': (alert) => {
      const { notifications, presentation } = keeper.settings()
      if (notifications) notifier.show(alert, presentation)
    },
    'log.line': ({ level, text }) => log[level](`watch: ${text}`),
    'roster.count': (count) => {
      live = count.live
      tray?.setLive(live)
    },
  }
  thread.onEvent((name, payload) => {
    const listener = own[name] as ((payload: unknown) => void) | undefined
    if (listener) listener(payload)
    else relay.pass(name, payload)
  })
  thread.start()

  const demoServices =
    demo && configFile === null
      ? runDemoServices(
          path.join(__dirname, 'demo.cjs'),
          (workspace) => {
            keeper.manage(workspace)
            accountsChanged()
          },
          log,
        )
      : null

  const settle = () => {
    if (browser.isDestroyed()) return
    // Elsewhere the icon is the executable's.
    if (process.platform === 'linux') browser.setIcon(appIcon(64))
    watchPower((suspended) => {
      control.setSuspended(suspended)
      if (!suspended) terminals.resumed()
    })
    const commands = {
      show: () => window.show(),
      setPaused: (paused: boolean) => control.setPaused(paused),
      muteFor: (forMs: number) => control.muteFor(forMs),
      setPresenting: (presentation: boolean) =>
        void keeper.saveSettings({ presentation }).then(settingsChanged),
      quit,
    }
    const state = { live, state: control.state(), presenting: keeper.settings().presentation }
    tray = tryTray(() => openTray(commands, state), log)
    if (!findShortcut.set(keeper.settings().findShortcut).ok) relay.emit('workspace.changed', view())
  }
  browser.once('show', () => setTimeout(settle, settleAfterMs))

  return {
    showWindow: () => window.show(),
    beginQuit() {
      isQuitting = true
    },
    async stop() {
      tray?.destroy()
      findShortcut.set('')
      // The watch thread and the demo's VSay are still needed to end the sessions of our terminals.
      await terminals.stop()
      demoServices?.stop()
      await thread.stop()
    },
  }
}

/** A desktop without a tray costs the tray, not the app. */
function tryTray(open: () => AppTray, log: Log): AppTray | null {
  try {
    return open()
  } catch (cause) {
    log.error('The tray icon could not be shown.', cause)
    return null
  }
}

/** What a second instance for the demo inherits: its data beside ours if ours was chosen, and the sandbox's switch. */
function demoSwitches(folder: string): string[] {
  const { commandLine } = app
  return [
    ...(commandLine.hasSwitch('user-data-dir') ? [`--user-data-dir=${folder}-demo`] : []),
    ...(commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  ]
}
