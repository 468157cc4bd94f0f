import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('the logs of a VSay session', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-logs-'))
    desk = await openDemoWindow({ population: { luaprot: 2, luaauth: 2, junkie: 2, vsay: 3 } })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => {
    await desk?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const dialog = () => page.getByRole('dialog', { name: 'Session logs' })
  const list = () => dialog().getByRole('region', { name: 'Logs', exact: true })
  const field = () => dialog().getByRole('textbox', { name: 'Find in the logs' })
  const counter = () => dialog().getByRole('search').innerText()
  const clipboard = () => app.app.evaluate((electron) => electron.clipboard.readText())
  const rowOf = async (provider: string) => {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill(provider)
    return page.getByRole('grid').getByRole('row').filter({ hasText: provider }).first()
  }
  const account = (provider: string) =>
    demo.workspace.accounts.find((each) => each.provider === provider)?.label ?? ''
  /** What the native dialog answers from now on; `null` gives up. */
  const answerSaveDialog = (filePath: string | null) =>
    app.app.evaluate((electron, chosen) => {
      Object.assign(electron.dialog, {
        asked: [],
        async showSaveDialog(this: { asked: string[] }, _: unknown, options: { defaultPath: string }) {
          this.asked.push(options.defaultPath)
          return { canceled: chosen === null, filePath: chosen ?? '' }
        },
      })
    }, filePath)
  /** The names that the native dialog proposed. */
  const proposed = async () =>
    (await app.app.evaluate((electron) => (electron.dialog as unknown as { asked: string[] }).asked)).map(
      (file) => path.basename(file),
    )

  it('opens from the row of a session whose service keeps logs, and from no other', async () => {
    await (await rowOf(account('junkie'))).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open details' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Logs…' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await (await rowOf(account('vsay'))).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Logs…' }).click()
    await expect.poll(() => list().innerText()).toContain('command')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  })

  it('opens from the details with commands, their output and their times', async () => {
    await (await rowOf(account('vsay'))).click()
    await page.getByRole('region', { name: 'Session details' }).getByRole('button', { name: 'Logs' }).click()
    await expect.poll(() => list().innerText()).toMatch(/\d{1,2}:\d\d:\d\d[\s\S]*command[\s\S]*output/)
    await expect.poll(() => dialog().innerText()).toMatch(/\d+ entries, \d+ lines/)
    await app.screenshot('logs-entries')
  })

  it('finds a text, counts its places and goes from one to the next', async () => {
    await field().fill('UPTIME')
    await expect.poll(counter).toMatch(/^1 of \d+$/m)
    const found = Number(/of (\d+)/.exec(await counter())?.[1])
    expect(found).toBeGreaterThan(1)
    await page.keyboard.press('Enter')
    await expect.poll(counter).toMatch(/^2 of/m)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(counter).toContain(`${found} of ${found}`)
    const current = list().locator('mark[data-current]')
    await expect.poll(() => current.innerText()).toBe('uptime')
    const box = await current.boundingBox()
    const frame = await list().boundingBox()
    expect(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true)
    await app.screenshot('logs-search')
    await field().fill('nobody typed this')
    await expect.poll(counter).toContain('none')
    await field().fill('')
  })

  it('copies the entries', async () => {
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => dialog().getByRole('status').last().innerText()).toContain('Copied')
    const entries: unknown = JSON.parse(await clipboard())
    expect(entries).toContainEqual({
      timestamp: expect.stringMatching(/^\d{4}-/),
      type: 'command',
      content: 'uptime',
    })
  })

  it('saves where the person says, and nothing when they give up', async () => {
    const file = path.join(folder, 'logs.json')
    await answerSaveDialog(null)
    await dialog().getByRole('button', { name: 'Save…' }).click()
    await expect.poll(proposed).toEqual([expect.stringMatching(/^sess_\w+-logs-\d{4}-\d\d-\d\d\.json$/)])
    expect(await dialog().getByRole('status').last().innerText()).toMatch(/\d+ lines/)
    await answerSaveDialog(file)
    await dialog().getByRole('button', { name: 'Save…' }).click()
    await expect.poll(() => dialog().getByRole('status').last().innerText()).toBe('Saved logs.json')
    expect(await readFile(file, 'utf8')).toBe(await clipboard())
    await answerSaveDialog(path.join(folder, 'logs.json', 'below-a-file.json'))
    await dialog().getByRole('button', { name: 'Save…' }).click()
    await expect.poll(() => dialog().getByRole('status').last().innerText()).toContain('not saved')
    expect(await dialog().innerText()).not.toContain(folder)
  })

  it('shows the text form', async () => {
    await dialog().getByRole('tab', { name: 'Text' }).click()
    await expect.poll(() => list().innerText()).toContain('uptime')
    expect(await list().locator('time').count()).toBe(0)
    await page.emulateMedia({ colorScheme: 'dark' })
    await field().fill('uptime')
    await app.screenshot('logs-text-dark')
    await field().fill('')
    await page.emulateMedia({ colorScheme: null })
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(clipboard).toMatch(/\$ uptime\n/)
  })

  it('says what went wrong, and tries again', async () => {
    demo.behave('vsay', '502')
    await dialog().getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => dialog().getByRole('alert').innerText()).toContain('VSay')
    await app.screenshot('logs-failed')
    demo.behave('vsay', 'normal')
    await dialog().getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => list().innerText()).toContain('uptime')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await app.screenshot('logs-details')
  })

  it('saves the output of a terminal, what was scrolled away too', async () => {
    const file = path.join(folder, 'output.txt')
    await answerSaveDialog(file)
    await page.getByRole('button', { name: 'Open terminal' }).click()
    const pane = page.getByRole('region', { name: /^Terminal .*, live\./ })
    await pane.waitFor()
    const typed = Array.from({ length: 60 }, (_, index) => `echo line-${index}`)
    for (const command of [...typed, `echo ${'long '.repeat(60)}end`]) {
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
    }
    const tab = page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
    const save = async () => {
      await tab.click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Save output…' }).click()
      await page.getByText('Saved output.txt').waitFor()
      return readFile(file, 'utf8')
    }
    // Answered in full: the long line comes back unbroken.
    await expect.poll(save).toMatch(/^(long ){60}end$/m)
    await app.app.evaluate(({ shell }) => {
      const files: string[] = []
      Object.assign(shell, { shownFiles: files, showItemInFolder: (each: string) => files.push(each) })
    })
    await page.getByRole('button', { name: 'Show in folder' }).click()
    await expect
      .poll(() => app.app.evaluate(({ shell }) => (shell as unknown as { shownFiles: string[] }).shownFiles))
      .toEqual([file])
    const text = await readFile(file, 'utf8')
    for (const index of [0, 30, 59]) expect(text).toMatch(new RegExp(`^line-${index}$`, 'm'))
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
    expect((await proposed()).every((name) => /-\d{4}-\d\d-\d\d\.txt$/.test(name))).toBe(true)
    await app.screenshot('logs-save-output')
    expect(await app.windowErrors()).toEqual([])
  })
})

