import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

const machines = (page: Page) => page.getByRole('grid', { name: 'Machines' })
const sessions = (page: Page) => page.getByRole('grid', { name: 'Sessions on the machine' })
const figures = (page: Page) => page.getByRole('region', { name: /^Statistics of/ })

describe.skipIf(!hasDesktop)('machines', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 3, luaauth: 2, junkie: 2, vsay: 9 } })
    ;({ demo, app, page } = desk)
    await page.getByRole('button', { name: 'Machines', exact: true }).click()
    await machines(page).waitFor()
  })
  afterAll(async () => desk?.close())

  const asked = (path: RegExp) => demo.recorded.requests.filter((request) => path.test(request.path))

  it('shows the figures of the organisation as the service counts them', async () => {
    await expect.poll(() => figures(page).innerText()).toMatch(/Active now/)
    const text = await figures(page).innerText()
    expect(text).toMatch(/^9$/m)
    expect(text).toMatch(/9 of \d+ sessions are active/)
    await page.getByText(/The last week, updated/).waitFor()
    expect(text).toMatch(/Average session/)
    const top = figures(page).getByRole('region', { name: 'Top machines' })
    expect(await top.getByRole('listitem').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/Production Server\s+\d+/)]),
    )
    expect(asked(/\/sessions\/stats$/)).toMatchObject([{ method: 'GET', query: { period: 'week' } }])
    await app.screenshot('machines')
  })

  it('changes the period by keyboard', async () => {
    await page.getByRole('tab', { name: 'Week' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText(/The last month, updated/).waitFor()
    expect(asked(/\/sessions\/stats$/).at(-1)).toMatchObject({ query: { period: 'month' } })
    const ended = () => asked(/\/sessions$/).filter(({ query }) => query.status === 'ended')
    await expect.poll(() => ended().at(-1)?.query.from).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('lists every machine with its live sessions, users and when it was seen', async () => {
    const row = machines(page).getByRole('row', { name: /^Production Server/ })
    await expect.poll(() => row.innerText()).toMatch(/now|ago/)
    const live = () =>
      machines(page)
        .getByRole('row', { name: /, \d+ live$/ })
        .evaluateAll((rows) =>
          rows.reduce(
            (sum, each) => sum + Number(each.getAttribute('aria-label')?.match(/(\d+) live$/)?.[1]),
            0,
          ),
        )
    await expect.poll(live).toBe(9)
  })

  it('tells once what keeps both the figures and the ended sessions away', async () => {
    demo.behave('vsay', '401')
    const section = page.getByRole('region', { name: 'Machines', exact: true })
    const alerts = section.getByRole('alert')
    await section.getByRole('button', { name: 'Refresh' }).click()
    await alerts.filter({ hasText: 'Sessions that ended are missing, too.' }).waitFor()
    expect(await alerts.count()).toBe(1)
    demo.behave('vsay', 'normal')
    await alerts.getByRole('button', { name: 'Try again' }).press('Enter')
    await alerts.waitFor({ state: 'detached' })
    await figures(page).getByRole('region', { name: 'Top machines' }).waitFor()
    // The button went, and the focus stays where it was.
    await expect
      .poll(() => section.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true)
  })

  it('opens a machine by keyboard: live sessions first, then those that ended, whose logs can be read', async () => {
    await machines(page).getByRole('row').nth(1).focus()
    await page.keyboard.press('Enter')
    await sessions(page).waitFor()
    const readStates = () =>
      sessions(page)
        .getByRole('row', { name: /, (live|ended)$/ })
        .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')?.split(', ').at(-1)))
    await expect.poll(readStates).toContain('ended')
    const states = await readStates()
    expect(states[0]).toBe('live')
    expect(states.lastIndexOf('live')).toBeLessThan(states.indexOf('ended'))
    await app.screenshot('machine')
    const ended = sessions(page)
      .getByRole('row', { name: /, ended$/ })
      .first()
    await ended.click()
    const details = page.getByRole('region', { name: 'Session details' })
    await details.getByText('Commands', { exact: true }).waitFor()
    await details.getByRole('button', { name: 'Close details' }).click()
    await ended.getByRole('button', { name: 'Logs' }).click()
    const dialog = page.getByRole('dialog', { name: 'Session logs' })
    await dialog.getByText(/lines?$/).waitFor()
    expect(asked(/\/logs$/).at(-1)?.path).toMatch(/^\/v1\/sessions\/sess_\d+\/logs$/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('goes back with Esc to the machine that was open, and from there in again', async () => {
    await sessions(page).getByRole('row').nth(1).focus()
    await page.keyboard.press('Escape')
    await machines(page).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/, \d+ live$/)
    await page.keyboard.press('Enter')
    await sessions(page).waitFor()
  })

  it('ends a live session from its machine, after asking', async () => {
    const row = sessions(page)
      .getByRole('row', { name: /, live$/ })
      .first()
    await row.getByRole('button', { name: 'Disconnect' }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => demo.recorded.requests.filter(({ method }) => method === 'DELETE').length).toBe(1)
  })

  it('shows a machine in the list of sessions, and the way back to all machines', async () => {
    const region = page.getByRole('region', { name: /^Sessions on / })
    const name = (await region.getByRole('heading').innerText()).trim()
    await region.getByRole('button', { name: 'Show in list' }).click()
    const grid = page.getByRole('grid', { name: 'Live sessions' })
    await grid.waitFor()
    await expect.poll(() => grid.getByRole('row').filter({ hasText: name }).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Machines', exact: true }).click()
    await machines(page).waitFor()
  })

  it('opens a terminal on a machine', async () => {
    await machines(page).getByRole('row').nth(1).click()
    await page.getByRole('button', { name: 'Open terminal' }).click()
    await expect.poll(() => asked(/\/v1\/sessions$/).filter(({ method }) => method === 'POST').length).toBe(1)
    await page
      .getByRole('tab', { selected: true, name: /live|Server|Runner|Proxy|Vault/ })
      .first()
      .waitFor()
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
