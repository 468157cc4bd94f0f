import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { JUNKIE_SCRIPT_IDS } from '../../src/demo/junkie'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const [farm] = JUNKIE_SCRIPT_IDS
const { keyed, freeForAll, outdated } = LUAAUTH_SCRIPT_IDS

/** What the editor in a dialog shows: all of a short source. */
async function sourceOf(box: Locator): Promise<string> {
  const lines = await box.getByRole('textbox', { name: 'Source' }).locator('.cm-line').allTextContents()
  return lines.join('\n')
}

describe.skipIf(!hasDesktop)('the scripts', () => {
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-scripts-'))
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population: { luaprot: 2, luaauth: 20, junkie: 160, vsay: 2 },
      luaauthPlan: { allowsFreeForAll: false },
    })
    const accounts = demo.workspace.accounts.map((account) =>
      account.provider === 'luaauth'
        ? { ...account, scopes: [keyed, freeForAll, outdated].map((id) => ({ kind: 'script', id })) }
        : account,
    )
    app = await launchApp({ config: { ...demo.workspace, accounts } })
    page = app.window
    await page.getByRole('grid', { name: 'Live sessions' }).waitFor()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const panel = () => page.getByRole('region', { name: 'Scripts', exact: true })
  const list = () => page.getByRole('navigation', { name: 'Scripts by account' })
  const open = async (name: string) => {
    await page.getByRole('button', { name: 'Scripts', exact: true }).click()
    await list().getByRole('button', { name }).first().click()
  }
  const asked = (what: string) =>
    demo.recorded.requests.filter((request) => `${request.method} ${request.path}` === what)
  const bodies = (what: string) => asked(what).map(({ body }) => body)
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const written = () => sourceOf(dialog('Update source'))
  const figures = () => panel().locator('dl').first().innerText()

  it('names LuaAuth’s scripts where the list shows them, and lists Junkie’s by their counts', async () => {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('Free Mode')
    await expect.poll(() => page.getByRole('grid').getByRole('row').nth(1).innerText()).toContain('Free Mode')
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('')
    await page.getByRole('button', { name: 'Scripts', exact: true }).click()
    await page
      .getByRole('button', { name: /^Old Build/ })
      .first()
      .waitFor()
    for (const name of ['Autofarm', 'Free Mode', 'Old Build', ...JUNKIE_SCRIPT_IDS])
      await list().getByRole('button', { name }).first().waitFor()
  })

  it('shows a script’s info and counters (LuaAuth: getting script info)', async () => {
    await open('Autofarm')
    await expect.poll(figures).toContain('48,213')
    expect(asked(`GET /scripts/${keyed}`).length).toBeGreaterThan(0)
    expect(await figures()).toContain('6977a1c04be21f0d53e8a900')
    await panel().getByRole('button', { name: 'Copy as curl' }).first().click()
    await page.getByRole('menuitem', { name: 'Info as curl' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied as curl' }).waitFor()
    expect(await app.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(`/scripts/${keyed}'`)
  })

  it('shows its executions as a chart that the keyboard reads, and as a table (LuaAuth: getting executions)', async () => {
    const chart = panel().getByRole('slider', { name: 'Day' })
    await chart.focus()
    await page.keyboard.press('Home')
    const first = await chart.getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => chart.getAttribute('aria-valuetext')).not.toBe(first)
    expect(first).toMatch(/^\d\d\/\d\d: [\d,]+ executions$/)
    await panel().getByText('As a table').click()
    const table = panel().getByRole('table', { name: 'Executions by day' })
    await expect.poll(() => table.getByRole('row').count()).toBe(15)
    expect(await table.innerText()).toContain(String(first).split(':')[0])
    expect(asked(`GET /scripts/${keyed}/executions`)).toHaveLength(1)
    await app.screenshot('scripts-luaauth')
    await page.emulateMedia({ colorScheme: 'dark' })
    await app.screenshot('scripts-luaauth-dark')
    await page.emulateMedia({ colorScheme: null })
  })

  it('narrows the list to its sessions', async () => {
    const button = panel().getByRole('button', { name: /^Show its \d+ sessions$/ })
    const live = Number(/\d+/.exec(await button.innerText())?.[0])
    await button.click()
    const grid = page.getByRole('grid', { name: 'Live sessions' })
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBe(live + 1)
    await page.getByRole('button', { name: 'Clear' }).click()
  })

  it('edits what was touched and nothing else, keeps what was not saved, and clears a name (LuaAuth: editing a script)', async () => {
    const edit = `POST /scripts/${keyed}/edit`
    await open('Autofarm')
    const form = panel().getByRole('form', { name: 'Edit script' })
    const save = form.getByRole('button', { name: 'Save' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await form.getByRole('switch', { name: 'Kick outdated' }).click()
    await open('Free Mode')
    await list().getByText('unsaved').waitFor()
    await open('Autofarm')
    await expect
      .poll(() => form.getByRole('switch', { name: 'Kick outdated' }).getAttribute('aria-checked'))
      .toBe('true')
    await save.click()
    await form.getByText('Script change done').waitFor()
    expect(bodies(edit)).toEqual([{ kick_outdated: true }])
    await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true')

    await form.getByRole('textbox', { name: 'Name' }).fill('')
    await form.getByText('Saving clears the name').waitFor()
    await page.keyboard.press('Control+Enter')
    await list().getByRole('button', { name: keyed }).waitFor()
    expect(bodies(edit)).toEqual([{ kick_outdated: true }, { name: '' }])

    await form.getByRole('textbox', { name: 'Name' }).fill('Autofarm')
    await form.getByRole('switch', { name: 'Free for all' }).click()
    await save.click()
    await form.getByText(/does not allow free-for-all/).waitFor()
    expect(bodies(edit).at(-1)).toEqual({ name: 'Autofarm', free_for_all: true })
    await form.getByRole('switch', { name: 'Free for all' }).click()
    await save.click()
    await list().getByRole('button', { name: 'Autofarm' }).waitFor()
    expect(bodies(edit).at(-1)).toEqual({ name: 'Autofarm' })
  })

  it('asks before it locks people out, and says why a script cannot be enabled (LuaAuth: toggling a script)', async () => {
    const toggle = (id: string) => `POST /scripts/${id}/toggle`
    const enabled = () => panel().getByRole('switch', { name: 'Enabled' })
    await open('Free Mode')
    await enabled().click()
    await expect.poll(() => dialog('Disable script').innerText()).toMatch(/\d+ live sessions/)
    await page.keyboard.press('Escape')
    expect(bodies(toggle(freeForAll))).toEqual([])
    await enabled().click()
    await dialog('Disable script').getByRole('button', { name: 'Disable Free Mode' }).click()
    await list().getByText('off').first().waitFor()
    await expect.poll(() => enabled().getAttribute('aria-checked')).toBe('false')
    await enabled().click()
    await expect.poll(() => enabled().getAttribute('aria-checked')).toBe('true')
    expect(bodies(toggle(freeForAll))).toEqual([{ state: false }, { state: true }])
    await open('Old Build')
    await enabled().click()
    await panel().getByText('wants the script updated first').waitFor()
    expect(bodies(toggle(outdated))).toEqual([{ state: true }])
  })

  it('updates the source, shows what the parser and the obfuscator said, and loses nothing (LuaAuth: updating a script)', async () => {
    const update = `POST /scripts/${outdated}/update`
    await open('Old Build')
    await panel().getByRole('button', { name: 'Update source…' }).click()
    const box = dialog('Update source')
    const editor = box.getByRole('textbox', { name: 'Source' })
    const send = box.getByRole('button', { name: 'Update script' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    const file = path.join(folder, 'new.lua')
    await writeFile(file, 'print(1)\nprint(2))\nprint(3)\n')
    await box.getByLabel('Source file').setInputFiles(file)
    await expect.poll(() => box.innerText()).toContain('4 lines, 28 characters')
    // People run it: nothing is sent before a question was answered.
    const question = dialog('Replace the source')
    const replace = question.getByRole('button', { name: 'Replace it' })
    await editor.press('Control+Enter')
    await question.getByText(/Whoever runs Old Build from now on runs this source/).waitFor()
    await app.screenshot('scripts-replace')
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    expect(bodies(update)).toEqual([])
    await editor.press('Control+Enter')
    await replace.click()
    await box.getByText("input:2: unexpected symbol near ')'").waitFor()
    await app.screenshot('scripts-source')
    await expect.poll(() => editor.locator('.cm-refused').allTextContents()).toEqual(['print(2))'])
    await box.getByRole('button', { name: 'Go to line 2' }).click()
    await expect.poll(() => editor.evaluate(() => getSelection()?.toString())).toBe('print(2))')
    await page.keyboard.type('print(2)')
    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    await expect.poll(written).toBe('print(1)\n\tprint(2)\nprint(3)\n')
    await page.keyboard.press('Control+z')
    await expect.poll(written).toBe('print(1)\nprint(2)\nprint(3)\n')

    await page.keyboard.press('Control+End')
    await page.keyboard.type('--!fail script')
    await send.click()
    await replace.click()
    await box.getByText('INTENSE_VM_STRUCTURE').waitFor()
    await box.getByText('not on this plan').waitFor()
    await page.keyboard.press('Escape')
    await panel().getByRole('button', { name: 'Update source… (unsaved)' }).click()
    const typed = await written()
    expect(typed).toContain('--!fail script')
    await writeFile(file, 'print(4)')
    await box.getByLabel('Source file').setInputFiles(file)
    await expect.poll(written).toBe('print(4)')
    await page.keyboard.press('Control+z')
    await expect.poll(written).toBe(typed)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(written).toBe('print(4)')
    await send.click()
    await replace.click()
    await box.waitFor({ state: 'hidden' })
    await page
      .getByRole('status')
      .filter({ hasText: /updated$/ })
      .waitFor()
    expect(bodies(update).at(-1)).toEqual({ script: 'print(4)' })
    expect(bodies(update)).toHaveLength(3)
    await panel().getByRole('switch', { name: 'Enabled' }).click()
    await expect
      .poll(() => panel().getByRole('switch', { name: 'Enabled' }).getAttribute('aria-checked'))
      .toBe('true')
  })

  it('takes a source that is dropped, and undoes it however large', async () => {
    await open('Old Build')
    await panel().getByRole('button', { name: 'Update source…' }).click()
    const box = dialog('Update source')
    const editor = box.getByRole('textbox', { name: 'Source' })
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('print(6)')
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['print(7)\n'.repeat(50_000)], 'dropped.lua'))
      return data
    })
    await editor.dispatchEvent('drop', { dataTransfer: dropped })
    await box.getByText('50,001 lines, 450,000 characters').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(written).toBe('print(6)')

    await writeFile(path.join(folder, 'other.bin'), new Uint8Array([0xff, 0xfe, 0x41]))
    await box.getByLabel('Source file').setInputFiles(path.join(folder, 'other.bin'))
    await box.getByText('other.bin could not be read as text').waitFor()
    await expect.poll(written).toBe('print(6)')
    await editor.fill('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })
  })

  it('lets Tab leave the editor after Esc, which closes nothing by itself', async () => {
    await open('Old Build')
    await panel().getByRole('button', { name: 'Update source…' }).click()
    const box = dialog('Update source')
    const editor = box.getByRole('textbox', { name: 'Source' })
    const hasFocus = () => editor.evaluate((element) => element === document.activeElement)
    await expect.poll(hasFocus).toBe(true)
    await page.keyboard.press('Tab')
    await expect.poll(written).toBe('\t')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(written).toBe('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect.poll(hasFocus).toBe(false)
    expect(await box.isVisible()).toBe(true)
    await expect.poll(written).toBe('')
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })
  })

  it('removes a script behind its typed name (LuaAuth: deleting a script)', async () => {
    const remove = `POST /scripts/${outdated}/remove`
    await open('Old Build')
    await panel().getByRole('button', { name: 'Remove script…' }).click()
    const box = dialog('Remove script')
    await box.getByRole('textbox').fill('Old')
    await page.keyboard.press('Control+Enter')
    expect(bodies(remove)).toEqual([])
    await box.getByRole('textbox').fill('Old Build')
    await box.getByRole('button', { name: 'Remove permanently' }).click()
    await panel().getByText('Old Build was removed').waitFor()
    expect(bodies(remove)).toEqual([{}])
  })

  it('counts Junkie’s sessions by script, now when somebody asks (Junkie: live user counts)', async () => {
    await open('Overview')
    const total = demo.crowds.junkie.size
    await expect.poll(() => panel().innerText()).toContain(`${total} live sessions in 3 scripts`)
    await app.screenshot('scripts-junkie')
    const before = asked('GET /api/v2/live-users').length
    demo.crowds.junkie.arrive('just_came')
    await panel().getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => panel().innerText()).toContain(`${total + 1} live sessions in 3 scripts`)
    expect(asked('GET /api/v2/live-users').length).toBeGreaterThan(before)
  })

  it('gives a Junkie script a name that goes wherever its id does', async () => {
    await open(farm)
    await panel().getByRole('button', { name: 'Give this script a name' }).click()
    await page.keyboard.type('Not this')
    await page.keyboard.press('Escape')
    await panel().getByRole('heading', { name: farm }).waitFor()
    await panel().getByRole('button', { name: 'Give this script a name' }).click()
    await page.keyboard.type('Pet farm')
    await page.keyboard.press('Enter')
    await panel().getByRole('heading', { name: 'Pet farm' }).waitFor()
    await list().getByRole('button', { name: 'Pet farm' }).waitFor()
    await panel()
      .getByRole('button', { name: /^Show its/ })
      .click()
    const row = page.getByRole('grid').getByRole('row').nth(1)
    await expect.poll(() => row.innerText()).toContain('Pet farm')
    await row.click()
    const details = page.getByRole('region', { name: 'Session details' })
    await expect.poll(() => details.innerText()).toMatch(/Pet farm[\s\S]*Script ID/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear' }).click()
    for (const text of ['pet farm', farm]) {
      await page.getByRole('searchbox', { name: 'Search sessions' }).fill(text)
      await expect.poll(() => row.innerText()).toContain('Pet farm')
    }
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('')
  })

  it('reads all pages of a Junkie script (Junkie: list active sessions)', async () => {
    await open('Pet farm')
    const pages = () => asked(`GET /api/v2/live-users/${farm}`).map(({ query }) => query)
    const before = pages().length
    await panel().getByRole('button', { name: 'Load all pages now' }).click()
    const region = panel().getByRole('region', { name: 'All pages' })
    await expect.poll(() => region.innerText()).toMatch(/\d+ sessions/)
    const found = Number(/(\d+) sessions/.exec(await region.getByRole('status').innerText())?.[1])
    expect(found).toBeGreaterThan(50)
    expect(pages().slice(before)).toEqual(
      expect.arrayContaining([
        { page: '1', limit: '50' },
        { page: '2', limit: '50' },
      ]),
    )
    expect(await app.windowErrors()).toEqual([])
  })
})

