import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const grid = (page: Page) => page.getByRole('grid', { name: 'Live sessions' })
const dialog = (page: Page, name: string | RegExp = 'Settings') => page.getByRole('dialog', { name })
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name })

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await dialog(page).waitFor()
}

/** Where the next file is saved, and which one is chosen. */
const answerDialogs = ({ app }: LaunchedApp, file: string) =>
  app.evaluate(({ dialog: dialogs, shell }, chosen) => {
    const revealed: string[] = []
    Object.assign(dialogs, {
      showSaveDialog: async () => ({ canceled: false, filePath: chosen }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
    })
    Object.assign(shell, {
      revealed,
      showItemInFolder: (each: string) => revealed.push(each),
      openPath: async (each: string) => {
        revealed.push(each)
        return ''
      },
    })
  }, file)

const revealed = ({ app }: LaunchedApp) =>
  app.evaluate(({ shell }) => (shell as unknown as { revealed: string[] }).revealed)

describe.skipIf(!hasDesktop)('settings, backup and help', () => {
  let demo: Demo
  let folder: string
  let file: string
  const open: LaunchedApp[] = []
  /** One computer of the person's; `name` is its data. */
  const start = async (name: string) => {
    const launched = await launchApp({ userDataDir: path.join(folder, name) })
    open.push(launched)
    // From then on the window answers keys.
    await launched.window.getByRole('main', { name: 'Welcome' }).waitFor()
    await answerDialogs(launched, file)
    return launched
  }
  const account = () => demo.workspace.accounts[0]

  /** Enters the demo's first account by its form. */
  async function addAccount(page: Page): Promise<void> {
    const form = dialog(page, 'Add account')
    await page.keyboard.press('Control+N')
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Wompus Hub')
    await form.getByLabel('Key', { exact: true }).fill(account()?.credential ?? '')
    const scope = account()?.scopes?.[0]
    await form.getByRole('textbox', { name: 'Hub 1' }).fill(scope?.id ?? '')
    await form.getByText('Address, headers and limits').click()
    await form.getByRole('textbox', { name: 'Address', exact: true }).fill(account()?.baseUrl ?? '')
    await form.getByRole('button', { name: 'Add account' }).click()
    await form.waitFor({ state: 'hidden' })
    await grid(page).getByRole('row').nth(1).waitFor()
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-backup-'))
    file = path.join(folder, 'moved.json')
    demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 0, junkie: 0, vsay: 0 } })
  })
  afterAll(async () => {
    for (const launched of open) await launched.close()
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('copies diagnostics that name nobody, also while presenting, and opens the log folder', async () => {
    const launched = await start('first')
    const { window: page, app } = launched
    await addAccount(page)
    await page.keyboard.press('Control+Shift+P')
    await openSettings(page)
    await button(page, 'Copy diagnostics').click()
    await dialog(page).getByText('Diagnostics copied').waitFor()
    const text = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(text).toContain('Accounts: 1')
    expect(text).toMatch(/1\. LuaProt: on; hub live, \d+ sessions?/)
    expect(text).toMatch(/Electron \d+\./)
    expect(text).toMatch(/The end of the log:\n.*Sessiondeck/)
    for (const hidden of [
      'Wompus',
      account()?.credential ?? '',
      account()?.scopes?.[0]?.id ?? '',
      homedir(),
      folder,
    ])
      expect(text).not.toContain(hidden)
    await button(page, 'Open log folder').click()
    await expect.poll(() => revealed(launched)).toEqual([path.join(folder, 'first', 'logs')])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+P')
  })

  it('finds a setting by another word, by keyboard alone', async () => {
    const page = open[0]?.window
    if (!page) throw new Error('no window')
    await openSettings(page)
    await page.keyboard.type('night')
    await dialog(page).getByText('1 match').waitFor()
    expect(await dialog(page).getByRole('region').count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog(page).getByRole('region', { name: 'Backup' }).waitFor()
    await page.keyboard.type('clock')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /^24 hours/ }).click()
    await dialog(page).getByRole('combobox', { name: 'Clock' }).getByText('24 hours').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
  })

  it('exports everything but secrets', async () => {
    const launched = open[0]
    if (!launched) throw new Error('no window')
    const { window: page } = launched
    await openSettings(page)
    await button(page, 'Export backup…').click()
    await dialog(page).getByText('Saved moved.json').waitFor()
    await button(page, 'Show in folder').click()
    await expect.poll(() => revealed(launched)).toContain(file)
    const text = await readFile(file, 'utf8')
    expect(text).toContain('Wompus Hub')
    expect(text).not.toContain(account()?.credential)
    await page.keyboard.press('Escape')
    expect(await launched.windowErrors()).toEqual([])
  })

  it('brings it to another computer, which asks for the key', async () => {
    const launched = await start('second')
    const { window: page } = launched
    await openSettings(page)
    await button(page, 'Import backup…').click()
    const preview = dialog(page, 'Import backup')
    await preview.getByRole('checkbox', { name: 'Wompus Hub' }).waitFor()
    expect(await preview.getByRole('checkbox', { name: 'Clock' }).isChecked()).toBe(true)
    await launched.screenshot('backup-preview')
    await preview.getByRole('button', { name: /^Import \d+ items/ }).click()
    const done = dialog(page, 'Backup imported')
    await done.getByRole('button', { name: 'Enter the key of Wompus Hub…' }).click()
    const form = dialog(page, /account/)
    await form.getByLabel('Key', { exact: true }).fill(account()?.credential ?? '')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'hidden' })
    await grid(page).getByRole('row').nth(1).waitFor()
    expect(await launched.windowErrors()).toEqual([])
  })

  it('replaces nothing that was not ticked, and says what it cannot read', async () => {
    const page = open[1]?.window
    if (!page) throw new Error('no window')
    const backup = JSON.parse(await readFile(file, 'utf8'))
    backup.settings.theme = 'dark'
    backup.accounts[0].label = 'Renamed elsewhere'
    await writeFile(file, JSON.stringify(backup))
    await openSettings(page)
    await button(page, 'Import backup…').click()
    const preview = dialog(page, 'Import backup')
    await preview.getByText('Replaces yours: name').waitFor()
    await preview.getByRole('button', { name: 'Import 1 item' }).click()
    await dialog(page, 'Backup imported').getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('navigation').getByText('Wompus Hub').first().waitFor()

    await writeFile(file, '{"accounts": [')
    await openSettings(page)
    await button(page, 'Import backup…').click()
    await dialog(page)
      .getByText(/This file is damaged, or no Sessiondeck backup/)
      .waitFor()
  })

  it('resets the settings behind a question, and leaves the account', async () => {
    const launched = open[1]
    if (!launched) throw new Error('no window')
    const { window: page } = launched
    await button(page, 'Reset settings…').click()
    const question = dialog(page, 'Reset settings?')
    await question.getByText(/Accounts and their keys.*stay/).waitFor()
    await question.getByRole('button', { name: 'Reset settings' }).click()
    await dialog(page).getByText('The settings are as on the first day.').waitFor()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBeNull()
    await launched.screenshot('settings-light')
    await page.keyboard.press('Escape')
    await page.getByRole('navigation').getByText('Wompus Hub').first().waitFor()
    expect(await launched.windowErrors()).toEqual([])
  })

  it('quits with its window where that was chosen', async () => {
    const launched = open[1]
    if (!launched) throw new Error('no window')
    const { window: page, app } = launched
    await openSettings(page)
    await dialog(page).getByRole('combobox', { name: 'Closing the window' }).click()
    await page.getByRole('option', { name: 'Quits Sessiondeck' }).click()
    await dialog(page).getByRole('combobox', { name: 'Closing the window' }).getByText('Quits').waitFor()
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    await app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined)
    await ended
  })
})
