import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, details, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const field = (page: Page) => palette(page).getByRole('combobox')
const options = (page: Page) => palette(page).getByRole('option')
const meant = (page: Page) => palette(page).getByRole('option', { selected: true })

describe.skipIf(!hasDesktop)('the command palette, by keyboard alone', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 12, luaauth: 8, junkie: 20, vsay: 5 } })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => desk?.close())

  async function open(text = ''): Promise<void> {
    await page.keyboard.press('Control+k')
    await expect.poll(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true)
    if (text !== '') await page.keyboard.type(text)
  }
  /** How many sessions the watch thread knows by a part of a name. */
  const known = (text: string) =>
    page.evaluate(
      async (input) => {
        const answer = (await globalThis.sessiondeck.request('person.find', input)) as {
          value: { similar: { total: number } }
        }
        return answer.value.similar.total
      },
      { text, keys: [] },
    )
  const closed = () => palette(page).waitFor({ state: 'detached' })

  it('lists what there is, and keeps the row that is meant in sight', async () => {
    await open()
    await palette(page).getByRole('group', { name: 'Accounts' }).waitFor()
    expect(await meant(page).innerText()).toContain('Sessions')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await app.screenshot(`palette-${colorScheme}`)
    }
    await page.keyboard.press('End')
    await expect.poll(() => options(page).last().getAttribute('aria-selected')).toBe('true')
    const [list, last] = [palette(page).getByRole('listbox'), options(page).last()]
    const [around, inside] = [await list.boundingBox(), await last.boundingBox()]
    expect((inside?.y ?? 0) + (inside?.height ?? 0)).toBeLessThanOrEqual(
      (around?.y ?? 0) + (around?.height ?? 0) + 1,
    )
    await page.keyboard.press('Home')
    await page.keyboard.press('Escape')
    await closed()
  })

  it('leads to a section, and the focus with it', async () => {
    await open('act log')
    expect(await meant(page).innerText()).toContain('Action log')
    await page.keyboard.press('Enter')
    await closed()
    const search = page.getByRole('searchbox', { name: /log/i })
    await expect.poll(() => search.evaluate((input) => input === document.activeElement)).toBe(true)
  })

  it('does what a command says, and offers it first the next time', async () => {
    await open('pause')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Resume watching' }).waitFor()
    await open()
    expect(await meant(page).innerText()).toBe('Resume watching')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Pause watching' }).waitFor()
  })

  it('opens a dialog in its place', async () => {
    await open('exp ses')
    await page.keyboard.press('Enter')
    await closed()
    await page.getByRole('dialog', { name: /^Export sessions/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('suggests sessions by a part of a name, and opens one', async () => {
    demo.crowds.luaprot.arrive('xX_Quokka_Xx')
    await expect.poll(() => known('quok')).toBe(1)
    await open('quok')
    await options(page).filter({ hasText: 'xX_Quokka_Xx' }).waitFor()
    await app.screenshot('palette-session')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await closed()
    await details(page).getByRole('heading', { name: 'xX_Quokka_Xx' }).waitFor()
    await expect
      .poll(() => details(page).evaluate((panel) => panel.contains(document.activeElement)))
      .toBe(true)
    await open()
    expect(await meant(page).innerText()).toContain('xX_Quokka_Xx')
    await page.keyboard.press('Escape')
    await closed()
  })

  it('takes an ID to what the services say of somebody', async () => {
    const { person } = demo.crowds.luaprot.arrive('angry_customer')
    await open(`<@${person.discordId}>`)
    expect(await meant(page).innerText()).toContain('at your services')
    await page.keyboard.press('Enter')
    await closed()
    const box = page.getByRole('dialog', { name: 'Find a person' })
    await box.getByRole('region', { name: 'Sessions' }).getByText('angry_customer').waitFor()
    await box.getByText('Queried by Discord ID: 1 session').waitFor()
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+k')
    expect(await box.getByLabel(/^Discord ID, key/).inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
  })

  it('names nobody and shows nothing that is typed in presentation mode', async () => {
    await open('presen')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Presentation mode', pressed: true }).waitFor()
    await open('quok')
    await options(page)
      .filter({ hasText: /^User / })
      .waitFor()
    expect(await palette(page).innerText()).not.toMatch(/quok/i)
    expect(
      await field(page).evaluate((input) =>
        getComputedStyle(input).getPropertyValue('-webkit-text-security'),
      ),
    ).toBe('disc')
    await app.screenshot('palette-presenting')
    await page.keyboard.press('Escape')
    await closed()
    expect(await app.windowErrors()).toEqual([])
  })
})
