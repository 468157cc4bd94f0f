import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { writeActions } from '../../src/main/watch/history/action-store'
import { History } from '../../src/main/watch/history/history'
import { loggedAction } from '../harness/action-log'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const log = (page: Page) => page.getByRole('region', { name: 'Action log' })
const entries = (page: Page) => page.getByRole('grid', { name: 'Actions' }).getByRole('row')
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })
const showSection = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Sections' }).getByRole('button', { name }).click()

describe.skipIf(!hasDesktop)('the action log', () => {
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let folder: string

  const launch = async () => {
    app = await launchApp({ config: demo.workspace, userDataDir: path.join(folder, 'user-data') })
    page = app.window
    await page.getByRole('grid', { name: 'Live sessions' }).waitFor()
  }
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-log-'))
    demo = await startDemo({
      churn: false,
      luaprotRemovalDelayMs: 60_000,
      population: { luaprot: 6, luaauth: 4, junkie: 4, vsay: 2 },
    })
    await launch()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function openSession(name: string) {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill(name)
    await page.getByRole('grid', { name: 'Live sessions' }).getByRole('row').filter({ hasText: name }).click()
    await details(page).getByRole('heading', { name, exact: true }).waitFor()
    await details(page).getByText('Updated').waitFor()
  }
  async function message(name: string, text: string) {
    await openSession(name)
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByRole('textbox').first().fill(text)
    await dialog.getByRole('button', { name: /^(Send|Message)/ }).click()
    await details(page).getByText('Message delivered').waitFor()
    await dialog.waitFor({ state: 'hidden' })
  }
  /** Where the next file is saved. */
  async function saveAs(name: string): Promise<string> {
    const filePath = path.join(folder, name)
    await app.app.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, {
        async showSaveDialog(_: unknown, { defaultPath }: { defaultPath: string }) {
          Object.assign(dialog, { proposed: defaultPath })
          return { canceled: false, filePath: chosen }
        },
      })
    }, filePath)
    return filePath
  }
  /** The name that was proposed for the last file. */
  const proposed = async () =>
    path.basename(
      await app.app.evaluate(({ dialog }) => (dialog as unknown as { proposed: string }).proposed),
    )
  /** Fills the export's dialog and answers with what was saved. */
  async function exported(
    title: string,
    form: 'CSV' | 'JSON',
    options: { what?: RegExp; personal?: boolean } = {},
  ) {
    const file = await saveAs(`${title}-${Date.now()}`)
    const dialog = page.getByRole('dialog', { name: title })
    if (options.what) {
      await dialog.getByRole('combobox', { name: 'What' }).click()
      await page.getByRole('option', { name: options.what }).click()
    }
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: new RegExp(`^${form}`) }).click()
    if (options.personal) await dialog.getByRole('checkbox').click()
    await dialog.getByRole('button', { name: 'Save…' }).click()
    await dialog.waitFor({ state: 'hidden' })
    return readFile(file, 'utf8')
  }

  it('says what it is for while it is empty', async () => {
    await showSection(page, 'Action log')
    await log(page).getByText('No actions yet').waitFor()
    await showSection(page, 'Sessions')
  })

  it('shows every action with its outcome, newest first, and opens one by keyboard', async () => {
    for (const name of ['log_first', 'log_second']) demo.crowds.luaprot.arrive(name)
    await message('log_first', '=1+1 is a greeting')
    await message('log_second', 'Hello again')
    await showSection(page, 'Action log')
    await expect.poll(() => entries(page).count()).toBe(3)
    const texts = await entries(page).allInnerTexts()
    expect(texts[1]).toMatch(/Message[\s\S]*log_second[\s\S]*Message delivered/)
    expect(texts[2]).toContain('log_first')
    await page.getByRole('searchbox', { name: 'Search the log' }).press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Message' })
    await expect.poll(() => dialog.innerText()).toMatch(/log_first[\s\S]*=1\+1 is a greeting/)
    await dialog.getByRole('button', { name: 'Show session' }).click()
    await expect.poll(() => details(page).innerText()).toContain('log_first')
  })

  it('adds an action while it is shown', async () => {
    await showSection(page, 'Action log')
    await entries(page).nth(2).waitFor()
    await page.getByRole('searchbox', { name: 'Search the log' }).focus()
    const key = demo.crowds.luaprot.arrive('log_third').id
    const accountId = await page.evaluate(async () => {
      const answer = (await globalThis.sessiondeck.request('workspace.get', undefined)) as {
        value: { accounts: { id: string; provider: string }[] }
      }
      return answer.value.accounts.find(({ provider }) => provider === 'luaprot')?.id
    })
    await expect
      .poll(() =>
        page.evaluate((input) => globalThis.sessiondeck.request('session.message', input), {
          key: `${accountId}:${key}`,
          message: { kind: 'text', text: 'From elsewhere' },
        }),
      )
      .toMatchObject({ ok: true })
    await entries(page).filter({ hasText: 'From elsewhere' }).waitFor()
  })

  it('searches by words and by what only its hash is kept of', async () => {
    const box = page.getByRole('searchbox', { name: 'Search the log' })
    await box.fill('again SECOND')
    await expect.poll(() => entries(page).count()).toBe(2)
    expect(await log(page).innerText()).toContain('1 found')
    await box.fill('')
    await showSection(page, 'Sessions')
    await openSession('log_first')
    await details(page).getByRole('button', { name: 'Copy Discord ID' }).first().click()
    const clipboard = () => app.app.evaluate((electron) => electron.clipboard.readText())
    await expect.poll(clipboard).toMatch(/^\d{17,20}$/)
    const discordId = await clipboard()
    await showSection(page, 'Action log')
    await box.fill(discordId)
    await expect.poll(() => entries(page).count()).toBe(2)
    expect(await entries(page).nth(1).innerText()).toContain('log_first')
    for (const name of ['history.db', 'history.db-wal'])
      expect(await readFile(path.join(folder, 'user-data', name), 'latin1')).not.toContain(discordId)
    await box.fill('')
  })

  it('narrows by kind and outcome, and says so', async () => {
    await log(page).getByRole('button', { name: 'Action', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Disconnect' }).click()
    await page.keyboard.press('Escape')
    await log(page).getByText('No matching actions').waitFor()
    await log(page).getByRole('button', { name: 'Clear filters' }).click()
    await log(page).getByRole('button', { name: 'Outcome', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Done' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => entries(page).count()).toBe(4)
    await log(page).getByRole('button', { name: 'Clear' }).click()
  })

  it('is saved as CSV that no spreadsheet runs, and as JSON of the selection', async () => {
    await log(page).getByRole('button', { name: 'Export the log…' }).click()
    const csv = await exported('Export the action log', 'CSV')
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain("'=1+1 is a greeting")
    expect(await proposed()).toMatch(/^action-log-\d{4}-\d\d-\d\d\.csv$/)
    await entries(page)
      .filter({ hasText: 'log_second' })
      .click({ modifiers: ['Control'] })
    await log(page).getByRole('button', { name: 'Export the log…' }).click()
    const json = JSON.parse(await exported('Export the action log', 'JSON', { what: /selection/ }))
    expect(json).toMatchObject([
      { target: 'log_second', sent: 'Hello again', outcome: { kind: 'delivered' } },
    ])
  })

  it('is not the only thing to save: the list and the details are, without personal data unless asked for', async () => {
    await showSection(page, 'Sessions')
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('log_')
    await page.getByRole('button', { name: 'Export sessions…' }).click()
    const sessions = JSON.parse(await exported('Export sessions', 'JSON', { what: /All listed/ }))
    expect(sessions.map(({ userName }: { userName: string }) => userName).sort()).toEqual([
      'log_first',
      'log_second',
      'log_third',
    ])
    expect(Object.keys(sessions[0])).not.toContain('hwid')
    await openSession('log_first')
    await details(page).getByRole('button', { name: 'Export details…' }).click()
    const plain = await exported('Export details', 'CSV')
    expect(plain).not.toMatch(/Discord ID/)
    await details(page).getByRole('button', { name: 'Export details…' }).click()
    expect(await exported('Export details', 'CSV', { personal: true })).toMatch(/Discord ID,"=""\d+"""/)
  })

  it('tells the truth after the app was killed in the middle of a disconnect', async () => {
    await openSession('log_second')
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await expect.poll(() => details(page).innerText()).toMatch(/Accepted|Disconnecting/)
    const { pid } = app.app.process()
    if (pid === undefined) throw new Error('The app has no process.')
    process.kill(-pid, 'SIGKILL')
    await app.close()
    await launch()
    await showSection(page, 'Action log')
    await expect.poll(() => entries(page).count()).toBe(5)
    expect(await entries(page).nth(1).innerText()).toMatch(
      /Disconnect[\s\S]*log_second[\s\S]*outcome unknown[\s\S]*Sessiondeck ended/,
    )
    expect(await app.windowErrors()).toEqual([])
  })

  it('is what the details of a session say of an earlier run, too', async () => {
    await showSection(page, 'Sessions')
    await openSession('log_first')
    await details(page).getByText('Message delivered').waitFor()
    await openSession('log_second')
    await details(page)
      .getByText(/outcome unknown/)
      .waitFor()
  })

  it('begins a new file where the old one is damaged, keeps that one, and says so', async () => {
    await app.close()
    const data = path.join(folder, 'user-data')
    await writeFile(path.join(data, 'history.db'), 'no database '.repeat(1_000))
    await rm(path.join(data, 'history.db-wal'), { force: true })
    await launch()
    await showSection(page, 'Action log')
    await expect
      .poll(() => log(page).getByRole('alert').innerText())
      .toMatch(/was damaged.*kept as history\.db\.broken/)
    const kept = (await readdir(data)).find((name) => name.startsWith('history.db.broken'))
    expect(await readFile(path.join(data, kept ?? ''), 'utf8')).toContain('no database')
  })

  it('comes in pages as it is scrolled, and is exported whole', async () => {
    await app.close()
    const file = path.join(folder, 'user-data', 'history.db')
    const history = new History({ file, now: Date.now, warn: (line) => expect.fail(line) })
    const old = Array.from({ length: 450 }, (_, index) => ({
      action: loggedAction(`old ${index}`, {
        target: `old_${index}`,
        requestedAt: Date.now() - index * 1_000,
      }),
    }))
    history.use((database) => writeActions(database, old))
    history.close()
    await launch()
    await showSection(page, 'Action log')
    const table = page.getByRole('grid', { name: 'Actions' })
    const rows = async () => Number(await table.getAttribute('aria-rowcount')) - 1
    await expect.poll(rows).toBe(200)
    await log(page).getByText('450', { exact: true }).waitFor()
    await entries(page).nth(1).focus()
    await page.keyboard.press('End')
    await expect.poll(rows).toBe(400)
    await page.keyboard.press('End')
    await expect.poll(rows).toBe(450)
    await page.keyboard.press('End')
    await expect.poll(() => entries(page).last().innerText()).toContain('old_449')
    await log(page).getByRole('button', { name: 'Export the log…' }).click()
    expect(JSON.parse(await exported('Export the action log', 'JSON'))).toHaveLength(450)
  })
})
