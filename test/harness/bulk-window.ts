import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, grid, openDemoWindow } from './demo-window'

/** The rows of the list. */
export const rows = (page: Page) => grid(page).locator('tbody').getByRole('row')
/** The dialog that is open. */
export const dialog = (page: Page) => page.getByRole('dialog')
/** The field that narrows the list. */
export const search = (page: Page) => page.getByRole('searchbox', { name: 'Search sessions' })
/** The lines of the bulk actions under way. */
export const bars = (page: Page) => page.getByRole('region', { name: 'Bulk actions' })

/** The requests to a service besides those for its lists. */
const asked = (demo: Demo, provider: string) =>
  demo.recorded.requests
    .filter(
      (one) => one.provider === provider && one.method !== 'GET' && !one.path.endsWith('/scripts/sessions'),
    )
    .map(({ method, path, query, body }) => ({ method, path, query, body }))

/** The messages and disconnects that reached a service. */
export const acted = (demo: Demo, provider: string) =>
  asked(demo, provider).filter(({ path }) => /message|disconnect|^\/v1\/sessions\//.test(path))

/** Shows one account's sessions only. */
export async function narrow(page: Page, account: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`${account}.*\\d$`) })
    .first()
    .click()
  await search(page).click()
}

/** Shows them and chooses all. */
export async function selectAll(page: Page, account: string, count: number): Promise<void> {
  await narrow(page, account)
  await expect.poll(() => rows(page).count()).toBe(count)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await page.getByText(`${count} selected`).waitFor()
}

/** Presses a button of the dialog. */
export const press = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name }).click()

/** Opens a menu and chooses from it; a dialog that has just closed may take the focus back, which closes the menu again. */
export async function choose(page: Page, button: string | RegExp, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true })
  await expect
    .poll(
      async () => {
        if (!(await item.isVisible())) await page.getByRole('button', { name: button }).click()
        return item.isVisible()
      },
      { interval: 1_000 },
    )
    .toBe(true)
  await item.click()
}

/** Waits for these words. */
export const done = (page: Page, text: string) => page.getByText(text).first().waitFor()

/** Starts the demo with 24 sessions, of which 14 are at LuaProt, and the window, and waits until it shows them. */
export async function launchBulk(): Promise<DemoWindow> {
  const desk = await openDemoWindow({
    population: { luaprot: 14, luaauth: 5, junkie: 2, vsay: 3 },
    luaprotRemovalDelayMs: 200,
    luaauthRemovalDelayMs: 0,
    luaauthMessageWaitMs: 500,
  })
  const { page } = desk
  await rows(page).nth(10).waitFor()
  await expect.poll(() => page.getByRole('button', { name: /24 live/ }).count()).toBe(1)
  return desk
}
