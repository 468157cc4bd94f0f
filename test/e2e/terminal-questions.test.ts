import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasPasswords, type Sshd, signal } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

describe.skipIf(!hasDesktop || !hasPasswords)('what a terminal asks', () => {
  let desk: SshdWindow
  let server: Sshd
  let app: LaunchedApp
  let page: Page
  /** The processes that serve the terminal in the background. */
  let behind: number[]

  beforeAll(async () => {
    desk = await openSshdWindow(['front', 'back'], { signIn: 'password' })
    ;({ app, page, server } = desk)
  })
  afterAll(() => desk?.close())

  const tab = (name: string) => page.getByRole('tab').filter({ hasText: name })
  const pane = (name: string, state = 'live') =>
    page.getByRole('region', { name: new RegExp(`^Terminal ${name}, ${state}\\.`) })
  const screen = async (name: string) =>
    (await pane(name).getByRole('list').getByRole('listitem').allInnerTexts())
      .join('\n')
      .replaceAll('\u00a0', ' ')
  const password = () => page.getByLabel('Password', { exact: true })
  const hasFocus = (field: Locator) => field.evaluate((element) => element === document.activeElement)
  const asks = (name: string) => tab(name).getByRole('img', { name: 'asks you' })
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  /** Breaks the connection in the background and waits until it came back as far as its question. */
  const loseBack = async () => {
    for (const pid of behind) signal(pid, 'SIGKILL')
    await asks('back').waitFor()
  }
  const failures = async () => (await server.log()).match(/Failed password/g)?.length ?? 0

  it('is asked in its pane, and takes the keyboard of somebody who is there', async () => {
    await page.getByRole('button', { name: 'front', exact: true }).click()
    const key = pane('front', 'asks you').getByRole('dialog', { name: 'Unknown host key' })
    await key.waitFor()
    await expect.poll(() => hasFocus(key.getByRole('button', { name: 'Cancel' }))).toBe(true)
    await app.screenshot('terminal-question-host-key')
    await key.getByRole('button', { name: 'Trust and connect' }).click()
    await password().waitFor()
    await expect.poll(() => hasFocus(password())).toBe(true)
    await app.screenshot('terminal-question-password')
    await run(server.password)
    await pane('front').waitFor()
    const before = await server.children()
    await page.getByRole('button', { name: 'back', exact: true }).click()
    await password().waitFor()
    await expect.poll(() => hasFocus(password())).toBe(true)
    await run(server.password)
    await pane('back').waitFor()
    behind = (await server.children()).filter((pid) => !before.includes(pid))
  })

  it('waits behind its tab while somebody types into another one', async () => {
    await tab('front').click()
    await pane('front').waitFor()
    await run('stty -echo; read -r secret; stty echo; echo "<$secret>"')
    await page.keyboard.type('typed-before-')
    for (const pid of behind) signal(pid, 'SIGKILL')
    let typed = ''
    await expect
      .poll(async () => {
        await page.keyboard.type('x')
        typed += 'x'
        return asks('back').count()
      })
      .toBe(1)
    await page.keyboard.type('-after')
    await app.screenshot('terminal-question-waits')
    await page.keyboard.press('Enter')
    await expect.poll(() => screen('front')).toContain(`<typed-before-${typed}-after>`)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await failures()).toBe(0)
  })

  it('has the keyboard once the person comes to its tab', async () => {
    const before = await server.children()
    await tab('back').click()
    await expect.poll(() => hasFocus(password())).toBe(true)
    await run(server.password)
    await pane('back').waitFor()
    behind = (await server.children()).filter((pid) => !before.includes(pid))
    expect(await failures()).toBe(0)
  })

  it('takes the keyboard from no field of the window either, though its pane is on screen', async () => {
    const search = page.getByRole('searchbox', { name: 'Search sessions' })
    await search.click()
    await loseBack()
    await password().waitFor()
    await page.keyboard.type('somebody')
    expect(await hasFocus(search)).toBe(true)
    expect(await search.inputValue()).toBe('somebody')
    await search.fill('')
  })

  it('is answered after Enter in its terminal', async () => {
    const terminal = pane('back', 'asks you').locator('.xterm-helper-textarea')
    await terminal.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(password())).toBe(true)
    await run(server.password)
    await pane('back').waitFor()
    await expect.poll(() => hasFocus(pane('back').locator('textarea'))).toBe(true)
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
