import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemo } from '../../src/demo/demo'
import { rows, search } from '../harness/bulk-window'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const holdsFocus = (place: Locator) =>
  expect.poll(() => place.evaluate((element) => element.contains(document.activeElement))).toBe(true)
const question = (page: Page) => page.getByRole('region', { name: 'Notifications question' })

describe.skipIf(!hasDesktop)('the demo', () => {
  let folder: string
  let own: LaunchedApp
  let demo: LaunchedApp

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-first-'))
    own = await launchApp({ userDataDir: path.join(folder, 'desk') })
    demo = await launchApp({ args: ['--demo'], userDataDir: path.join(folder, 'desk-demo') })
  })
  afterAll(async () => {
    await demo?.close()
    await own?.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('begins, for who has nothing yet, at the first button of the welcome', async () => {
    await holdsFocus(own.window.getByRole('button', { name: 'Add account' }))
    await own.screenshot('first-minute-welcome')
  })

  it('says that it is one, and asks nothing about notifications', async () => {
    await rows(demo.window).nth(3).waitFor()
    await demo.window.getByRole('region', { name: 'Demo' }).getByText('Nothing is sent anywhere.').waitFor()
    expect(await question(demo.window).count()).toBe(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await demo.window.emulateMedia({ colorScheme })
      await demo.screenshot(`first-minute-demo-${colorScheme}`)
    }
  })

  it('leads to the person’s own window, at the form of a new account', async () => {
    await demo.window.getByRole('button', { name: 'Add your own account' }).click()
    await own.window.getByRole('dialog', { name: 'Add account' }).waitFor()
  })

  it('can be quit', async () => {
    const ended = new Promise((resolve) => demo.app.process().once('exit', resolve))
    // The page may be gone before its click is acknowledged.
    await demo.window
      .getByRole('button', { name: 'Quit demo' })
      .click()
      .catch(() => undefined)
    expect(await ended).toBe(0)
  })
})

describe.skipIf(!hasDesktop)('a first start', () => {
  it('for a new account opens its form', async () => {
    const { window, close } = await launchApp({ args: ['--add-account'] })
    try {
      await window.getByRole('dialog', { name: 'Add account' }).waitFor()
    } finally {
      await close()
    }
  })

  it('notifies once that is wanted, and asks only once', async () => {
    const services = await startDemo({
      churn: false,
      population: { luaprot: 3, luaauth: 1, junkie: 1, vsay: 1 },
    })
    const settings = { ...services.workspace.settings, notifications: false, notificationsAsked: false }
    const app = await launchApp({ config: { ...services.workspace, settings } })
    try {
      const { window } = app
      await question(window).waitFor()
      for (const colorScheme of ['light', 'dark'] as const) {
        await window.emulateMedia({ colorScheme })
        await app.screenshot(`first-minute-question-${colorScheme}`)
      }
      await question(window).getByRole('button', { name: 'Turn on' }).click()
      await question(window).waitFor({ state: 'detached' })
      const workspace = await window.evaluate(() =>
        globalThis.sessiondeck.request('workspace.get', undefined),
      )
      expect(workspace).toMatchObject({
        value: { settings: { notifications: true, notificationsAsked: true } },
      })
    } finally {
      await app.close()
      await services.stop()
    }
  })
})

describe.skipIf(!hasDesktop)('by keyboard', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 5, luaauth: 3, junkie: 3, vsay: 2 } })
    ;({ page } = desk)
    await rows(page).nth(5).waitFor()
  })
  afterAll(async () => desk?.close())

  const sheet = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  it('Tab first offers the way to the list', async () => {
    await page.keyboard.press('Tab')
    await holdsFocus(page.getByRole('button', { name: 'Skip to the list' }))
    await desk.app.screenshot('first-minute-skip')
    await page.keyboard.press('Enter')
    await holdsFocus(grid(page))
  })

  it('F1 and ? show the sheet, but a field keeps its ?', async () => {
    for (const key of ['F1', '?']) {
      await page.keyboard.press(key)
      await sheet().waitFor()
      await desk.app.screenshot('first-minute-sheet')
      await page.keyboard.press('Escape')
      await sheet().waitFor({ state: 'detached' })
    }
    await search(page).focus()
    await page.keyboard.press('?')
    expect(await search(page).inputValue()).toBe('?')
    expect(await sheet().count()).toBe(0)
    await search(page).fill('')
  })

  it('F6 goes from part to part, and Shift+F6 back', async () => {
    await rows(page).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Session details' }).waitFor()
    await rows(page).first().focus()
    await page.keyboard.press('F6')
    await holdsFocus(page.getByRole('complementary', { name: 'Details' }))
    await page.keyboard.press('Shift+F6')
    await holdsFocus(grid(page))
    await page.keyboard.press('Shift+F6')
    await holdsFocus(page.getByRole('navigation', { name: 'Navigation' }))
  })
})
