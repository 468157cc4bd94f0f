import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

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
    }
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // While the dialog is open, what lies below it is out of reach for a role.
    expect(await current.innerText()).toBe(names.at(-1))
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
