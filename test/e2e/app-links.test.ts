import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandResult, capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { type Demo, startDemo } from '../../src/demo/demo'
import { clickAt, trayIcons } from '../harness/desktop-tools'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const grid = (page: Page) => page.getByRole('grid', { name: 'Live sessions' })
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })

describe.skipIf(!hasDesktop)('links into the application', () => {
  let demo: Demo
  let launched: LaunchedApp

  beforeAll(async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 3, junkie: 3, vsay: 2 } })
    // As the computer's start has it: the window waits in the tray.
    launched = await launchApp({ config: demo.workspace, args: ['--hidden'] })
  })
  afterAll(async () => {
    await launched?.close()
    await demo?.stop()
  })

  const isVisible = () =>
    launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
  /** Opens a link as a desktop does: by starting the application with it once more. */
  const open = async (link: string): Promise<CommandResult> => {
    const runtime = await ensureElectron()
    return capture(runtime.path, [
      ...runtime.args,
      projectFolder,
      `--user-data-dir=${launched.userDataDir}`,
      link,
    ])
  }

  it('start hidden where they were not asked for; the tray has the window', async () => {
    await expect.poll(() => trayIcons()).toHaveLength(1)
    expect(await isVisible()).toBe(false)
    const [icon] = await trayIcons()
    await clickAt(icon?.x ?? 0, icon?.y ?? 0)
    await expect.poll(isVisible).toBe(true)
  })

  it('show the window and select a session', async () => {
    const { window } = launched
    await grid(window).waitFor()
    // Not listed yet: the next heartbeat has it.
    const { id } = demo.crowds.luaprot.arrive('linked_person')
    await open(`sessiondeck://session/luaprot/${id}`)
    await expect.poll(() => details(window).innerText()).toContain('linked_person')
    await expect.poll(isVisible).toBe(true)
  })

  it('fill in whom to look for, and ask nobody', async () => {
    const { window } = launched
    const dialog = window.getByRole('dialog', { name: 'Find a person' })
    await open('sessiondeck://person?text=linked_person')
    await dialog.waitFor()
    expect(await dialog.getByRole('textbox').inputValue()).toBe('linked_person')
    expect(await dialog.getByRole('status').first().innerText()).toContain('Nothing is queried')
    // Another link does not take away what is open.
    await open('sessiondeck://person?text=somebody_else')
    await expect.poll(() => window.getByText('Close what is open').count()).toBe(1)
    expect(await dialog.getByRole('textbox').inputValue()).toBe('linked_person')
    await dialog.getByRole('button', { name: 'Find', exact: true }).click()
    await expect.poll(() => dialog.innerText()).toMatch(/linked_person[\s\S]*LuaProt/)
    await window.keyboard.press('Escape')
  })

  it('do nothing when they are of any other form', async () => {
    const { window } = launched
    await open('sessiondeck://disconnect/vsay/1')
    await open('sessiondeck://session/vsay/1?act=disconnect')
    expect(await window.getByRole('dialog').count()).toBe(0)
    expect(await launched.windowErrors()).toEqual([])
  })
})
