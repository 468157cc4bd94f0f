import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'

const arabic = `محمد علي ${'والعائلة '.repeat(20)}`.trim()
const backwards = 'user\u202egnp.exe'
const family = '👩\u200d👩\u200d👧 crew'

/** What a cell's text does where it is cut, and what it says when pointed at. */
const textOf = (row: Locator, name: string) =>
  row.locator('bdi', { hasText: name.slice(0, 8) }).evaluate((text) => ({
    direction: getComputedStyle(text).direction,
    isCut: text.scrollWidth > text.clientWidth,
    title: text.getAttribute('title'),
  }))

describe.skipIf(!hasDesktop)('names as people give them', () => {
  let desk: DemoWindow

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 1, luaauth: 1, junkie: 1, vsay: 0 } })
    for (const name of [arabic, family]) desk.demo.crowds.luaprot.arrive(name)
    for (const name of [arabic, backwards]) desk.demo.crowds.vsay.arrive(name)
  })
  afterAll(async () => desk?.close())

  const rowOf = (account: string, name: string) =>
    grid(desk.page)
      .getByRole('row')
      .filter({ hasText: account })
      .filter({ hasText: name.slice(0, 8) })

  it('lose their end only, also from right to left, and are whole in their title', async () => {
    const row = rowOf('Hub One', arabic)
    await row.waitFor()
    expect(await textOf(row, arabic)).toEqual({ direction: 'rtl', isCut: true, title: arabic })
  })

  it('turn nothing around them where they are listed one after the other', async () => {
    const { page } = desk
    await rowOf('Ops', 'user').waitFor()
    await page.keyboard.press('Control+4')
    const machines = page.getByRole('grid', { name: 'Machines' })
    const users = machines.getByRole('gridcell').filter({ hasText: 'user' })
    await users.first().waitFor()
    for (const text of await users.allTextContents()) expect(text).not.toContain('\u202e')
    await page.keyboard.press('Control+1')
  })

  it('keep what joins an emoji in the log, whose cells have titles', async () => {
    const { page } = desk
    const row = rowOf('Hub One', family)
    const key = await row.getAttribute('data-key')
    await page.evaluate((input) => globalThis.sessiondeck.request('session.message', input), {
      key,
      message: { kind: 'text', text: 'Please rejoin' },
    })
    await page.keyboard.press('Control+5')
    const action = page.getByRole('grid', { name: 'Actions' }).getByRole('row').nth(1)
    await action.getByTitle(family, { exact: true }).waitFor()
    await action.getByTitle('Please rejoin', { exact: true }).waitFor()
    expect(await desk.app.windowErrors()).toEqual([])
  })
})