describe.skipIf(!hasDesktop)('the scripts of nobody', () => {
  it('say which accounts have some, and what to do', async () => {
    const demo = await startDemo({ churn: false, population: { luaprot: 1, luaauth: 0, junkie: 0, vsay: 0 } })
    const accounts = demo.workspace.accounts.filter(({ provider }) => provider === 'luaprot')
    const app = await launchApp({ config: { ...demo.workspace, accounts } })
    try {
      await app.window.getByRole('button', { name: 'Scripts', exact: true }).click()
      const panel = app.window.getByRole('region', { name: 'Scripts', exact: true })
      await expect.poll(() => panel.innerText()).toMatch(/No scripts here[\s\S]*LuaAuth and Junkie/)
    } finally {
      await app.close()
      await demo.stop()
    }
  })
})

describe.skipIf(!hasDesktop)('a source whose answer never came', () => {
  it('is kept, and a person who looks elsewhere is told', async () => {
    const demo = await startDemo({ churn: false, population: { luaprot: 0, luaauth: 2, junkie: 0, vsay: 0 } })
    const app = await launchApp({ config: demo.workspace })
    const page = app.window
    const box = page.getByRole('dialog', { name: 'Update source' })
    const editor = box.getByRole('textbox', { name: 'Source' })
    try {
      await page.getByRole('button', { name: 'Scripts', exact: true }).click()
      await page.getByRole('button', { name: 'Update source…' }).click()
      await editor.fill('print(5)')
      demo.behave('luaauth', 'silent')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: 'Replace it' }).click()
      await box.getByText('up to 75 s').waitFor()
      await box.getByRole('button', { name: 'Keep and close' }).click()
      await page.getByRole('button', { name: 'Sessions', exact: true }).click()
      // Drops the connection that waits.
      await demo.stop()
      await page.getByRole('alert').filter({ hasText: 'outcome unknown' }).waitFor()
      await page.getByRole('button', { name: 'Scripts', exact: true }).click()
      await page.getByRole('button', { name: 'Update source… (unsaved)' }).click()
      expect(await sourceOf(box)).toBe('print(5)')
      const updates = demo.recorded.requests.filter(({ path: at }) => at.endsWith('/update'))
      expect(updates.map(({ body }) => body)).toEqual([{ script: 'print(5)' }])

      await box.getByRole('button', { name: 'Keep and close' }).click()
      await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await page
        .getByRole('dialog')
        .getByText(/^The new source of 1 script was not sent yet/)
        .waitFor()
    } finally {
      await app.close()
      await demo.stop().catch(() => undefined)
    }
  })
})
