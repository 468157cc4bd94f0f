import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasSshd, makeKey } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

/** What somebody who lives in terminals does without thinking. */
describe.skipIf(!hasDesktop || !hasSshd)('a terminal in everyday use', () => {
  let desk: SshdWindow
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openSshdWindow(['alpha', 'beta'], { signIn: 'key' })
    ;({ app, page } = desk)
  })
  afterAll(() => desk?.close())

  const tabs = () => page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
  const selectedTab = () => page.getByRole('tab', { selected: true }).innerText()
  const pane = (name: string) => page.getByRole('region', { name: new RegExp(`^Terminal ${name}, live\\.`) })
  const screen = async (name: string) =>
    (await pane(name).getByRole('list').getByRole('listitem').allInnerTexts())
      .join('\n')
      .replaceAll('\u00a0', ' ')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  const clipboard = () => app.app.evaluate(({ clipboard }) => clipboard.readText())
  /** Whether keys go to a terminal. */
  const typesInto = (name: string) =>
    pane(name)
      .locator('textarea')
      .evaluate((field) => field === document.activeElement)

  it('is not called new where its host is known by other keys', async () => {
    const { server } = desk
    const other = path.join(server.folder, 'other')
    await makeKey(other, { type: 'ecdsa' })
    const [type, key] = (await readFile(`${other}.pub`, 'utf8')).split(' ')
    const home = await app.app.evaluate(({ app: electron }) => electron.getPath('home'))
    await mkdir(path.join(home, '.ssh'), { recursive: true, mode: 0o700 })
    const known = path.join(home, '.ssh', 'known_hosts')
    await appendFile(known, `[127.0.0.1]:${server.port} ${type} ${key}\n`)
    await page.getByRole('button', { name: 'alpha', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Another key of a known host' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain(`You know this host by other keys (${type})`)
    expect(await dialog.innerText()).not.toContain('has not been seen')
    await app.screenshot('terminal-host-key-other')
    await dialog.getByRole('button', { name: 'Trust and connect' }).click()
    await pane('alpha').waitFor()
    expect(await readFile(known, 'utf8')).toContain(await server.knownHostsLine('ed25519'))
  })

  it('has the keyboard as soon as it is chosen from the menu of new terminals', async () => {
    await page.keyboard.press('Control+Shift+KeyT')
    await page.getByRole('menuitem', { name: 'beta' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await pane('beta').waitFor()
    await expect.poll(() => typesInto('beta')).toBe(true)
    await run('PS1="ready\\$ "; clear; echo from the keyboard')
    await expect.poll(() => screen('beta')).toMatch(/^from the keyboard/m)
  })

  it('gives way to the next tab, and comes back, by Ctrl+Tab', async () => {
    await page.keyboard.press('Control+Tab')
    await expect.poll(selectedTab).toContain('alpha')
    await expect.poll(() => typesInto('alpha')).toBe(true)
    await page.keyboard.press('Control+Shift+Tab')
    await expect.poll(selectedTab).toContain('beta')
    await expect.poll(() => typesInto('beta')).toBe(true)
  })

  it('has its tab renamed by keys, and the keyboard stays with the tab', async () => {
    await page.keyboard.press('Control+Shift+F6')
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Name of the tab' }).fill('second')
    await page.keyboard.press('Enter')
    await expect.poll(selectedTab).toContain('second')
    await expect
      .poll(() =>
        tabs()
          .filter({ hasText: 'second' })
          .evaluate((tab) => tab === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => typesInto('beta')).toBe(true)
  })

  it('copies what is selected, also where the button is let go outside of it', async () => {
    await page.getByRole('button', { name: 'Terminal settings' }).click()
    const dialog = page.getByRole('dialog', { name: 'Terminal settings' })
    await dialog.getByRole('switch', { name: 'Copy on select' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await pane('beta').locator('textarea').focus()
    await run('clear; echo select me')
    await expect.poll(() => screen('beta')).toMatch(/^select me/m)
    const box = await pane('beta').locator('.xterm-screen').boundingBox()
    if (!box) throw new Error('there is no picture')
    await page.mouse.move(box.x + box.width * 0.6, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + 2, box.y + 6, { steps: 5 })
    await page.mouse.move(box.x + 2, box.y - 60, { steps: 5 })
    await page.mouse.up()
    await expect.poll(clipboard).toContain('select me')
  })

  it.runIf(process.platform === 'linux')('pastes what is selected with the middle button', async () => {
    await run('clear; echo middle-button')
    await expect.poll(() => screen('beta')).toMatch(/^middle-button/m)
    const box = await pane('beta').locator('.xterm-screen').boundingBox()
    if (!box) throw new Error('there is no picture')
    await page.mouse.dblclick(box.x + 20, box.y + 6)
    await run('cat')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'middle' })
    await page.keyboard.press('Enter')
    await expect.poll(() => screen('beta')).toMatch(/middle-button\n(.*\n)*middle-button\n/m)
    await page.keyboard.press('Control+KeyC')
  })

  it('has the keyboard again after it was reconnected with the mouse', async () => {
    await run('exit')
    const ended = page.getByRole('region', { name: /^Terminal beta, exit 130\./ })
    await ended.getByRole('button', { name: /^Reconnect/ }).click()
    await pane('beta').waitFor()
    await expect.poll(() => typesInto('beta')).toBe(true)
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
