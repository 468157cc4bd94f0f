import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { search } from '../harness/bulk-window'
import { type DemoWindow, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'

describe.skipIf(!hasDesktop)('tooltips', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({})
    ;({ page } = desk)
  })
  afterAll(async () => desk?.close())

  const tooltip = (words: string) => page.locator('#popups, [role=dialog]').getByText(words, { exact: true })

  it('open under a pointer that rests, can be reached by it, and go when it leaves', async () => {
    await page.getByRole('button', { name: 'Export sessions…' }).hover()
    await tooltip('Export sessions…').waitFor()
    await tooltip('Export sessions…').hover()
    await page.getByRole('button', { name: 'Columns', exact: true }).hover()
    await tooltip('Columns').waitFor()
    await expect.poll(() => tooltip('Export sessions…').count()).toBe(0)
    await search(page).hover()
    await expect.poll(() => tooltip('Columns').count()).toBe(0)
  })

  it('open at the focus that Tab moved, and leave Esc to the dialog below', async () => {
    await page.getByRole('button', { name: 'Settings' }).click()
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await dialog.waitFor()
    const close = dialog.getByRole('button', { name: 'Close', exact: true })
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return close.evaluate((button) => button === document.activeElement)
      })
      .toBe(true)
    // The words, and then the key.
    await page.getByText(/^Close\s*Esc$/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    // The focus comes back to the button, and nobody asked about that one.
    expect(await tooltip('Settings').count()).toBe(0)
  })

  it('close with the press on their button', async () => {
    const button = page.getByRole('button', { name: 'Pause watching' })
    await button.hover()
    await tooltip('Pause watching').waitFor()
    await button.click()
    await page.getByRole('button', { name: 'Resume watching' }).waitFor()
    expect(await tooltip('Resume watching').count()).toBe(0)
    await page.getByRole('button', { name: 'Resume watching' }).click()
  })
})
