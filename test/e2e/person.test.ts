import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import type { Visit } from '../../src/demo/world/population'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { pressKeys } from '../harness/desktop-tools'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

const box = (page: Page) => page.getByRole('dialog', { name: 'Find a person' })
const part = (page: Page, name: string) => box(page).getByRole('region', { name })

describe.skipIf(!hasDesktop)('a person and what is related', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({
      luaprotRemovalDelayMs: 500,
      luaauthRemovalDelayMs: 500,
      population: { luaprot: 12, luaauth: 20, junkie: 20, vsay: 5 },
    })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => desk?.close())

  const asked = (query: Record<string, string>) =>
    demo.recorded.requests.filter((request) =>
      Object.entries(query).every(([name, value]) => request.query[name] === value),
    )

  /** Somebody new at the script that has keys. */
  function arriveWithKey(handle: string): Visit {
    for (;;) {
      const visit = demo.crowds.luaauth.arrive(handle)
      if ('scriptId' in visit && visit.scriptId === LUAAUTH_SCRIPT_IDS.keyed) return visit
      demo.crowds.luaauth.leave(visit.id)
    }
  }

  async function find(text: string): Promise<void> {
    if (!(await box(page).isVisible())) await page.keyboard.press('Control+Shift+k')
    const field = box(page).getByLabel(/^Discord ID, key/)
    await field.fill(text)
    await page.keyboard.press('Enter')
    await part(page, 'Accounts').waitFor()
  }

  async function closeBox(): Promise<void> {
    if (await box(page).isVisible()) await box(page).getByText('Close', { exact: true }).click()
    await box(page).waitFor({ state: 'hidden' })
  }

  /** How many sessions of that name the list has. */
  const known = (text: string) =>
    page.evaluate(
      async (input) => {
        const answer = (await globalThis.sessiondeck.request('person.find', input)) as {
          value: { sessions: unknown[] }
        }
        return answer.value.sessions.length
      },
      { text, keys: [] },
    )

  it('finds a person by a mention: the list, what LuaProt says to the Discord id, and why others are not asked', async () => {
    const { person } = demo.crowds.luaprot.arrive('angry_customer')
    await find(`<@${person.discordId}>`)
    await part(page, 'Sessions').getByText('angry_customer').waitFor()
    await part(page, 'Accounts').getByText('Queried by Discord ID: 1 session').waitFor()
    await part(page, 'Accounts').getByText('Searched the complete live list').first().waitFor()
    expect(asked({ discordId: person.discordId })).toMatchObject([
      { method: 'GET', path: '/api/v1/sessions/get' },
    ])
  })

  it('knows by the Discord id what was done to the sessions that LuaProt found', async () => {
    const { person } = demo.crowds.luaprot.arrive('angry_customer')
    await expect
      .poll(async () => {
        await find(person.discordId)
        return part(page, 'Sessions').getByText('angry_customer').count()
      })
      .toBe(2)
    await part(page, 'Sessions').getByRole('button', { name: 'Disconnect all' }).click()
    await page.getByRole('region', { name: 'Recipients' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1)
    await part(page, 'Sessions').getByRole('button', { name: 'Message', exact: true }).first().click()
    const message = page.getByRole('dialog', { name: 'Send message' })
    await message.getByRole('textbox').fill('We are looking into it')
    await message.getByRole('button', { name: 'Send' }).click()
    await message.waitFor({ state: 'hidden' })
    await find(person.discordId)
    await part(page, 'Actions').getByText('Message delivered').waitFor()
  })

  it('finds a person by key and by user name in any case', async () => {
    const { person } = demo.crowds.luaprot.arrive('keyed_customer')
    await find(`"${person.licenceKey}"`)
    await part(page, 'Sessions').getByText('keyed_customer').waitFor()
    expect(asked({ key: person.licenceKey })).toMatchObject([{ path: '/api/v1/sessions/get' }])
    await expect
      .poll(async () => {
        await find('KEYED_CUSTOMER')
        return part(page, 'Sessions').innerText()
      })
      .toContain('keyed_customer')
    await find('nobody_at_all')
    await part(page, 'Sessions').getByText('No session').waitFor()
    expect(await part(page, 'Similar sessions').count()).toBe(0)
  })

  it('shows by a part of a name, however it is typed, whom the list’s search shows', async () => {
    demo.crowds.luaprot.arrive('xX_Quokka_Xx')
    demo.crowds.junkie.arrive('Ｑｕｏｋｋａ２')
    const similar = part(page, 'Similar sessions')
    await expect
      .poll(async () => {
        await find('ｑｕｏｋ')
        return similar.getByRole('listitem').count()
      })
      .toBe(2)
    await similar.getByRole('heading', { name: '2 sessions with this in a name or an ID' }).waitFor()
    expect(await box(page).getByRole('button', { name: 'Disconnect all' }).count()).toBe(0)
    await app.screenshot('person-similar')
    await closeBox()
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('ｑｕｏｋ')
    await expect
      .poll(() =>
        grid(page)
          .getByRole('row', { name: /kka|ｋｋａ/ })
          .count(),
      )
      .toBe(2)
    await page.keyboard.press('Escape')
  })

  it('messages and disconnects from the box, and says that the person came back with the same key', async () => {
    const { id, person } = arriveWithKey('returning')
    const roblox = String(person.robloxId)
    await expect
      .poll(async () => {
        await find(roblox)
        return part(page, 'Sessions').innerText()
      })
      .toContain(roblox)
    await part(page, 'Sessions').getByRole('button', { name: 'Message' }).click()
    const message = page.getByRole('dialog', { name: 'Send message' })
    await message.getByLabel(/handler/i).fill('ping')
    await message.getByRole('button', { name: 'Send' }).click()
    await message
      .getByText(/the client replied/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await message.waitFor({ state: 'hidden' })
    await part(page, 'Sessions').getByRole('button', { name: 'Disconnect' }).click()
    const sure = page.getByRole('dialog', { name: 'Disconnect session' })
    await sure.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await part(page, 'Actions')
      .getByText(/^Disconnected after/)
      .waitFor()
    expect(demo.recorded.requests.filter(({ path }) => path === `/sessions/${id}/disconnect`)).toHaveLength(1)
    arriveWithKey('returning')
    await part(page, 'Sessions').getByText('2 sessions').waitFor()
    await part(page, 'Actions')
      .getByText(/^Reconnected after .* same key$/)
      .waitFor()
    // Somebody who asks later finds it in the log.
    await find(person.licenceKey)
    await part(page, 'Actions')
      .getByText(/^Reconnected after .* same key$/)
      .waitFor()
  })

  it('opens the details of a session, and keeps nothing of the box', async () => {
    await part(page, 'Sessions').getByRole('button', { name: 'Open details' }).click()
    await box(page).waitFor({ state: 'hidden' })
    await details(page).getByText('Updated').waitFor()
    await expect
      .poll(() => details(page).evaluate((panel) => panel.contains(document.activeElement)))
      .toBe(true)
    await page.keyboard.press('Control+Shift+k')
    expect(
      await box(page)
        .getByLabel(/^Discord ID, key/)
        .inputValue(),
    ).toBe('')
    expect(await part(page, 'Sessions').count()).toBe(0)
    await page.keyboard.press('Escape')
    await box(page).waitFor({ state: 'hidden' })
  })

  it('shows what VSay remembers of somebody, and their logs', async () => {
    const before = demo.crowds.vsay.arrive('night_admin')
    demo.crowds.vsay.leave(before.id)
    demo.crowds.vsay.arrive('night_admin')
    // By its name VSay cannot be asked: by the id of the session that the list has.
    await expect.poll(() => known('night_admin')).toBe(1)
    await find('night_admin')
    await part(page, 'Accounts')
      .getByText('Queried for ended sessions of the user in the last 30 days: 1 session')
      .waitFor()
    await part(page, 'Sessions').getByText('1 session', { exact: true }).waitFor()
    await part(page, 'Ended sessions').getByText('1 ended session').waitFor()
    await part(page, 'Ended sessions').getByRole('button', { name: 'Logs' }).waitFor()
    await app.screenshot('person-ended')
    await closeBox()
  })

  it('asks Junkie by user name once its list may lack somebody', async () => {
    await closeBox()
    await page.getByRole('button', { name: 'Pause watching' }).click()
    await page.getByRole('button', { name: 'Resume watching' }).waitFor()
    demo.crowds.junkie.arrive('junk_customer')
    demo.crowds.junkie.arrive('junk_customer_2')
    await find('Junk_Customer')
    await part(page, 'Sessions').getByText('junk_customer', { exact: true }).waitFor()
    await part(page, 'Accounts')
      .getByText(/^Queried by user name at script .*: 1 session$/)
      .waitFor()
    expect(await part(page, 'Sessions').getByText('junk_customer_2').count()).toBe(0)
    expect(asked({ search: 'Junk_Customer' }).length).toBeGreaterThan(0)
    await app.screenshot('person-junkie')
    await closeBox()
    await page.getByRole('button', { name: 'Resume watching' }).click()
    await page.getByRole('button', { name: 'Pause watching' }).waitFor()
  })

  it('opens from anywhere with the keys of the settings, which are off at first', async () => {
    const keys = 'ctrl+alt+k'
    await pressKeys(keys)
    await page.keyboard.press('Control+,')
    const field = page.getByRole('dialog', { name: 'Settings' }).getByLabel('Command palette from anywhere')
    expect(await box(page).isVisible()).toBe(false)
    expect(await field.inputValue()).toBe('')
    await field.focus()
    await page.keyboard.press('Control+Alt+k')
    await expect.poll(() => field.inputValue()).toBe('Control+Alt+K')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await pressKeys(keys)
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await palette.waitFor()
    expect(await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(
      true,
    )
    expect(await palette.getByRole('combobox').inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
  })

  it('leads from a session to those of the same user, and back with the chip', async () => {
    demo.crowds.luaprot.arrive('double_person')
    demo.crowds.luaprot.arrive('double_person')
    const search = page.getByRole('searchbox', { name: 'Search sessions' })
    await search.fill('double_person')
    await grid(page).getByRole('row').filter({ hasText: 'double_person' }).first().click()
    const related = details(page).getByRole('region', { name: 'Related' })
    await related.getByRole('button', { name: '1 other live' }).first().click()
    const chip = page.getByRole('region', { name: 'Filters' })
    await chip.getByText('Same user').waitFor()
    expect(await search.inputValue()).toBe('')
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBe(3)
    await chip.getByRole('button', { name: 'Remove filter: Same user' }).click()
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBeGreaterThan(20)
  })

  it('looks up the key that only the details say', async () => {
    const related = details(page).getByRole('region', { name: 'Related' })
    await related.getByRole('button', { name: 'Look up this Discord user' }).click()
    await expect
      .poll(() => page.getByRole('grid', { name: 'Sessions found' }).getByText('double_person').count())
      .toBe(2)
    const asked = () => demo.recorded.requests.filter(({ query }) => query.key !== undefined).length
    const before = asked()
    await details(page).getByRole('button', { name: 'Look up this key' }).click()
    await expect.poll(asked).toBe(before + 1)
    // What was masked there is masked here.
    const lookup = page.getByRole('region', { name: 'Look up', exact: true })
    const field = lookup.getByLabel('Key', { exact: true }).and(page.locator('input'))
    expect(await field.getAttribute('type')).toBe('password')
    await app.screenshot('lookup-masked-key')
    await lookup.getByRole('button', { name: 'Reveal Key' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await lookup.getByRole('button', { name: 'Hide Key' }).click()
    await field.fill('')
    await field.fill('typed by hand')
    expect(await field.getAttribute('type')).toBe('text')
    expect(await app.windowErrors()).toEqual([])
  })

  it('shows nobody’s name and nothing that was typed in presentation mode', async () => {
    await page.keyboard.press('Control+Shift+P')
    const found = page.getByRole('grid', { name: 'Sessions found' })
    await expect.poll(() => found.getByText('double_person').count()).toBe(0)
    await find('double_person')
    await part(page, 'Sessions')
      .getByText(/^User /)
      .first()
      .waitFor()
    expect(await box(page).innerText()).not.toContain('double_person')
    expect(
      await box(page)
        .getByLabel(/^Discord ID, key/)
        .getAttribute('type'),
    ).toBe('password')
    await page.keyboard.press('Control+Shift+P')
  })
})
