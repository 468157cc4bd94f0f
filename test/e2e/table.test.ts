import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'

const rows = (page: Page) => grid(page).locator('tbody').getByRole('row')
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search sessions' })
const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name, exact: true })
const headers = (page: Page) =>
  grid(page)
    .getByRole('columnheader')
    .evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')))
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true })
const widthOf = async (head: Locator) => (await head.boundingBox())?.width ?? 0

/** The middle of an element, CSS px of the window. */
async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox()
  if (!box) throw new Error('It is not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe.skipIf(!hasDesktop)('the list as a table', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 6, luaauth: 3, junkie: 4, vsay: 3 } })
    page = desk.page
    await rows(page).nth(15).waitFor()
  })
  afterAll(() => desk?.close())

  it('marks what the search found', async () => {
    const [name] = (await rows(page).first().getAttribute('aria-label'))?.split(', ') ?? []
    const part = name?.slice(1, 5) ?? ''
    await search(page).fill(part)
    await expect.poll(() => rows(page).first().locator('mark').first().innerText()).toBe(part)
    await search(page).fill('')
    await expect.poll(() => grid(page).locator('mark').count()).toBe(0)
  })

  it('moves a column that is dragged by its name, and sorts by one that is pressed', async () => {
    const before = await headers(page)
    const from = await middleOf(header(page, 'Place'))
    const to = await header(page, 'Account').boundingBox()
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x - 20, from.y)
    await page.mouse.move((to?.x ?? 0) + 10, from.y)
    await header(page, 'Account').and(page.locator('[data-drop="before"]')).waitFor()
    await page.mouse.up()
    await expect
      .poll(() => headers(page))
      .toEqual([
        'User',
        'Place',
        'Account',
        ...before.filter((name) => !['User', 'Place', 'Account'].includes(name ?? '')),
      ])
    expect(await header(page, 'Place').getAttribute('aria-sort')).toBe('none')
    await header(page, 'Place').getByRole('button', { name: 'Place', exact: true }).click()
    await expect.poll(() => header(page, 'Place').getAttribute('aria-sort')).toBe('ascending')
  })

  it('stays as it is where a drag is given up', async () => {
    const before = await headers(page)
    const from = await middleOf(header(page, 'Account'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 300, from.y)
    await grid(page).locator('[data-drop]').waitFor()
    await page.keyboard.press('Escape')
    await grid(page).locator('[data-drop]').waitFor({ state: 'detached' })
    await page.mouse.up()
    expect(await headers(page)).toEqual(before)
    expect(await header(page, 'Account').getAttribute('aria-sort')).toBe('none')
  })

  it('has a menu on each name, reached by keyboard too', async () => {
    await header(page, 'Account').click({ button: 'right' })
    await item(page, 'Sort descending').click()
    await expect.poll(() => header(page, 'Account').getAttribute('aria-sort')).toBe('descending')

    const name = header(page, 'Account').getByRole('button', { name: 'Account', exact: true })
    await name.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await item(page, 'Move left').waitFor()
    await page.keyboard.press('Home')
    // One that is disabled is passed as well.
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Move left')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await headers(page)).slice(0, 3)).toEqual(['User', 'Account', 'Place'])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Account')

    await page.keyboard.press('Alt+ArrowDown')
    await item(page, 'Hide account').click()
    await header(page, 'Account').waitFor({ state: 'detached' })
    // The keyboard goes on in the list.
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('button', { name: 'Reset columns' }).click()
    await page.keyboard.press('Escape')
    await header(page, 'Account').waitFor()
  })

  it('fits a column to its texts, whole ids too', async () => {
    const job = header(page, 'Job')
    const before = await widthOf(job)
    const border = job.locator('hr')
    const at = await middleOf(border)
    await page.mouse.dblclick(at.x, at.y)
    await expect.poll(() => widthOf(job)).toBeGreaterThan(before)
    const place = Number(await job.getAttribute('aria-colindex'))
    expect(await grid(page).locator(`td[aria-colindex="${place}"] bdi[data-length]`).count()).toBe(0)

    await header(page, 'User').click({ button: 'right' })
    await item(page, 'Fit to its text').click()
    await expect.poll(() => widthOf(header(page, 'User'))).toBeLessThan(300)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('button', { name: 'Reset columns' }).click()
    await page.keyboard.press('Escape')
  })

  it('keeps a way of looking under a name, and goes back and forward', async () => {
    const views = page.getByRole('list', { name: 'Views' })
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Service' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Junkie' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(4)
    await page.getByRole('button', { name: 'Save this view…' }).click()
    await dialog.getByLabel('Name').fill('Junkie only')
    await page.keyboard.press('Enter')
    const view = views.getByRole('button', { name: 'Junkie only', exact: true })
    await expect.poll(() => view.getAttribute('aria-current')).toBe('true')

    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await expect.poll(() => rows(page).count()).toBe(16)
    await expect.poll(() => view.getAttribute('aria-current')).toBeNull()
    await page.keyboard.press('Control+5')
    await page.getByRole('region', { name: 'Action log' }).waitFor()
    await page.keyboard.press('Control+6')
    await expect.poll(() => rows(page).count()).toBe(4)

    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('region', { name: 'Action log' }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => rows(page).count()).toBe(16)
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => rows(page).count()).toBe(4)

    await views.getByRole('button', { name: 'More about Junkie only' }).click()
    await item(page, 'Rename…').click()
    await dialog.getByLabel('Name').fill('Only Junkie')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await views.getByRole('button', { name: 'Only Junkie', exact: true }).click({ button: 'right' })
    await item(page, 'Delete').click()
    await views.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await views.getByRole('button', { name: 'Only Junkie', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
  })

  it('copies a row and a cell', async () => {
    const clipboard = () => desk.app.app.evaluate((electron) => electron.clipboard.readText())
    const row = rows(page).first()
    const name = (await row.getAttribute('aria-label'))?.split(', ')[0] ?? ''
    await row.locator('td').first().click({ button: 'right' })
    await item(page, 'Copy user').click()
    await expect.poll(clipboard).toBe(name)
    await search(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+c')
    await expect.poll(clipboard).toMatch(/\t.*\t/)
    await page.keyboard.press('Escape')
  })

  it('has rows chosen by check boxes under the pointer', async () => {
    const selected = grid(page).getByRole('row', { selected: true })
    const check = async (index: number, modifiers: 'Shift'[] = []) => {
      await rows(page).nth(index).hover()
      await rows(page).nth(index).getByTitle('Add to the selection').click({ modifiers })
    }
    await search(page).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect.poll(() => selected.count()).toBe(0)
    await check(2)
    await check(4)
    await expect.poll(() => selected.count()).toBe(2)
    expect(await page.getByRole('region', { name: 'Session details' }).count()).toBe(0)
    await check(6, ['Shift'])
    await page.getByText('3 selected').waitFor()
    await rows(page).nth(5).getByTitle('Drop from the selection').click()
    await page.getByText('2 selected').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => selected.count()).toBe(0)
  })

  it('waits before it sends where the person wants so, and can be undone until then', async () => {
    const dialog = page.getByRole('dialog')
    const toasts = page.getByRole('region', { name: 'Notifications' })
    await page.keyboard.press('Control+,')
    await dialog.getByRole('switch', { name: 'Wait 5 seconds before sending' }).click()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const row = rows(page).filter({ hasText: 'Hub One' }).first()
    const disconnect = async () => {
      await row.locator('td').first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: /^Disconnect…/ }).click()
      await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await disconnect()
    await toasts.getByText(/^Disconnecting .* in 5 seconds\.$/).waitFor()
    await toasts.getByRole('button', { name: 'Undo' }).click()
    await toasts.getByText(/Disconnect not sent: you undid it/).waitFor()
    expect(await row.getAttribute('data-state')).toBe('live')

    await disconnect()
    await row.and(page.locator('[data-state="disconnecting"], [data-state="left"]')).waitFor()
  })
})
