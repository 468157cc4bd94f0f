import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const grid = (page: Page) => page.getByRole('grid', { name: 'Live sessions' })
const rows = (page: Page) => grid(page).locator('tbody').getByRole('row')
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search sessions' })
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })
const filters = (page: Page) => page.getByRole('region', { name: 'Filters' })

/** Whom the rows on screen name, from the top. */
const names = (page: Page) =>
  rows(page).evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label')?.split(', ')[0]))

describe.skipIf(!hasDesktop)('the list', () => {
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 4, luaauth: 3, junkie: 4, vsay: 3 } })
    app = await launchApp({ config: demo.workspace })
    page = app.window
    await rows(page).nth(13).waitFor()
    await search(page).click()
  })
  // Off the list, which would wait while pointer or focus is on it.
  afterEach(async () => {
    await page.keyboard.press('Escape')
    await search(page).click()
    await search(page).fill('')
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
  })

  it('is walked through and chosen from with keys', async () => {
    const selected = grid(page).getByRole('row', { selected: true })
    const focused = grid(page).locator('tr:focus')
    await page.keyboard.press('ArrowDown')
    const [first, second] = await names(page)
    await page.keyboard.press('Home')
    await expect.poll(() => focused.getAttribute('aria-label')).toContain(first)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused.getAttribute('aria-label')).toContain(second)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => selected.count()).toBe(3)
    await page.getByText('3 selected').waitFor()
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Space')
    await expect.poll(() => selected.count()).toBe(4)
    await page.keyboard.press('Control+a')
    await page.getByText('14 selected').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => selected.count()).toBe(0)

    await page.keyboard.press('End')
    const last = (await names(page)).at(-1) ?? ''
    await expect.poll(() => focused.getAttribute('aria-label')).toContain(last)
    await page.keyboard.press('Enter')
    await details(page).getByRole('heading', { name: last, exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await details(page).waitFor({ state: 'detached' })
    await expect.poll(() => focused.getAttribute('aria-label')).toContain(last)
  })

  it('names its columns and rows for a screen reader', async () => {
    const headers = await grid(page).getByRole('columnheader').all()
    expect(headers).toHaveLength(8)
    for (const name of ['User', 'Account', 'Started', 'State'])
      await grid(page).getByRole('columnheader', { name, exact: true }).waitFor()
    expect(
      await grid(page)
        .getByRole('row', { name: /, Hub One, live$/ })
        .count(),
    ).toBe(4)
  })

  it('is narrowed by service and state beside the search, and says so', async () => {
    await page.getByRole('button', { name: 'Service' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'VSay' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Junkie' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(7)
    expect(await rowOf(page, 'Hub One').count()).toBe(0)
    expect(await filters(page).innerText()).toContain('VSay, Junkie')
    await page.getByText('7 of 14').waitFor()

    await page.getByRole('button', { name: 'State' }).first().click()
    await page.getByRole('menuitemcheckbox', { name: 'Stale' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'No matching sessions' }).waitFor()
    await filters(page).getByRole('button', { name: 'Remove filter: State' }).click()
    await expect.poll(() => rows(page).count()).toBe(7)
    await filters(page).getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => rows(page).count()).toBe(14)
    await filters(page).waitFor({ state: 'detached' })
  })

  it('shows the columns that were chosen', async () => {
    const job = grid(page).getByRole('columnheader', { name: 'Job', exact: true })
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Job' }).click()
    await job.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Reset columns' }).click()
    await job.waitFor()
    await page.keyboard.press('Escape')
  })

  it('keeps its rows where they are while the pointer is on them', async () => {
    const leaver = demo.crowds.luaprot.arrive('held_leaver')
    await rowOf(page, 'held_leaver').waitFor()
    const before = await names(page)
    await rows(page).nth(3).hover()
    demo.crowds.junkie.arrive('held_arrival')
    demo.crowds.luaprot.leave(leaver.id)
    await page.getByRole('button', { name: '1 new' }).waitFor()
    await rowOf(page, 'held_leaver').filter({ hasText: /left/ }).waitFor()
    expect(await names(page)).toEqual(before)

    await page.getByRole('button', { name: '1 new' }).click()
    await rowOf(page, 'held_arrival').waitFor()
    await search(page).hover()
    await expect.poll(() => names(page)).not.toContain('held_leaver')
  })

  it('reaches with everything shown the rows on screen, not those who wait', async () => {
    const shown = page.getByRole('button', { name: /^Actions for all/ })
    const total = Number(/\d+/.exec(await shown.innerText())?.[0])
    await page.keyboard.press('ArrowDown')
    for (const name of ['waiting_one', 'waiting_two']) demo.crowds.luaprot.arrive(name)
    await page.getByRole('button', { name: '2 new' }).waitFor()
    expect(await shown.innerText()).toContain(`all ${total}`)
    // The press takes the focus out of the list, which stands still all the same.
    await shown.click()
    const disconnect = page.getByRole('menuitem', { name: 'Disconnect…', exact: true })
    await disconnect.waitFor()
    expect(await names(page)).not.toContain('waiting_one')
    await disconnect.click()
    const reached = page.getByRole('dialog').getByRole('heading', { name: /^Reaches/ })
    const junkie = await rowOf(page, 'Junkie').count()
    await expect.poll(() => reached.innerText()).toBe(`Reaches ${total - junkie} sessions`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('acts on the session under the pointer when it was pressed', async () => {
    demo.crowds.luaprot.arrive('pressed_person')
    await rowOf(page, 'pressed_person').waitFor()
    await rowOf(page, 'pressed_person').hover()
    await rowOf(page, 'pressed_person').getByRole('button', { name: 'Message' }).hover()
    await page.mouse.down()
    demo.crowds.luaprot.arrive('newer_person')
    await page.getByRole('button', { name: '1 new' }).waitFor()
    await page.mouse.up()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    expect(await dialog.innerText()).toContain('pressed_person')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('refuses an action on a row whose session has left', async () => {
    const visit = demo.crowds.luaprot.arrive('gone_person')
    await rowOf(page, 'gone_person').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await expect
      .poll(() => grid(page).locator('tr:focus').getAttribute('aria-label'))
      .toContain('gone_person')
    demo.crowds.luaprot.leave(visit.id)
    await rowOf(page, 'gone_person').filter({ hasText: /left/ }).waitFor()
    await page.keyboard.press('Delete')
    await page.getByText(/gone_person.* had already left/).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('lets no name turn its row around', async () => {
    demo.crowds.luaprot.arrive('\u202egnp.exe')
    const row = rowOf(page, 'gnp.exe')
    await row.waitFor()
    const header = await grid(page).getByRole('columnheader', { name: 'Account', exact: true }).boundingBox()
    const account = await row.getByText('Hub One').boundingBox()
    expect(account?.x).toBeGreaterThanOrEqual(header?.x ?? Number.NaN)
    expect((account?.x ?? 0) + (account?.width ?? 0)).toBeLessThan((header?.x ?? 0) + (header?.width ?? 0))
  })

  it('keeps its columns where they are in a small window when the details open, and has a way to their end', async () => {
    const usual = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    await page.setViewportSize({ width: 1024, height: 700 })
    const places = () =>
      grid(page)
        .getByRole('columnheader')
        .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().left)))
    try {
      await expect.poll(async () => (await places()).length).toBeLessThan(9)
      const before = await places()
      await rows(page).first().click()
      await details(page).waitFor()
      await expect.poll(places).toEqual(before)
      const outOfSight = () =>
        grid(page).evaluate((table) => {
          const scroller = table.parentElement
          return scroller ? scroller.scrollWidth - scroller.clientWidth : Number.NaN
        })
      await expect.poll(outOfSight).toBeGreaterThan(0)
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024)
    } finally {
      await page.setViewportSize(usual)
    }
  })

  it('says what a button does when the focus is moved to it, not when a dialog gives it back', async () => {
    const button = page.getByRole('button', { name: 'Export sessions…' })
    const focused = () => button.evaluate((element) => element === document.activeElement)
    const word = page.getByText('Export sessions…', { exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(focused).toBe(true)
    // It would open with the focus; a button's own word is drawn a frame later.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    expect(await word.count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await word.waitFor()
  })

  it('leaves the focus where it went, also after a key that found no further row', async () => {
    const first = rows(page).first()
    await first.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await search(page).focus()
    demo.crowds.luaprot.arrive('late_arrival')
    await rowOf(page, 'late_arrival').waitFor()
    expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})

describe.skipIf(!hasDesktop)('the list at the start', () => {
  it('takes in the first answer of each account under a resting pointer, and no later one', async () => {
    const demo = await startDemo({ churn: false, population: { luaprot: 4, luaauth: 3, junkie: 2, vsay: 3 } })
    demo.behave('vsay', '502')
    const app = await launchApp({ config: demo.workspace })
    try {
      const page = app.window
      await rowOf(page, 'Hub One').nth(3).waitFor()
      await rows(page).nth(1).hover()
      await page.mouse.move(600, 160)
      demo.behave('vsay', 'normal')
      await rowOf(page, 'Ops').nth(2).waitFor({ timeout: 60_000 })
      expect(await page.getByRole('button', { name: /^\d+ new$/ }).count()).toBe(0)
      demo.crowds.vsay.arrive('late_person')
      await page.getByRole('button', { name: '1 new' }).waitFor()
    } finally {
      await app.close()
      await demo.stop()
    }
  })
})
