import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search sessions' })
const rowOf = (page: Page, name: string): Locator => grid(page).getByRole('row').filter({ hasText: name })

describe.skipIf(!hasDesktop)('the desk', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({
      luaprotRemovalDelayMs: 3_000,
      luaauthRemovalDelayMs: 500,
      population: { luaprot: 12, luaauth: 8, junkie: 9, vsay: 5 },
    })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => desk?.close())

  /** Narrows the list to one session, so that a row further down is rendered too. */
  async function find(name: string): Promise<Locator> {
    await search(page).fill(name)
    const row = rowOf(page, name)
    await row.first().waitFor()
    return row.first()
  }

  const requests = (method: string, path: RegExp) =>
    demo.recorded.requests.filter((request) => request.method === method && path.test(request.path))

  it('shows live rows of all four services', async () => {
    const list = page
      .getByRole('navigation', { name: 'Accounts' })
      .or(page.getByRole('list', { name: 'Accounts' }))
      .first()
    await list.waitFor()
    for (const account of demo.workspace.accounts)
      await expect.poll(() => list.innerText()).toContain(account.label)
    const online = Object.values(demo.crowds).reduce((sum, crowd) => sum + crowd.size, 0)
    await expect
      .poll(async () => Number(await grid(page).getAttribute('aria-rowcount')))
      .toBeGreaterThanOrEqual(online)
    for (const account of demo.workspace.accounts) await find(account.label)
    await search(page).fill('')
  })

  it('finds a session by any of its fields and counts the hits', async () => {
    const visit = demo.crowds.luaprot.arrive('needle_in_the_list')
    await find('needle_in_the_list')
    await search(page).fill(visit.id)
    await rowOf(page, 'needle_in_the_list').waitFor()
    expect(await grid(page).getByRole('row').filter({ hasText: 'Hub One' }).count()).toBe(1)
    await search(page).fill('nobody has this name')
    await expect.poll(() => grid(page).getByRole('row').filter({ hasText: 'Hub One' }).count()).toBe(0)
    await search(page).fill('')
  })

  it('fetches the details when a row is opened and masks what is personal', async () => {
    demo.crowds.luaprot.arrive('details_person')
    const row = await find('details_person')
    await row.click()
    await expect.poll(() => details(page).innerText()).toContain('details_person')
    await expect.poll(() => requests('GET', /\/api\/v1\/sessions\/\d+\/info$/).length).toBe(1)
    await details(page).getByText('Expires', { exact: false }).first().waitFor()
    const masked = await details(page).innerText()
    await details(page)
      .getByRole('button', { name: /reveal all/i })
      .click()
    await expect.poll(() => details(page).innerText()).not.toBe(masked)
  })

  it('sends a message that arrives at the service', async () => {
    const visit = demo.crowds.luaprot.arrive('message_person')
    await (await find('message_person')).click()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByRole('textbox').first().fill('Please update to 2.1')
    await dialog.getByRole('button', { name: /^(Send|Message)/ }).click()
    await expect
      .poll(() => demo.recorded.messages.filter((message) => message.sessionIds.includes(visit.id)))
      .toMatchObject([{ provider: 'luaprot', text: 'Please update to 2.1' }])
  })

  it('shows what the client answered to a LuaAuth handler call', async () => {
    await search(page).fill('Autofarm')
    await rowOf(page, 'Autofarm').first().click()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByLabel(/handler/i).fill('ping')
    await dialog.getByRole('button', { name: /^(Send|Message)/ }).click()
    await expect.poll(() => requests('POST', /\/sessions\/[^/]+\/message$/).length).toBe(1)
    await dialog
      .getByText(/the client replied/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('disconnects through the right route once, says so, and tells when the session is gone', async () => {
    const visit = demo.crowds.luaprot.arrive('disconnect_person')
    await (await find('disconnect_person')).click()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    expect(await dialog.innerText()).toContain('disconnect_person')
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await rowOf(page, 'disconnect_person')
      .filter({ hasText: /disconnecting/i })
      .waitFor()
    await expect.poll(() => details(page).innerText()).toMatch(/disconnected after \d+ s/i)
    expect(requests('DELETE', /\/disconnect/).map((request) => request.path)).toEqual([
      `/api/v1/sessions/disconnect/${visit.id}`,
    ])
    await search(page).fill('')
    await page.keyboard.press('Escape')
  })

  it('refuses an action on a session that left in the meantime', async () => {
    const visit = demo.crowds.luaprot.arrive('leaver_person')
    await (await find('leaver_person')).click()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.waitFor()
    demo.crowds.luaprot.leave(visit.id)
    await expect.poll(() => dialog.innerText()).toMatch(/left/i)
    expect(requests('DELETE', new RegExp(visit.id))).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('says when somebody left, and not that a heartbeat of now saw them', async () => {
    await details(page).getByRole('button', { name: 'Close details' }).click()
    const { id } = demo.crowds.luaprot.arrive('seen_person')
    const row = await find('seen_person')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Seen' }).click()
    await page.keyboard.press('Escape')
    const at = await page.getByRole('columnheader', { name: 'Seen' }).getAttribute('aria-colindex')
    const seen = row.locator(`[aria-colindex="${at}"]`)
    expect(await seen.innerText()).toMatch(/^\d+ s$/)
    await row.hover()
    demo.crowds.luaprot.leave(id)
    await expect.poll(() => row.innerText()).toMatch(/left \d+ s/)
    expect(await seen.innerText()).toBe('—')
    await search(page).hover()
    await search(page).fill('')
  })

  it('has the buttons of a row beside what it says of its state', async () => {
    demo.crowds.luaprot.arrive('button_person')
    const row = await find('button_person')
    await row.hover()
    await row.getByRole('button', { name: 'Disconnect' }).waitFor()
    const [state, button] = await row.evaluate((element) =>
      [
        element.querySelector('td:last-child > [data-state]'),
        element.querySelector('td:last-child button'),
      ].map((part) => part?.getBoundingClientRect().toJSON() as DOMRect | undefined),
    )
    expect(state?.right).toBeLessThanOrEqual(button?.left ?? 0)
    await search(page).hover()
    await search(page).fill('')
  })

  it('does not say that those have left whose account was switched off', async () => {
    const account = demo.workspace.accounts.find(({ provider }) => provider === 'vsay')?.label ?? ''
    const enable = (enabled: boolean) =>
      page.evaluate(
        (input) => globalThis.sessiondeck.request('account.enable', input),
        // The position in the config file makes the id.
        {
          id: `vsay-${demo.workspace.accounts.findIndex(({ provider }) => provider === 'vsay') + 1}`,
          enabled,
        },
      )
    const row = await find(account)
    await row.click()
    await details(page).waitFor()
    await row.hover()
    await enable(false)
    await expect.poll(() => row.innerText()).toContain('not watched')
    await expect.poll(() => details(page).innerText()).toMatch(/Watched until (just now|\d+ s ago)/)
    const reason = details(page).getByRole('button', { name: 'Disconnect', exact: true })
    expect(await reason.getAttribute('aria-disabled')).toBe('true')
    await app.screenshot('desk-not-watched')
    // The focus in the list keeps it still, too.
    await search(page).click()
    await page.getByText('No matching sessions').waitFor()
    expect(await page.locator('tr[data-state=left]').count()).toBe(0)
    await enable(true)
    await rowOf(page, account).first().waitFor()
    await page.keyboard.press('Escape')
    await search(page).fill('')
  })

  it('can be used by keyboard alone', async () => {
    demo.crowds.vsay.arrive('keyboard_person')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('keyboard_person')
    await rowOf(page, 'keyboard_person').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => details(page).innerText()).toContain('keyboard_person')
    await page.keyboard.press('Escape')
    await details(page).waitFor({ state: 'hidden' })
    await search(page).fill('')
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
