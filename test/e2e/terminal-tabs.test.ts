import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasSshd, type Sshd } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

/** Many times what fits between a window and a program that does not read. */
const pasteBytes = 8 * 1024 * 1024

describe.skipIf(!hasDesktop || !hasSshd)('tabs of terminals on a real SSH server', () => {
  let desk: SshdWindow
  let server: Sshd
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openSshdWindow(['alpha', 'beta', 'gamma'], { signIn: 'key' })
    ;({ app, page, server } = desk)
  })
  afterAll(() => desk?.close())

  const tabs = () => page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
  const tab = (name: string) => tabs().filter({ hasText: name })
  const pane = (name: string) => page.getByRole('region', { name: new RegExp(`^Terminal ${name}, live\\.`) })
  const state = (name: string) => tab(name).getByRole('img').first().getAttribute('aria-label')
  const screen = async (name: string) =>
    (await pane(name).getByRole('list').getByRole('listitem').allInnerTexts()).join('\n')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }

  it('opens a tab for each host', async () => {
    await page.getByRole('button', { name: 'alpha', exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    await pane('alpha').waitFor()
    for (const name of ['beta', 'gamma']) {
      await page.getByRole('button', { name, exact: true }).click()
      await pane(name).waitFor()
    }
    expect(await tabs().allInnerTexts()).toEqual(
      ['alpha', 'beta', 'gamma'].map((name) => expect.stringContaining(name)),
    )
  })

  it('puts a tab where it is dragged to', async () => {
    const order = async () => (await tabs().allInnerTexts()).map((text) => /^\w+/.exec(text)?.[0])
    await tab('alpha').dragTo(tab('gamma'))
    await expect.poll(order).toEqual(['beta', 'gamma', 'alpha'])
    await tab('alpha').dragTo(tab('beta'))
    await expect.poll(order).toEqual(['alpha', 'beta', 'gamma'])
  })

  it('closes a tab, and its connection, with the middle button', async () => {
    const before = (await server.children()).length
    await tab('gamma').click({ button: 'middle' })
    await expect.poll(() => tabs().count()).toBe(2)
    await expect.poll(async () => (await server.children()).length).toBeLessThan(before)
  })

  it('says of a split what is most urgent, whichever half has the focus', async () => {
    await tab('alpha').click()
    await pane('alpha').waitFor()
    expect(await state('alpha')).toBe('live')
    await page.keyboard.press('Control+Shift+KeyD')
    await expect.poll(() => pane('alpha').count()).toBe(2)
    await run('exit 3')
    await expect.poll(() => state('alpha')).toBe('1 of 2 exit 3')
    await pane('alpha').locator('textarea').focus()
    await app.screenshot('terminal-tab-split')
    expect(await state('alpha')).toBe('1 of 2 exit 3')
    await page.keyboard.press('Control+Shift+BracketRight')
    await page.keyboard.press('Control+Shift+KeyW')
    await expect.poll(() => state('alpha')).toBe('live')
  })

  it('draws nothing while it is out of sight, and all that came once it is looked at', async () => {
    await pane('alpha').locator('textarea').focus()
    const begin = path.join(server.files, 'begin')
    const told = path.join(server.files, 'told')
    // The terminal answers where its cursor is once it has read all that came before the question.
    const question = String.raw`IFS= read -rsd R -p $'\e[6n'`
    await run(
      `until [ -e ${begin} ]; do sleep 0.05; done; seq 20000; echo last-$((40+2)); ${question}; touch ${told}`,
    )
    // Rows, as xterm's own renderer draws them.
    const picture = await pane('alpha').locator('.xterm-screen').elementHandle()
    if (!picture) throw new Error('there is no picture')
    await tab('beta').click()
    await pane('beta').waitFor()
    const drawn = await page.evaluateHandle((element) => {
      const seen = { changes: 0 }
      new MutationObserver((changes) => {
        seen.changes += changes.length
      }).observe(element, { childList: true, subtree: true })
      return seen
    }, picture)
    await writeFile(begin, '')
    await expect.poll(() => tab('alpha').getByRole('img', { name: 'new output' }).count()).toBe(1)
    await expect.poll(() => existsSync(told)).toBe(true)
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))))
    expect(await drawn.evaluate(({ changes }) => changes)).toBe(0)
    await tab('alpha').click()
    await expect.poll(() => screen('alpha')).toMatch(/^20000\s+last-42/m)
    await Promise.all([begin, told].map((file) => rm(file)))
  })

  it.runIf(process.platform === 'linux')('keeps heartbeats from competing with keys', async () => {
    const { pid } = app.app.process()
    const niceOf = async (task: string) => {
      const stat = await readFile(`/proc/${pid}/task/${task}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
    }
    const tasks = await readdir(`/proc/${pid}/task`)
    expect(await Promise.all(tasks.map((task) => niceOf(task).catch(() => 0)))).toContain(5)
    // A task with the number of its process is the one that it began with.
    expect(await niceOf(`${pid}`)).toBe(0)
  })

  it('saves the output by its shortcut and from the pane’s menu', async () => {
    const file = path.join(server.folder, 'output.txt')
    await app.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) })
    }, file)
    await pane('alpha').locator('textarea').focus()
    await run('echo first-$((40+2))')
    await expect.poll(() => screen('alpha')).toMatch(/^first-42/m)
    await page.keyboard.press('Control+Shift+KeyS')
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toMatch(/^first-42$/m)
    await run('echo second-$((40+2))')
    await expect.poll(() => screen('alpha')).toMatch(/^second-42/m)
    await pane('alpha').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Save output…' }).click()
    await expect.poll(() => readFile(file, 'utf8')).toMatch(/^second-42$/m)
  })

  it('pastes what is larger than any buffer whole, into a program that takes its time', async () => {
    const text = 'abcdefghij0123456789'.repeat(pasteBytes / 20)
    const sum = createHash('sha256').update(text).digest('hex')
    await pane('alpha').locator('textarea').focus()
    await run(`clear; stty raw -echo; echo taking; sleep 2; head -c ${text.length} | sha256sum; stty sane`)
    await expect.poll(() => screen('alpha')).toContain('taking')
    await app.app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), text)
    await page.keyboard.press('Control+Shift+KeyV')
    await expect.poll(() => screen('alpha')).toContain(sum.slice(0, 40))
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
