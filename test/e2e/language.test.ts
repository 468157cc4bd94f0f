import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { type DemoWindow, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const heads = (page: Page) => page.getByRole('columnheader').allInnerTexts()

const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

/** Keeps the labels of the menu that the system was given last. */
const noteMenus = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate
    Menu.buildFromTemplate = (template) => {
      Object.assign(globalThis, { lastMenu: template.map(({ label }) => label) })
      return build(template)
    }
  })

const lastMenu = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => ('lastMenu' in globalThis ? (globalThis.lastMenu as string[]) : []))

/** Chooses a language in the settings, by what they call it and themselves now. */
async function choose(
  page: Page,
  [settings, field, done]: readonly [string, string, string],
  language: string,
) {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: settings })
  await dialog.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: language, exact: true }).click()
  return page.getByRole('dialog').getByRole('button', { name: done })
}

describe.skipIf(!hasDesktop)('the language', () => {
  let desk: DemoWindow
  beforeAll(async () => {
    desk = await openDemoWindow({ sessions: 12 })
  })
  afterAll(() => desk?.close())

  it('is chosen in the settings, and spoken at once everywhere', async () => {
    const { page } = desk
    const { app } = desk.app
    await noteMenus(app)
    expect(await languageOf(page)).toBe('en')
    const fertig = await choose(page, ['Settings', 'Language', 'Done'], 'German (Deutsch)')
    await expect.poll(() => languageOf(page)).toBe('de')
    await expect.poll(() => lastMenu(app)).toContain('Sessiondeck beenden')
  })
})
