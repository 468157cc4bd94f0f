import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const focusIsIn = (place: Locator): Promise<boolean> =>
  place.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)))

/** The controls that reach out of a section at its side. */
function cutControls(section: Element): string[] {
  const { left, right } = section.getBoundingClientRect()
  return [...section.querySelectorAll('button, input, [role=combobox]')].flatMap((control) => {
    const box = control.getBoundingClientRect()
    // A list keeps its columns beside the details, and is scrolled to its end.
    const isInList = control.closest('[role=grid]') !== null
    const isShown = box.width > 1 && control.getAttribute('aria-hidden') !== 'true' && !isInList
    const isInside = box.left >= left && box.right <= right
    return isShown && !isInside ? [control.getAttribute('aria-label') ?? control.textContent ?? ''] : []
  })
}

/** Whether the middle of a control is in the window, and nothing lies over it. */
function isInReach(control: Element): boolean {
  const { x, y, width, height } = control.getBoundingClientRect()
  return control.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}

describe.skipIf(!hasDesktop)('the sections, by keyboard', () => {
  let demo: Demo
  let launched: LaunchedApp

  beforeAll(async () => {
    demo = await startDemo({ seed: 11, churn: false })
    launched = await launchApp({ config: demo.workspace })
    await launched.window.getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor()
  })
  afterAll(async () => {
    await launched?.close()
    await demo?.stop()
  })

  it('are shown with Ctrl and their place in the list, but not below a dialog', async () => {
    const page = launched.window
    const sections = page.getByRole('list', { name: 'Sections' }).getByRole('button')
    const current = page.getByRole('list', { name: 'Sections' }).locator('[aria-current=page]')
    const names = await sections.allInnerTexts()
    expect(names).toHaveLength(5)
    for (const [index, name] of names.entries()) {
      await page.keyboard.press(`Control+${index + 1}`)
      await expect.poll(() => current.innerText()).toBe(name)
      // Whoever came by keyboard goes on inside.
      await expect.poll(() => focusIsIn(page.getByRole('region', { name, exact: true }))).toBe(true)
    }
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // While the dialog is open, what lies below it is out of reach for a role.
    expect(await current.innerText()).toBe(names.at(-1))
  })

  it('begin with their rows or their first field, also after a press in the navigation', async () => {
    const page = launched.window
    await page.keyboard.press('Control+4')
    const rows = page.getByRole('grid', { name: 'Machines' }).locator('tr[tabindex="0"]')
    await expect.poll(() => focusIsIn(rows)).toBe(true)
    const sections = page.getByRole('list', { name: 'Sections' })
    await sections.getByRole('button', { name: 'Sessions' }).press('Enter')
    const first = page.getByRole('grid', { name: 'Live sessions' }).locator('tr[tabindex="0"]')
    await expect.poll(() => focusIsIn(first)).toBe(true)
    await sections.getByRole('button', { name: 'Look up' }).press('Enter')
    const field = page.getByRole('region', { name: 'Look up' }).getByRole('textbox')
    await expect.poll(() => focusIsIn(field)).toBe(true)
  })

  it('are shown on a keyboard whose digits want Shift', async () => {
    const page = launched.window
    const current = page.getByRole('list', { name: 'Sections' }).locator('[aria-current=page]')
    await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '"', code: 'Digit3', ctrlKey: true, bubbles: true }),
      ),
    )
    await expect.poll(() => current.innerText()).toBe('Scripts')
  })

  it('leave the health of each account in sight while the navigation is folded', async () => {
    const page = launched.window
    const accounts = page.getByRole('list', { name: 'Accounts' })
    await page.keyboard.press('Control+b')
    const ops = accounts.getByRole('button', { name: /^Ops: live, \d+ sessions$/ })
    await ops.waitFor()
    demo.behave('vsay', '401')
    await accounts.getByRole('button', { name: /^Ops: refused, / }).waitFor()
    demo.behave('vsay', 'normal')
    await ops.press('Enter')
    await page.getByRole('region', { name: 'Filters' }).getByText('Ops').waitFor()
    await ops.press('Enter')
    await page.getByRole('region', { name: 'Filters' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+b')
    await page.getByRole('list', { name: 'Sections' }).waitFor()
  })

  it('keep the focus where what was pressed goes away', async () => {
    const page = launched.window
    await page.getByRole('button', { name: 'Fold navigation' }).press('Enter')
    const unfold = page.getByRole('button', { name: 'Unfold navigation' })
    await expect.poll(() => focusIsIn(unfold)).toBe(true)
    await unfold.press('Enter')
    await expect.poll(() => focusIsIn(page.getByRole('button', { name: 'Fold navigation' }))).toBe(true)

    await page.keyboard.press('Control+2')
    const account = page.getByRole('region', { name: 'Look up' }).getByRole('combobox', { name: 'Account' })
    await account.press('Enter')
    await page.getByRole('option', { name: 'Junkie' }).press('Enter')
    await page.getByRole('textbox', { name: 'User name holds' }).waitFor()
    await expect.poll(() => focusIsIn(account)).toBe(true)
    await account.press('Enter')
    await page.getByRole('option', { name: 'Hub One' }).press('Enter')

    await page.keyboard.press('Control+4')
    const machine = page.getByRole('grid', { name: 'Machines' }).getByRole('row', { name: /[1-9]\d* live$/ })
    await machine.first().press('Enter')
    const session = page
      .getByRole('grid', { name: 'Sessions on the machine' })
      .getByRole('row', { name: /, live$/ })
    await session.first().press('Delete')
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await expect.poll(() => focusIsIn(dialog.getByRole('button', { name: 'Cancel' }))).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Show in list' }).press('Enter')
    const first = page.getByRole('grid', { name: 'Live sessions' }).locator('tr[tabindex="0"]')
    await expect.poll(() => focusIsIn(first)).toBe(true)
    await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Clear' }).click()
  })

  it('have room for everything in the smallest window beside the details', async () => {
    const page = launched.window
    await page.setViewportSize({ width: 1024, height: 700 })
    const sections = page.getByRole('list', { name: 'Sections' }).getByRole('button')
    await page.keyboard.press('Control+1')
    await page.getByRole('row').filter({ hasText: 'Hub One' }).first().click()
    const details = page.getByRole('region', { name: 'Session details' })
    await details.waitFor()
    for (const [index, name] of (await sections.allInnerTexts()).entries()) {
      await page.keyboard.press(`Control+${index + 1}`)
      const section = page.getByRole('region', { name, exact: true })
      await section.waitFor()
      await expect.poll(() => section.evaluate(cutControls)).toEqual([])
    }
    // Esc closes them from any section, after whatever is nearer.
    await page.keyboard.press('Control+2')
    const account = page.getByRole('region', { name: 'Look up' }).getByRole('combobox', { name: 'Account' })
    await account.press('Enter')
    await expect.poll(() => focusIsIn(page.getByRole('listbox'))).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => focusIsIn(account)).toBe(true)
    expect(await details.count()).toBe(1)
    await page.keyboard.press('Escape')
    await details.waitFor({ state: 'detached' })

    // Their own cross gives the focus back to the section, also where that has no rows.
    await page.keyboard.press('Control+1')
    await page.getByRole('row').filter({ hasText: 'Hub One' }).first().click()
    await details.waitFor()
    await page.keyboard.press('Control+3')
    await page.getByRole('region', { name: 'Scripts', exact: true }).waitFor()
    await details.getByRole('button', { name: 'Close details' }).press('Enter')
    await expect.poll(() => focusIsIn(page.getByRole('region', { name: 'Scripts', exact: true }))).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('take the search shortcut to where they ask', async () => {
    const page = launched.window
    await page.keyboard.press('Control+2')
    const field = page.getByRole('region', { name: 'Look up' }).getByRole('textbox')
    await field.waitFor()
    await page.keyboard.press('Control+f')
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

describe.skipIf(!hasDesktop)('the sections of a workspace with one service', () => {
  let demo: Demo
  let launched: LaunchedApp

  beforeAll(async () => {
    demo = await startDemo({ seed: 11, churn: false })
    const accounts = demo.workspace.accounts.filter(({ provider }) => provider === 'luaprot')
    launched = await launchApp({ config: { ...demo.workspace, accounts } })
    await launched.window.getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor()
  })
  afterAll(async () => {
    await launched?.close()
    await demo?.stop()
  })

  it.each([
    { zoom: 1.45, width: 1280, height: 800 },
    { zoom: 2.07, width: 1280, height: 800 },
    { zoom: 2.07, width: 900, height: 600 },
    { zoom: 1, width: 1024, height: 700 },
  ])('have the details whole beside what the list is sorted by: $zoom times at $width', async (look) => {
    const { app, window: page } = launched
    await app.evaluate(({ BrowserWindow }, { zoom, width, height }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(zoom)
    }, look)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(look.width / look.zoom))
    await page.getByRole('row').filter({ hasText: '_' }).first().click()
    const details = page.getByRole('region', { name: 'Session details' })
    await details.getByRole('button', { name: 'Disconnect' }).waitFor()
    const sorted = page.getByRole('columnheader', { name: 'Started' })
    expect(await sorted.getAttribute('aria-sort')).toBe('descending')
    expect(await details.evaluate(cutControls)).toEqual([])
    for (const name of ['Disconnect', 'Close details'])
      expect(await details.getByRole('button', { name }).evaluate(isInReach)).toBe(true)
    await details.getByRole('button', { name: 'Close details' }).click()
    await details.waitFor({ state: 'detached' })
  })

  it('offer no choice between services, and say what an empty one is about', async () => {
    const page = launched.window
    const sessions = page.getByRole('region', { name: 'Sessions', exact: true })
    await sessions.getByRole('button', { name: 'State', exact: true }).first().waitFor()
    expect(await sessions.getByRole('button', { name: 'Service', exact: true }).count()).toBe(0)
    const empty = { Scripts: 'No scripts here', Machines: 'No VSay account' }
    for (const [name, title] of Object.entries(empty)) {
      const section = page.getByRole('region', { name, exact: true })
      await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name }).press('Enter')
      await section.getByRole('heading', { name: title }).waitFor()
      await expect.poll(() => focusIsIn(section)).toBe(true)
      await section.getByText('The accounts of this run come from its config file.').waitFor()
      expect(await section.getByRole('button').count()).toBe(0)
    }
    await page.keyboard.press('Control+5')
    const log = page.getByRole('region', { name: 'Action log' })
    await log.getByRole('heading', { name: 'No actions yet' }).waitFor()
    expect(await log.getByRole('button', { name: 'Export the log…' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    expect(await launched.windowErrors()).toEqual([])
  })
})
