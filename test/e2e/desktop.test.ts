import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { type Demo, startDemo } from '../../src/demo/demo'
import { Prng } from '../../src/demo/world/prng'
import { startDesktopSession } from '../harness/desktop-session.mjs'
import { chooseLastFromMenuAt, clickAt, trayIcons, watchNotifications } from '../harness/desktop-tools'
import { endNextThread, hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const grid = (page: Page) => page.getByRole('grid', { name: 'Live sessions' })
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })

/** The first window as Electron has it. */
const inMain = <T>(
  app: ElectronApplication,
  read: (window: Electron.BrowserWindow) => T,
): Promise<T | 'no window'> =>
  app.evaluate(({ BrowserWindow }, source) => {
    const window = BrowserWindow.getAllWindows()[0]
    return window ? new Function('window', `return (${source})(window)`)(window) : 'no window'
  }, read.toString())

const isVisible = (app: ElectronApplication) => inMain(app, (window) => window.isVisible())
const isMinimised = (app: ElectronApplication) => inMain(app, (window) => window.isMinimized())
const pressClose = (app: ElectronApplication) => inMain(app, (window) => window.close())

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.skipIf(!hasDesktop)('on a desktop with tray, keyring and notifications', () => {
  let demo: Demo
  let launched: LaunchedApp

  beforeAll(async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 3, junkie: 3, vsay: 2 } })
    launched = await launchApp({ config: demo.workspace })
    await grid(launched.window).waitFor()
  })
  afterAll(async () => {
    await launched?.close()
    await demo?.stop()
  })

  it('shows an icon in the tray', async () => {
    await expect.poll(() => trayIcons()).toHaveLength(1)
  })

  it('shows a notification for a new session; its click shows the window and selects the row', async () => {
    const { app, window } = launched
    const bus = await watchNotifications()
    try {
      await expect
        .poll(async () => Number(await grid(window).getAttribute('aria-rowcount')))
        .toBeGreaterThanOrEqual(13)
      await inMain(app, (window) => window.hide())
      demo.crowds.luaprot.arrive('notified_person')
      await expect.poll(() => bus.text()).toContain('notified_person')
      const [x, y] = [1920 - 20 - 180, 60 + 20]
      await expect
        .poll(
          async () => {
            await clickAt(x, y)
            return isVisible(app)
          },
          { interval: 500 },
        )
        .toBe(true)
      await expect.poll(() => details(window).innerText()).toContain('notified_person')
    } finally {
      bus.stop()
    }
  })

  it('shows no notification while they are switched off', async () => {
    const { window } = launched
    const setNotifications = (notifications: boolean) =>
      window.evaluate(
        (notifications) => globalThis.sessiondeck.request('settings.save', { notifications }),
        notifications,
      )
    const live = async () => Number(await grid(window).getAttribute('aria-rowcount'))
    const bus = await watchNotifications()
    try {
      await expect.poll(live).toBeGreaterThanOrEqual(13)
      const before = await live()
      await setNotifications(false)
      demo.crowds.junkie.arrive('unheard_person')
      await expect.poll(live).toBe(before + 1)
      await setNotifications(true)
      demo.crowds.vsay.arrive('heard_person')
      await expect.poll(() => bus.text()).toContain('heard_person')
      expect(bus.text()).not.toContain('unheard_person')
    } finally {
      bus.stop()
    }
  })

  it('explains closing once, then hides; the tray icon brings the window back', async () => {
    const { app, window } = launched
    await pressClose(app)
    await window
      .getByRole('dialog', { name: 'Keep watching?' })
      .getByRole('button', { name: 'Keep watching' })
      .click()
    await expect.poll(() => isVisible(app)).toBe(false)
    const [icon] = await trayIcons()
    await clickAt(icon?.x ?? 0, icon?.y ?? 0)
    await expect.poll(() => isVisible(app)).toBe(true)
    await pressClose(app)
    await expect.poll(() => isVisible(app)).toBe(false)
  })

  it('is there once per data folder: a second start shows the first', async () => {
    const { app, userDataDir } = launched
    await inMain(app, (window) => window.hide())
    const runtime = await ensureElectron()
    const args = [...runtime.args, projectFolder, `--user-data-dir=${userDataDir}`]
    expect((await capture(runtime.path, args)).code).toBe(0)
    await expect.poll(() => isVisible(app)).toBe(true)
    await expect.poll(() => inMain(app, (window) => window.isFocused())).toBe(true)
  })

  it('loads a page that crashed again, and goes on watching', async () => {
    const { app, window } = launched
    const crashed = window.waitForEvent('crash')
    await inMain(app, (window) => window.webContents.forcefullyCrashRenderer())
    await crashed
    const rows = () =>
      inMain(app, (window) =>
        window.webContents.executeJavaScript(
          'document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")',
        ),
      )
    await expect.poll(async () => Number(await rows())).toBeGreaterThanOrEqual(13)
  })

  it('quits from the menu of the tray icon, without a question', async () => {
    const ended = new Promise((resolve) => launched.app.process().once('exit', resolve))
    const [icon] = await trayIcons()
    await chooseLastFromMenuAt(icon?.x ?? 0, icon?.y ?? 0)
    expect(await ended).toBe(0)
  })
})

