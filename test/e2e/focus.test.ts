import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows, search } from '../harness/bulk-window'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const hasFocus = (element: Locator) => element.evaluate((each) => each === document.activeElement)
const focusIsIn = (place: Locator) =>
  place.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)))

describe.skipIf(!hasDesktop)('the focus, and what is in sight', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 60, luaauth: 20, junkie: 5, vsay: 5 } })
    ;({ page } = desk)
    await page.getByRole('button', { name: /^90 live/ }).waitFor()
  })
  afterAll(async () => desk?.close())

  const rowCount = async () => Number(await grid(page).getAttribute('aria-rowcount'))
  const scrolled = () => grid(page).evaluate((table) => table.parentElement?.scrollTop ?? Number.NaN)
  /** Scrolls there once that many are listed: after a search or a filter the list begins at the top again. */
  const scrollTo = async (top: number, listed = 90) => {
    await expect.poll(rowCount).toBe(listed + 1)
    await expect
      .poll(async () => {
        await grid(page).evaluate((table, to) => table.parentElement?.scrollTo({ top: to }), top)
        return scrolled()
      })
      .toBe(top)
  }

  it('leaves an empty search by Esc to the list', async () => {
    await search(page).fill('something')
    await page.keyboard.press('Escape')
    expect(await search(page).inputValue()).toBe('')
    expect(await hasFocus(search(page))).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(grid(page).locator('tr[tabindex="0"]'))).toBe(true)
  })

  it('begins at the top with another search, sort, account or filter', async () => {
    await scrollTo(640)
    await search(page).fill('o')
    await expect.poll(scrolled).toBe(0)
    await search(page).fill('')
    await scrollTo(640)
    await grid(page)
      .getByRole('columnheader', { name: 'User', exact: true })
      .getByRole('button')
      .first()
      .click()
    await expect.poll(scrolled).toBe(0)
    await scrollTo(640)
    const account = page.getByRole('list', { name: 'Accounts' }).getByText('Hub One', { exact: true })
    await account.click()
    await expect.poll(scrolled).toBe(0)
    await scrollTo(320, 60)
    await account.click()
    await expect.poll(scrolled).toBe(0)
  })

  it('stays where it is scrolled to while rows come and go', async () => {
    await search(page).hover()
    await scrollTo(640)
    desk.demo.crowds.luaprot.arrive('one_more')
    await expect.poll(rowCount).toBe(92)
    expect(await scrolled()).toBe(640)
  })

  it('draws the row that has it below the names of the columns', async () => {
    await scrollTo(0, 91)
    await rows(page).nth(1).focus()
    await page.keyboard.press('ArrowDown')
    // The focused row lies behind the header then.
    await scrollTo(80, 91)
    const header = grid(page).getByRole('columnheader', { name: 'User', exact: true })
    const isOnTop = await header.evaluate((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect()
      return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    expect(isOnTop).toBe(true)
  })

  it('says what is wrong with a look-up only beside the field that was asked for', async () => {
    await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name: 'Look up' }).click()
    const form = page.getByRole('region', { name: 'Look up' })
    const invalid = form.locator('[aria-invalid=true]')
    await form.getByRole('button', { name: 'Look up' }).click()
    await expect.poll(() => hasFocus(invalid)).toBe(true)
    await form.getByRole('tab', { name: 'Hub' }).click()
    await form.getByRole('combobox', { name: 'Hub' }).waitFor()
    expect(await invalid.count()).toBe(0)
    await form.getByRole('button', { name: 'Look up' }).click()
    await invalid.waitFor()
    for (const account of ['Junkie', 'Autofarm']) {
      await form.getByRole('combobox', { name: 'Account' }).click()
      await page.getByRole('option', { name: account }).click()
      await form.getByLabel('Script', { exact: true }).waitFor()
      expect(await invalid.count()).toBe(0)
      await form.getByRole('button', { name: 'Look up' }).click()
      await invalid.first().waitFor()
    }
    expect(await desk.app.windowErrors()).toEqual([])
  })
})

describe.skipIf(!hasDesktop)('the focus, where what had it is gone', () => {
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    app = await launchApp()
    page = app.window
    await page.getByRole('main', { name: 'Welcome' }).waitFor()
  })
  afterAll(() => app?.close())

  const dialog = (name: string) => page.getByRole('dialog', { name })
  const isNowhere = () => page.evaluate(() => document.activeElement === document.body)

  it('goes into the list when the first account was added', async () => {
    await page.getByRole('button', { name: 'Add account' }).press('Enter')
    const form = dialog('Add account')
    await form.getByRole('radio', { name: 'VSay' }).click({ force: true })
    await form.getByLabel('Key', { exact: true }).fill('some-key')
    await form.getByText('Address, headers and limits').click()
    await form.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    const sessions = page.getByRole('region', { name: 'Sessions', exact: true })
    await expect.poll(() => focusIsIn(sessions)).toBe(true)
  })

  it('stays in the account whose removal was given up, with what was typed', async () => {
    const edit = page.getByRole('button', { name: 'Edit VSay' })
    await edit.press('Enter')
    const form = dialog('Edit account')
    await form.getByLabel('Name', { exact: true }).fill('Night shift')
    const remove = form.getByRole('button', { name: 'Remove…' })
    await remove.press('Enter')
    await dialog('Remove account').waitFor()
    await page.keyboard.press('Escape')
    await dialog('Remove account').waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(remove)).toBe(true)
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Night shift')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(edit)).toBe(true)
  })

  it('comes back to the account that was switched off, and on again, in its dialog', async () => {
    const edit = page.getByRole('button', { name: 'Edit VSay' })
    for (const press of ['Disable', 'Enable']) {
      await edit.press('Enter')
      const form = dialog('Edit account')
      await form.getByRole('button', { name: press }).press('Enter')
      await form.getByRole('button', { name: press === 'Disable' ? 'Enable' : 'Disable' }).waitFor()
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
      await expect.poll(() => hasFocus(edit)).toBe(true)
    }
  })

  it('stays in the host whose removal was given up, and goes to the welcome with the last thing there was', async () => {
    await page.getByRole('button', { name: 'Add SSH hosts' }).press('Enter')
    await page.getByRole('menuitem', { name: /^Add/ }).press('Enter')
    const adding = dialog('Add an SSH host')
    await adding.getByRole('textbox', { name: 'Host', exact: true }).fill('build.example')
    await adding.getByRole('textbox', { name: 'User', exact: true }).fill('me')
    await adding.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    await adding.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Edit build.example' }).press('Enter')
    const remove = dialog('SSH host').getByRole('button', { name: 'Remove…' })
    await remove.press('Enter')
    await dialog('Remove SSH host').waitFor()
    await page.keyboard.press('Escape')
    await dialog('Remove SSH host').waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(remove)).toBe(true)
    await remove.press('Enter')
    await dialog('Remove SSH host').getByRole('button', { name: 'Remove build.example' }).press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(isNowhere).toBe(false)

    await page.getByRole('button', { name: 'Edit VSay' }).press('Enter')
    await dialog('Edit account').getByRole('button', { name: 'Remove…' }).press('Enter')
    await dialog('Remove account').getByRole('button', { name: 'Remove VSay' }).press('Enter')
    const welcome = page.getByRole('main', { name: 'Welcome' })
    await welcome.waitFor()
    await expect.poll(() => focusIsIn(welcome)).toBe(true)
    expect(await app.windowErrors()).toEqual([])
  })
})
