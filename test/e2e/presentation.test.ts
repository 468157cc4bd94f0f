import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { watchNotifications } from '../harness/desktop-tools'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const grid = (page: Page) => page.getByRole('grid', { name: 'Live sessions' })
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search sessions' })
/** How a row reads while presenting. */
const personRow = /^User [\dA-F]+, /
const banner = (page: Page) => page.getByText('Presentation mode.', { exact: true })

/** Fields of the services' answers that are personal, by the documents' names. */
const personalFields =
  /^(robloxUsername|key|user_key|discordId|hwid|ip_address|email|host|roblox_id|username|global_name|note|jobId|job_id|robloxJobId)$/

/** Every personal text in an answer: those fields, and who or what a VSay session is about. */
function personalIn(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) personalIn(each, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (personalFields.test(name) && (typeof inner === 'string' || typeof inner === 'number'))
        found.add(String(inner))
      else if ((name === 'user' || name === 'machine') && typeof inner === 'object' && inner !== null)
        for (const each of Object.values(inner).filter((each) => each !== null)) found.add(String(each))
      else personalIn(inner, found)
    }
}

/** All that a person or a screen reader gets of the window; a terminal's own screen cannot be masked. */
const everything = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [document.title]
    for (const element of document.querySelectorAll('*')) {
      if (element.closest('.xterm, script, style')) continue
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue) texts.push(node.nodeValue)
      // Typed text that is shown as dots is read by nobody.
      const isDotted =
        (element instanceof HTMLInputElement && element.type === 'password') ||
        getComputedStyle(element).getPropertyValue('-webkit-text-security') !== 'none'
      for (const { name, value } of element.attributes)
        if (/^(title|alt|placeholder|aria-.*)$/.test(name) || (name === 'value' && !isDotted))
          texts.push(value)
      if ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && !isDotted)
        texts.push(element.value)
    }
    return texts.join('\n')
  })