/** A VSay with one session whose logs are ten megabytes, and mean no good. */
function startHostileService() {
  const line = 'the quick brown fox jumps over the lazy dog\n'
  const title = '\u001b]0;owned\u0007\u001b[31m<img src=x onerror=alert(1)>\u001b[0m'
  const content = `${title}\n${line.repeat(230_000)}\u001bPnever ended\nthe last line`
  const timestamp = '2024-01-01T12:00:00Z'
  const session = { id: 's1', user: { name: 'mallory' }, machine: { id: 'm', name: 'box' }, status: 'active' }
  const server = createServer((request, response) => {
    const isLogs = request.url?.includes('/logs') ?? false
    const logs = [{ timestamp, type: 'output', content }]
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ success: true, data: isLogs ? { logs } : { sessions: [session] } }))
  })
  return new Promise<{ origin: string; close(): void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() })
    })
  })
}

it.skipIf(!hasDesktop)('reads ten megabytes that mean no good', async () => {
  const service = await startHostileService()
  const account = { provider: 'vsay', label: 'Ops', baseUrl: service.origin, credential: 'not-a-secret' }
  const app = await launchApp({ config: { accounts: [account] } })
  try {
    const page = app.window
    await page.getByRole('grid').getByRole('row').filter({ hasText: 'mallory' }).click()
    await page.getByRole('button', { name: 'Logs' }).click()
    const dialog = page.getByRole('dialog', { name: 'Session logs' })
    const list = dialog.getByRole('region', { name: 'Logs', exact: true })
    await expect.poll(() => list.innerText()).toContain('<img src=x onerror=alert(1)>')
    expect(await list.innerText()).not.toContain('owned')
    expect(await list.locator('code').count()).toBeLessThan(120)
    const field = dialog.getByRole('textbox', { name: 'Find in the logs' })
    await field.fill('the last line')
    await expect.poll(() => dialog.getByRole('search').innerText()).toMatch(/^1 of 1$/m)
    await expect.poll(() => list.locator('mark[data-current]').innerText()).toBe('the last line')
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => dialog.getByRole('status').last().innerText()).toContain('Copied')
    expect(await app.windowErrors()).toEqual([])
  } finally {
    await app.close()
    service.close()
  }
})
