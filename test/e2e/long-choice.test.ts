import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialog, rows, search } from '../harness/bulk-window'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'

const crowd = 1_200

/** The row at a place of the list, from 0, if it is drawn. */
const rowAt = (page: Page, place: number) => grid(page).locator(`tr[aria-rowindex="${place + 2}"]`)
const isChosen = (page: Page, place: number) => rowAt(page, place).getAttribute('aria-selected')

describe.skipIf(!hasDesktop)('everything in a list that is longer than the window knows', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: crowd, luaauth: 0, junkie: 0, vsay: 0 } })
    page = desk.page
    await page.getByRole('button', { name: /1,200 live/ }).waitFor()
    await search(page).click()
  })
  afterAll(() => desk?.close())

  it('is chosen with one key, but for a row that is taken out, and without who comes later', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+a')
    await page.getByText('1,200 selected').waitFor()
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('1,199 selected').waitFor()
    expect([await isChosen(page, 0), await isChosen(page, 1)]).toEqual(['true', 'false'])
    // Rows that the window did not have when they were chosen.
    await page.keyboard.press('Control+End')
    await expect.poll(() => isChosen(page, crowd - 1)).toBe('true')

    desk.demo.crowds.luaprot.arrive('came_later')
    await page.getByRole('button', { name: '1 new' }).click()
    await search(page).fill('came_later')
    const late = rows(page).filter({ hasText: 'came_later' })
    await late.waitFor()
    expect(await late.getAttribute('aria-selected')).toBe('false')
    await page.getByText('1,199 selected').waitFor()
    await page
      .getByRole('region', { name: 'Selection' })
      .getByRole('button', { name: 'Disconnect…', exact: true })
      .click()
    await dialog(page).getByText('Reaches 1,199 sessions').waitFor()
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await search(page).fill('')
  })
})