describe.skipIf(!hasDesktop)('presentation mode', () => {
  const personal = new Set<string>()
  let demo: Demo
  let folder: string
  let app: LaunchedApp
  let page: Page

  const start = async () => {
    app = await launchApp({ config: demo.workspace, userDataDir: path.join(folder, 'user-data') })
    page = app.window
    await grid(page).waitFor()
  }
  /** What the services themselves say of everybody. */
  const learn = async () => {
    const ask = async (provider: string, method: string, route: string, body?: unknown) => {
      const account = demo.workspace.accounts.find((each) => each.provider === provider)
      if (!account) throw new Error(`no account of ${provider}`)
      const bearer = provider === 'luaprot' ? '' : 'Bearer '
      const response = await fetch(account.baseUrl + route, {
        method,
        headers: {
          'content-type': 'application/json',
          [provider === 'luaauth' ? 'token' : 'authorization']:
            (provider === 'luaauth' ? '' : bearer) + account.credential,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answer: unknown = await response.json()
      personalIn(answer, personal)
      return answer
    }
    for (const { provider, scopes = [] } of demo.workspace.accounts)
      for (const { kind, id } of scopes) {
        if (provider === 'luaprot' && kind === 'hub') {
          const answer = await ask('luaprot', 'GET', `/api/v1/sessions/get?hubId=${id}`)
          const { sessions } = answer as { sessions: { id: string }[] }
          for (const session of sessions) await ask('luaprot', 'GET', `/api/v1/sessions/${session.id}/info`)
        }
        if (provider === 'luaauth')
          await ask('luaauth', 'POST', `/scripts/${id}/sessions`, { from: 0, limit: 100 })
      }
    const counts = (await ask('junkie', 'GET', '/live-users')) as { counts?: Record<string, number> }
    for (const script of Object.keys(counts.counts ?? {})) await ask('junkie', 'GET', `/live-users/${script}`)
    for (const status of ['active', 'ended']) {
      const answer = await ask('vsay', 'GET', `/sessions?status=${status}`)
      const { data } = answer as { data: { sessions: { id: string }[] } }
      for (const { id } of data.sessions.slice(0, 4)) await ask('vsay', 'GET', `/sessions/${id}`)
    }
    for (const host of demo.workspace.hosts ?? []) personal.add(host.host).add(host.label)
    // What short words stand for is in half of all sentences.
    for (const text of personal) if (text.length < 4) personal.delete(text)
  }
  const leaks = async () => {
    const shown = await everything(page)
    return [...personal].filter((text) => shown.includes(text))
  }
  /** The one row that a search leaves. */
  const find = async (text: string) => {
    await search(page).fill(text)
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('2')
    return grid(page).getByRole('row', { name: personRow })
  }
  const section = (name: string) => page.getByRole('button', { name, exact: true }).first().click()

  beforeAll(async () => {
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      luaprotRemovalDelayMs: 4_000,
      population: { luaprot: 6, luaauth: 5, junkie: 5, vsay: 5 },
    })
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-presentation-'))
    demo.crowds.luaprot.arrive('needle_of_the_list')
    await learn()
    await start()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('knows what to look for, and finds it while the mode is off', async () => {
    expect(personal.size).toBeGreaterThan(40)
    await expect.poll(async () => (await leaks()).length).toBeGreaterThan(10)
  })

  it('masks the list with its shortcut, and keeps the rows apart', async () => {
    const bus = await watchNotifications()
    try {
      demo.crowds.junkie.arrive('named_in_a_notification')
      await expect.poll(() => bus.text(), { timeout: 15_000 }).toContain('named_in_a_notification')
      await page.keyboard.press('Control+Shift+P')
      await banner(page).waitFor()
      expect(await banner(page).locator('..').innerText()).toMatch(/Not masked: what a terminal prints/)
      await expect.poll(() => bus.text(), { timeout: 10_000 }).toContain('CloseNotification')
    } finally {
      bus.stop()
    }
    expect(await leaks()).toEqual([])
    const names = await grid(page)
      .getByRole('row', { name: personRow })
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')?.split(',')[0]))
    expect(names.length).toBeGreaterThan(5)
    await app.screenshot('presentation')
  })

  it('searches the true names', async () => {
    await search(page).fill('needle_of_the_list')
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('2')
    const alias = await grid(page).getByRole('row', { name: personRow }).getAttribute('aria-label')
    // What was typed to find somebody names them.
    expect(await leaks()).toEqual([])
    await search(page).fill('')
    await page.mouse.move(0, 0)
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBeGreaterThan(5)
    await page.getByRole('row', { name: alias ?? '' }).waitFor()
  })

  it.each(['Hub One', 'Autofarm', 'Junkie', 'Ops'])(
    'masks the details and the dialogs of %s',
    async (label) => {
      await search(page).fill(label)
      const row = grid(page).getByRole('row').filter({ hasText: label }).first()
      await row.hover()
      await row.click()
      await details(page).getByText('Updated', { exact: false }).waitFor()
      expect(await leaks()).toEqual([])
      for (const name of ['Message', 'Disconnect', 'Logs']) {
        const button = details(page).getByRole('button', { name, exact: true })
        if ((await button.count()) === 0 || (await button.getAttribute('aria-disabled')) === 'true') continue
        // By keyboard: a tooltip may lie over it.
        await button.press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.waitFor()
        expect(await leaks()).toEqual([])
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'hidden' })
      }
      await search(page).fill('')
    },
  )

  it('copies what is masked only after it was revealed', async () => {
    await (await find('needle_of_the_list')).click()
    await details(page).getByText('Updated', { exact: false }).waitFor()
    const copy = details(page).getByRole('button', { name: 'Copy Roblox user' })
    await copy.hover()
    expect(await copy.getAttribute('aria-disabled')).toBe('true')
    await details(page).getByRole('button', { name: 'Reveal Roblox user' }).click()
    await details(page).getByRole('button', { name: 'Copy Roblox user' }).click()
    await expect
      .poll(() => app.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe('needle_of_the_list')
    await details(page).getByRole('button', { name: 'Hide Roblox user' }).click()
    await search(page).fill('')
    expect(await leaks()).toEqual([])
  })

  it.each([
    ['the list', 'Export sessions'],
    ['the details', 'Export details'],
    ['the log', 'Export the action log'],
  ])('masks what is exported of %s, and says so', async (what, title) => {
    const filePath = path.join(folder, `${title}.json`)
    await app.app.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: chosen }) })
    }, filePath)
    if (what === 'the list') {
      await page.getByRole('button', { name: 'Export sessions…' }).click()
    } else if (what === 'the details') {
      await details(page).getByRole('button', { name: 'Export details…' }).click()
    } else {
      await details(page).getByRole('button', { name: 'Message', exact: true }).press('Enter')
      const message = page.getByRole('dialog', { name: 'Send message' })
      await message.getByRole('textbox').fill('Hello needle_of_the_list')
      await message.getByRole('button', { name: 'Send', exact: true }).click()
      await message.waitFor({ state: 'hidden' })
      await section('Action log')
      await page.getByRole('grid', { name: 'Actions' }).getByText('Message delivered').waitFor()
      expect(await leaks()).toEqual([])
      await page.getByRole('button', { name: 'Export the log…' }).click()
    }
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.getByText(/the file is masked as the screen is/).waitFor()
    expect(await dialog.getByRole('checkbox').count()).toBe(0)
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: /^JSON/ }).click()
    await dialog.getByRole('button', { name: 'Save…' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const written = await readFile(filePath, 'utf8')
    expect(written).toMatch(/User [\dA-F]{2}/)
    expect([...personal].filter((text) => written.includes(text))).toEqual([])
    await section('Sessions')
  })

  it('masks toasts', async () => {
    await (await find('needle_of_the_list')).click()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await search(page).fill('')
    await details(page).getByRole('button', { name: 'Close details' }).click()
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByText(/disconnected after/i)
      .waitFor()
    expect(await leaks()).toEqual([])
  })

  it('masks the other sections', async () => {
    const names = await page.getByRole('list', { name: 'Sections' }).getByRole('button').allInnerTexts()
    expect(names).toContain('Machines')
    for (const name of names) {
      await section(name)
      await page.waitForLoadState('networkidle')
      if (name === 'Machines') {
        await page.getByRole('region', { name: 'Top machines' }).waitFor()
        expect(await leaks()).toEqual([])
        await page.getByRole('grid', { name: 'Machines' }).getByRole('row').nth(1).click()
        await page.getByRole('grid', { name: 'Sessions on the machine' }).waitFor()
      }
      expect([name, await leaks()]).toEqual([name, []])
    }
  })

  it('masks what the list is narrowed to, and covers the fields of a host', async () => {
    await section('Machines')
    const back = page.getByRole('button', { name: 'Back to all machines' })
    if (await back.isVisible()) await back.click()
    const machines = page.getByRole('grid', { name: 'Machines' })
    await machines
      .getByRole('row', { name: /, [1-9]\d* live$/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Show in list' }).click()
    const chips = page.getByRole('region', { name: 'Filters' })
    await chips.getByText('•••••').waitFor()
    expect(await leaks()).toEqual([])
    await chips.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'Add SSH hosts' }).click()
    await page.getByRole('menuitem', { name: 'Add an SSH host…' }).click()
    const added = page.getByRole('dialog', { name: 'Add an SSH host' })
    personal.add('hidden-box.example')
    await added.getByRole('textbox', { name: 'Host' }).fill('hidden-box.example')
    await added.getByRole('textbox', { name: 'User' }).fill('somebody')
    await added.getByRole('button', { name: 'Save', exact: true }).click()
    await added.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /^Edit Host / }).press('Enter')
    const host = page.getByRole('dialog', { name: 'SSH host' })
    await host.getByText('The host’s fields are covered').waitFor()
    expect(await leaks()).toEqual([])
    await host.getByRole('button', { name: 'Show them anyway' }).click()
    expect(await host.getByRole('textbox', { name: 'Host' }).inputValue()).not.toBe('')
    await page.keyboard.press('Escape')
    await host.waitFor({ state: 'hidden' })
  })

  it('masks the names of terminals, and says that their contents are not', async () => {
    await section('Machines')
    const open = page.getByRole('button', { name: 'Open terminal' })
    if (!(await open.isVisible()))
      await page.getByRole('grid', { name: 'Machines' }).getByRole('row').nth(1).click()
    await open.click()
    await page.getByRole('tab', { name: /Machine / }).waitFor()
    await page.getByText(/Not masked: what a terminal prints/).waitFor()
    await page.locator('.xterm').first().waitFor()
    expect(await leaks()).toEqual([])
  })

  it('names nobody in a notification', async () => {
    const bus = await watchNotifications()
    try {
      demo.crowds.luaprot.arrive('secret_arrival')
      await expect.poll(() => bus.text()).toMatch(/A new session|new sessions/)
      expect(bus.text()).not.toContain('secret_arrival')
    } finally {
      bus.stop()
    }
  })

  it('is still on after a restart, and shows everything again when it is turned off', async () => {
    await app.close()
    await start()
    await banner(page).waitFor()
    expect(await leaks()).toEqual([])
    await page.getByRole('button', { name: 'Turn off' }).click()
    await banner(page).waitFor({ state: 'hidden' })
    await expect.poll(async () => (await leaks()).length).toBeGreaterThan(10)
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
