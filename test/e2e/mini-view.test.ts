import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'

const rows = (page: Page) => grid(page).locator('tbody').getByRole('row')

describe.skipIf(!hasDesktop)('the mini view', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 6, luaauth: 3, junkie: 4, vsay: 3 } })
    page = desk.page
    await rows(page).nth(15).waitFor()
  })
  afterAll(() => desk?.close())

  const windowState = () =>
    desk.app.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { bounds: window?.getBounds(), onTop: window?.isAlwaysOnTop() }
    })
  const mini = () => page.getByRole('main', { name: 'Live sessions' })
  const enter = () => page.getByRole('button', { name: 'Mini view' }).click()

  it('says how many are live while it stays over other windows, and grows again by its button', async () => {
    const before = await windowState()
    await enter()
    await mini().getByRole('heading', { name: '16 sessions live' }).waitFor()
    await expect.poll(async () => (await windowState()).bounds?.width).toBeLessThan(400)
    expect((await windowState()).onTop).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await desk.app.screenshot(`mini-view-${colorScheme}`)
    }
    desk.demo.crowds.luaprot.arrive('while_mini')
    await mini().getByRole('heading', { name: '17 sessions live' }).waitFor()
    await mini().getByRole('button', { name: 'Back to the full window' }).click()
    await expect.poll(windowState).toEqual(before)
    await rows(page).nth(16).waitFor()
  })

  it('leads to the sessions of an account', async () => {
    await enter()
    await mini()
      .getByRole('button', { name: /Hub One/ })
      .click()
    await mini().waitFor({ state: 'detached' })
    await expect.poll(() => rows(page).count()).toBe(7)
    await page.getByTitle('Show the sessions of all accounts').click()
  })

  it('is left by Esc, and by a page that is loaded anew', async () => {
    await enter()
    await mini().waitFor()
    await page.keyboard.press('Escape')
    await mini().waitFor({ state: 'detached' })
    const width = async () => (await windowState()).bounds?.width
    await expect.poll(width).toBeGreaterThan(800)
    await enter()
    await mini().waitFor()
    await page.reload()
    await rows(page).nth(16).waitFor()
    await expect.poll(width).toBeGreaterThan(800)
    expect((await windowState()).onTop).toBe(false)
  })
})