describe.skipIf(!hasDesktop)('what dies is started again', () => {
  it('the watch thread, with a word in between; who left meanwhile is gone', async () => {
    const demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 3, junkie: 3, vsay: 2 } })
    const { app, window, close } = await launchApp({ config: demo.workspace })
    const rowCount = async () => Number(await grid(window).getAttribute('aria-rowcount'))
    try {
      await expect.poll(rowCount).toBe(14)
      const saysSo = window.getByText('is being restarted').first().waitFor()
      await endNextThread(app)
      const [leaver = ''] = demo.crowds.luaprot.some(1, new Prng(1))
      expect(demo.crowds.luaprot.leave(leaver)).toBe(true)
      const asked = window.evaluate(() => globalThis.sessiondeck.request('health.list', undefined))
      expect(await asked).toMatchObject({ ok: false, error: { kind: 'internal' } })
      await saysSo
      await window.getByText('is being restarted').first().waitFor({ state: 'hidden' })
      await expect.poll(rowCount).toBe(13)
      expect(
        await window.evaluate(() => globalThis.sessiondeck.request('health.list', undefined)),
      ).toMatchObject({ ok: true })
    } finally {
      await close()
      await demo.stop()
    }
  })

  it('the demo services, with a word in between', async () => {
    const { app, window, close } = await launchApp({ args: ['--demo'] })
    try {
      await grid(window).getByRole('row').nth(3).waitFor()
      const killed = await app.evaluate(({ app }) => {
        const services = app.getAppMetrics().filter(({ name }) => name === 'Sessiondeck demo services')
        for (const { pid } of services) process.kill(pid, 'SIGKILL')
        return services.length
      })
      expect(killed).toBe(1)
      await window.getByText('The demo services stopped').first().waitFor()
      await window.getByText('The demo services stopped').first().waitFor({ state: 'hidden' })
      await grid(window).getByRole('row').nth(3).waitFor()
    } finally {
      await close()
    }
  })
})

describe.skipIf(!hasDesktop)('whoever ends the application', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('by %s leaves no process behind', async (signal) => {
    const { app, window, close } = await launchApp({ args: ['--demo'] })
    try {
      await grid(window).getByRole('row').nth(3).waitFor()
      const started = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
      expect(started.length).toBeGreaterThan(2)
      app.process().kill(signal)
      await expect.poll(() => started.filter(isRunning)).toEqual([])
    } finally {
      await close()
    }
  })
})

describe.skipIf(!hasDesktop)('a settings file that cannot be read', () => {
  it('is kept aside and said, and the window opens all the same', async () => {
    const userDataDir = await mkdtemp(path.join(tmpdir(), 'sessiondeck-broken-'))
    await writeFile(path.join(userDataDir, 'settings.json'), '{ "accounts": [')
    const { window, close } = await launchApp({ userDataDir })
    try {
      await window.getByText('settings.json.broken', { exact: false }).first().waitFor()
      expect(await readFile(path.join(userDataDir, 'settings.json.broken'), 'utf8')).toBe('{ "accounts": [')
    } finally {
      await close()
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

describe.skipIf(!hasDesktop)('secrets where a keychain is', () => {
  it('are stored encrypted and read again by the next run', async () => {
    const userDataDir = await mkdtemp(path.join(tmpdir(), 'sessiondeck-secrets-'))
    try {
      const first = await launchApp({ userDataDir })
      try {
        await addAccount(first.window)
        await first.window.getByRole('dialog').waitFor({ state: 'hidden' })
      } finally {
        await first.close()
      }
      const text = (file: string) => readFile(path.join(userDataDir, file), 'utf8')
      expect(await text('settings.json')).toContain('Typed account')
      for (const file of ['settings.json', 'secrets.json', path.join('logs', 'main.log')])
        expect(await text(file)).not.toContain(typedKey)

      const second = await launchApp({ userDataDir })
      try {
        expect(await workspaceOf(second.window)).toMatchObject({
          value: { keychain: 'available', accounts: [{ label: 'Typed account', hasCredential: true }] },
        })
      } finally {
        await second.close()
      }
    } finally {
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

describe.skipIf(!hasDesktop)('on a desktop without tray and keyring', () => {
  let desktop: Awaited<ReturnType<typeof startDesktopSession>>
  let launched: LaunchedApp

  beforeAll(async () => {
    desktop = await startDesktopSession({ tray: false, keyring: false })
    launched = await launchApp({ env: desktop.env })
  })
  afterAll(async () => {
    await launched?.close()
    await desktop?.stop()
  })

  it('says that there is no keychain and asks before it keeps a key, in memory only', async () => {
    const { window, userDataDir } = launched
    await addAccount(window)
    await window.getByRole('button', { name: 'Keep for this run only' }).click()
    await window.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await workspaceOf(window)).toMatchObject({
      value: { keychain: 'unavailable', accounts: [{ label: 'Typed account', hasCredential: true }] },
    })
    expect(await readdir(userDataDir)).not.toContain('secrets.json')
    expect(await readFile(path.join(userDataDir, 'settings.json'), 'utf8')).not.toContain(typedKey)
  })

  it('asks what closing shall do, each time', async () => {
    const { app, window } = launched
    const dialog = window.getByRole('dialog', { name: 'Close Sessiondeck?' })
    await pressClose(app)
    await dialog.getByRole('button', { name: 'Minimise' }).click()
    await expect.poll(() => isMinimised(app)).toBe(true)
    await inMain(app, (window) => window.restore())
    await pressClose(app)
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    // The page may be gone before its click is acknowledged.
    await dialog
      .getByRole('button', { name: 'Quit' })
      .click()
      .catch(() => undefined)
    expect(await ended).toBe(0)
  })
})

const workspaceOf = (page: Page) =>
  page.evaluate(() => globalThis.sessiondeck.request('workspace.get', undefined))

const typedKey = 'typed-key-8462'

/** Types a VSay account into the form; nothing listens at its address. */
async function addAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add account' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'VSay' }).click({ force: true })
  await dialog.getByLabel('Name', { exact: true }).fill('Typed account')
  await dialog.getByLabel('Key', { exact: true }).fill(typedKey)
  await dialog.getByText('Address, headers and limits').click()
  await dialog.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1')
  await dialog.getByRole('button', { name: 'Add account' }).click()
}
