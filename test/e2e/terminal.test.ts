import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/demo/clock'
import { type Demo, startDemo } from '../../src/demo/demo'
import { listenSsh } from '../../src/demo/ssh-host'
import { SSH_LOGIN } from '../../src/demo/workspace'
import { Prng } from '../../src/demo/world/prng'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

/** The same seed gives the same host key, so that a server that comes back is the one that was trusted. */
const startHost = (port = 0) => listenSsh({ clock: systemClock, prng: new Prng(7), port })

describe.skipIf(!hasDesktop)('the terminals', () => {
  let demo: Demo
  let host: Awaited<ReturnType<typeof startHost>>
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 3, luaauth: 3, junkie: 3, vsay: 3 } })
    host = await startHost()
    const hosts = [
      { label: 'web-1', group: 'Production', host: '127.0.0.1', port: host.port, user: SSH_LOGIN.user },
    ]
    app = await launchApp({ config: { ...demo.workspace, hosts } })
    page = app.window
    await page.getByRole('grid', { name: 'Live sessions' }).waitFor()
  })
  afterAll(async () => {
    await app?.close()
    await host?.close()
    await demo?.stop()
  })

  const tabs = () => page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
  const panes = () => page.getByRole('region', { name: /^Terminal / })
  const live = (pane: Locator) => pane.and(page.getByRole('region', { name: /, live\./ }))
  /** What a screen reader finds in a terminal, which is what is on its screen. */
  const screen = async (pane: Locator) =>
    (await pane.getByRole('list').getByRole('listitem').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  /** The size that the remote side knows. */
  const remoteSize = async (pane: Locator) => {
    await run('clear')
    await run('size')
    await expect.poll(() => screen(pane)).toMatch(/^\d+x\d+\s*$/m)
    const [, cols, rows] = /^(\d+)x(\d+)\s*$/m.exec(await screen(pane)) ?? []
    return { cols: Number(cols), rows: Number(rows) }
  }

  it('is not loaded before somebody wants a terminal', async () => {
    const hasEmulator = () =>
      page.evaluate(() =>
        [...document.styleSheets].some((sheet) =>
          [...sheet.cssRules].some((rule) => rule.cssText.startsWith('.xterm')),
        ),
      )
    expect(await hasEmulator()).toBe(false)
    await page.keyboard.press('Control+Backquote')
    await page.getByRole('region', { name: 'Terminals' }).waitFor()
    await expect.poll(hasEmulator).toBe(true)
    await page.keyboard.press('Control+Backquote')
    await page.getByRole('region', { name: 'Terminals' }).waitFor({ state: 'hidden' })
  })

  it('tells a screen reader what is printed once the settings say so', async () => {
    const settings = page.getByRole('button', { name: 'Terminal settings' })
    await page.keyboard.press('Control+Backquote')
    await settings.click()
    const dialog = page.getByRole('dialog', { name: 'Terminal settings' })
    await dialog.getByRole('switch', { name: 'Screen reader' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  it('does not offer to change a host that the config file decides', async () => {
    const item = page.getByRole('list', { name: 'Production' }).getByRole('listitem')
    await expect.poll(() => item.getByRole('button').allInnerTexts()).toEqual(['web-1'])
  })

  it('asks about an unknown host key before the password, then connects', async () => {
    await page.getByRole('button', { name: 'web-1', exact: true }).first().click()
    const key = page.getByRole('dialog', { name: 'Unknown host key' })
    await expect.poll(() => key.innerText()).toMatch(/SHA256:[A-Za-z0-9+/]{43}/)
    expect(await page.getByRole('dialog').count()).toBe(1)
    await app.screenshot('terminal-host-key')
    await key.getByRole('button', { name: 'Trust and connect' }).click()
    const password = page.getByLabel('Password', { exact: false }).and(page.locator('input'))
    await password.fill(SSH_LOGIN.password)
    await page.keyboard.press('Enter')
    await live(panes()).waitFor()
    await expect.poll(() => tabs().allInnerTexts()).toEqual(['web-1'])
  })

  it('carries what is typed and shows what comes', async () => {
    await run('help')
    await expect.poll(() => screen(panes())).toContain('flood')
    await run('unicode')
    await expect.poll(() => screen(panes())).toContain('漢字')
    await run('echo it is typed')
    await expect.poll(() => screen(panes())).toMatch(/^it is typed/m)
    await run('colours')
    await app.screenshot('terminal-live')
  })

  it('changes its colours with the system’s, to the edges', async () => {
    // Of whatever draws one, from the pane in to the screen.
    const background = () =>
      panes().evaluate((pane) => {
        const around = [...pane.querySelectorAll('*')].filter((each) => each.querySelector('.xterm-screen'))
        const drawn = [pane, ...around].map((each) => getComputedStyle(each).backgroundColor)
        return [...new Set(drawn)].filter((colour) => colour !== 'rgba(0, 0, 0, 0)')
      })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(background).toEqual(['rgb(19, 20, 23)'])
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(background).toEqual(['rgb(255, 255, 255)'])
    await page.emulateMedia({ colorScheme: null })
  })

  it('keeps the remote size at what is on screen', async () => {
    const before = await remoteSize(panes())
    await page.keyboard.press('Control+Shift+KeyM')
    await expect.poll(async () => (await remoteSize(panes())).rows).toBeGreaterThan(before.rows)
    await page.keyboard.press('Control+Shift+KeyM')
    await expect.poll(() => remoteSize(panes())).toEqual(before)
  })

  it('splits, and each half has its own connection and size', async () => {
    const before = await remoteSize(panes())
    await page.keyboard.press('Control+Shift+KeyD')
    const second = panes().nth(1)
    const password = page.getByLabel('Password', { exact: false }).and(page.locator('input'))
    await password.fill(SSH_LOGIN.password)
    await page.keyboard.press('Enter')
    await live(second).waitFor()
    const half = await remoteSize(second)
    expect(half.cols).toBeLessThan(before.cols * 0.6)
    expect(half.rows).toBe(before.rows)
    await app.screenshot('terminal-split')
    await page.keyboard.press('Control+Shift+KeyW')
    await expect.poll(() => panes().count()).toBe(1)
    await expect.poll(() => remoteSize(panes())).toEqual(before)
  })

  it('has its shortcuts where it has the focus, and the window has its own elsewhere', async () => {
    const zoom = () =>
      app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
    const fontSize = () =>
      page.evaluate(() => {
        const kept: unknown = JSON.parse(localStorage.getItem('sessiondeck.terminal-preferences') ?? '{}')
        return (kept as { fontSize?: number }).fontSize ?? null
      })
    const size = await fontSize()
    const list = page.getByRole('grid', { name: 'Live sessions' }).locator('tr[tabindex="0"]')
    for (const isFolded of [false, true]) {
      if (isFolded) await page.getByRole('button', { name: 'Fold the terminals' }).click()
      await list.focus()
      await page.keyboard.press('Control+Shift+KeyW')
      await page.keyboard.press('Control+Shift+KeyD')
      await page.keyboard.press('Control+=')
      await expect.poll(zoom).toBeGreaterThan(1)
      await page.keyboard.press('Control+0')
      await expect.poll(zoom).toBe(1)
      expect(await tabs().count()).toBe(1)
    }
    await page.getByRole('button', { name: 'Show the terminals' }).click()
    await live(panes()).waitFor()
    expect(await panes().count()).toBe(1)
    expect(await fontSize()).toBe(size)

    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Control+=')
    await expect.poll(zoom).toBeGreaterThan(1)
    await page.keyboard.press('Control+0')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await panes().locator('textarea').focus()
    await page.keyboard.press('Control+=')
    await expect.poll(fontSize).toBeGreaterThan(size ?? 0)
    await page.keyboard.press('Control+0')
    expect(await zoom()).toBe(1)
  })

  it('finds text in the output and counts the places', async () => {
    await run('clear')
    await run('echo needle')
    await expect.poll(() => screen(panes())).toMatch(/^needle/m)
    await page.keyboard.press('Control+Shift+KeyF')
    await page.getByRole('textbox', { name: 'Find in the terminal' }).fill('needle')
    await expect.poll(() => page.getByRole('search').innerText()).toMatch(/\d of 2/)
    await page.keyboard.press('Escape')
  })

  it('obeys Ctrl-C in a flood, and the list stays usable', async () => {
    await run('flood')
    await expect.poll(() => screen(panes())).toMatch(/(.*\n){4}/)
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('nobody has this name')
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/0 of \d+/)
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('')
    await panes().locator('textarea').focus()
    await page.keyboard.press('Control+KeyC')
    await run('echo still here')
    await expect.poll(() => screen(panes())).toMatch(/^still here/m)
  })

  it('asks before several lines are pasted, and pastes nothing when told so', async () => {
    await run('clear')
    await app.app.evaluate(({ clipboard }) => clipboard.writeText('echo one\necho two\n'))
    await page.keyboard.press('Control+Shift+KeyV')
    const dialog = page.getByRole('dialog', { name: 'Paste several lines?' })
    expect(await dialog.innerText()).toContain('echo two')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await panes().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Paste' }).click()
    await dialog.getByRole('button', { name: 'Paste 2 lines' }).click()
    await expect.poll(() => screen(panes())).toMatch(/^two/m)
    expect((await screen(panes())).match(/^one/gm)).toHaveLength(1)
  })

  it('says that the connection was lost, keeps the output and comes back in place', async () => {
    const { port } = host
    await run('echo before the loss')
    await expect.poll(() => screen(panes())).toMatch(/^before the loss/m)
    await host.close()
    await expect.poll(() => panes().innerText()).toContain('Connection lost.')
    expect(await screen(panes())).toContain('before the loss')
    await app.screenshot('terminal-lost')
    host = await startHost(port)
    const password = page.getByLabel('Password', { exact: false }).and(page.locator('input'))
    // It tries by itself, too, and there is no button while it does.
    const reconnect = panes().getByRole('button', { name: /^Reconnect/ })
    await expect
      .poll(async () => {
        await reconnect.click({ timeout: 500 }).catch(() => undefined)
        return password.count()
      })
      .toBe(1)
    await password.fill(SSH_LOGIN.password)
    await page.keyboard.press('Enter')
    await live(panes()).waitFor()
    await run('echo back')
    await expect.poll(() => screen(panes())).toMatch(/^back/m)
  })

  it('finds its live terminal again after the window was loaded anew', async () => {
    await page.reload()
    await live(panes()).waitFor()
    await expect.poll(() => screen(panes())).toMatch(/^back/m)
    await panes().locator('textarea').focus()
    await run('echo again')
    await expect.poll(() => screen(panes())).toMatch(/^again/m)
  })

  it('opens a terminal on the machine of a VSay session, and ends it with the tab', async () => {
    demo.crowds.vsay.arrive('terminal_person')
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('terminal_person')
    const row = page.getByRole('row').filter({ hasText: 'terminal_person' })
    await row.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open terminal' }).click()
    await expect.poll(() => tabs().count()).toBe(2)
    await live(panes()).waitFor()
    await run('help')
    await expect.poll(() => screen(panes())).toContain('Commands:')
    await app.screenshot('terminal-vsay')
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('')
    const own = page.getByRole('row', { name: /, yours, / })
    await own.click()
    const details = page.getByRole('region', { name: 'Session details' })
    await expect.poll(() => details.innerText()).toContain('yours, a terminal in this window')
    await app.screenshot('terminal-vsay-yours')
    expect(await own.count()).toBe(1)
    await details.getByRole('button', { name: 'Close details' }).click()
    await panes().locator('textarea').focus()
    await page.keyboard.press('Control+Shift+KeyW')
    await expect.poll(() => tabs().count()).toBe(1)
    const ended = () =>
      demo.recorded.requests.filter(({ method, path }) => method === 'DELETE' && /\/sessions\//.test(path))
    await expect.poll(() => ended().length).toBe(1)
  })

  it('leaves the session that it created and ended in the action log', async () => {
    const section = (name: string) =>
      page.getByRole('list', { name: 'Sections' }).getByRole('button', { name }).click()
    await section('Action log')
    const actions = page.getByRole('grid', { name: 'Actions' })
    await actions.getByText('Session ended').waitFor()
    await actions.getByText('Session created').waitFor()
    await app.screenshot('terminal-vsay-log')
    await section('Sessions')
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
