import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasPasswords, type Sshd } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

describe.skipIf(!hasDesktop || !hasPasswords)('full-screen programs over a real SSH server', () => {
  let desk: SshdWindow
  let server: Sshd
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openSshdWindow(['real'], { signIn: 'password' })
    ;({ app, page, server } = desk)
    await page.getByRole('button', { name: 'real', exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    await page.getByLabel('Password', { exact: true }).fill(server.password)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: /^Terminal real, live/ }).waitFor()
  })
  afterAll(() => desk?.close())

  const screen = async () =>
    (await page.getByRole('tabpanel').getByRole('listitem').allInnerTexts())
      .join('\n')
      .replaceAll('\u00a0', ' ')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  const atPrompt = () => expect.poll(screen).toMatch(/ready[$#] *\s*$/)

  it('comes to the shell’s prompt', async () => {
    await page.keyboard.press('Control+Shift+KeyM')
    await run('export PS1="ready\\$ "; clear')
    await atPrompt()
  })

  it('tells the remote side the size that is on screen, at each change', async () => {
    for (const key of ['Control+Shift+KeyM', 'Control+Equal', 'Control+Digit0', 'Control+Shift+KeyM']) {
      await page.keyboard.press(key)
      await expect
        .poll(async () => {
          await run('clear; stty size')
          const rows = Number(/^(\d+) \d+/m.exec(await screen())?.[1])
          return rows - (await page.getByRole('tabpanel').getByRole('listitem').count())
        })
        .toBe(0)
    }
    await run('clear')
    await atPrompt()
  })

  it('sends F1 and F6 to what runs in it, and answers them itself once the terminal is left', async () => {
    await run('clear; cat -v')
    for (const key of ['F1', 'F6', 'Shift+F6']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await expect.poll(screen).toMatch(/^\^\[OP\^\[\[17~\^\[\[17;2~$/m)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+KeyC')
    await page.keyboard.press('Control+Shift+F6')
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('F6')
    await page.getByRole('navigation', { name: 'Navigation' }).locator(':focus').waitFor()
    await page.keyboard.press('Shift+F6')
    await page.getByRole('tab', { selected: true }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await run('clear')
    await atPrompt()
  })

  it.each([
    ['less', 'seq 1000 | less', /^20\b/m, 'q'],
    ['vim', 'vim -u NONE -c "set number" /etc/ssh/sshd_config', /^ +10 /m, ':q!\r'],
    ['htop', 'htop', /Load average/i, 'q'],
    // Left by what runs in it: a key of tmux's own is lost when the answer to one of its questions comes with it.
    ['tmux', 'tmux -f /dev/null new "seq 30; read -r answer"', /^30\b/m, '\r'],
  ])('draws %s and gives the screen back', async (name, command, sign, leave) => {
    await run('clear')
    await run(command)
    await expect.poll(screen).toMatch(sign)
    await app.screenshot(`terminal-${name}`)
    for (const key of leave) await page.keyboard.press(key === '\r' ? 'Enter' : key)
    await expect.poll(screen).toMatch(/ready[$#]/)
    await run('clear')
    await atPrompt()
  })

  it('ends with the exit code of the shell', async () => {
    await run('exit 3')
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toMatch(/exit 3/)
  })
})
