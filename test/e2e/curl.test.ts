import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

const run = promisify(execFile)

describe.skipIf(!hasDesktop)('requests as curl', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 3, luaauth: 2, junkie: 2, vsay: 3 } })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => desk?.close())

  const clipboard = () => app.app.evaluate(({ clipboard }) => clipboard.readText())
  const variables = () =>
    Object.fromEntries(
      demo.workspace.accounts.map(({ provider, credential }) => [
        `${provider.toUpperCase()}_TOKEN`,
        credential,
      ]),
    )
  /** What the service answers to the clipboard, pasted into a shell. */
  const paste = async () => {
    const command = await clipboard()
    for (const { credential } of demo.workspace.accounts) expect(command).not.toContain(credential)
    const { stdout } = await run('sh', ['-c', command], { env: { ...process.env, ...variables() } })
    return JSON.parse(stdout) as { success?: boolean }
  }
  const open = async (name: string) => {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill(name)
    await grid(page).getByRole('row').filter({ hasText: name }).first().click()
    await details(page).getByRole('heading', { name }).waitFor()
  }
  const choose = async (item: string) => {
    await app.app.evaluate(({ clipboard }) => clipboard.clear())
    await details(page).getByRole('button', { name: 'Copy as curl' }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page
      .getByText(/Copied as curl, without the secret/)
      .first()
      .waitFor()
    await expect.poll(clipboard).toMatch(/^curl /)
  }

  it('copies the request of the details, which works with the token', async () => {
    const visit = demo.crowds.luaprot.arrive('curl_person')
    await open('curl_person')
    await choose('Details as curl')
    expect(await clipboard()).toContain(`/api/v1/sessions/${visit.id}/info`)
    expect(await paste()).toMatchObject({ success: true })
  })

  it('copies a message as it is typed, sends nothing, and says what is missing', async () => {
    const visit = demo.crowds.luaprot.arrive('curl_message')
    await open('curl_message')
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByRole('button', { name: 'Copy as curl' }).click()
    await dialog
      .getByText(/message|text/i)
      .first()
      .waitFor()
    await dialog.getByRole('textbox').first().fill(`it's "time", $HOME`)
    await dialog.getByRole('button', { name: 'Copy as curl' }).click()
    await expect.poll(clipboard).toContain('--data-raw')
    expect(demo.recorded.messages).toEqual([])
    expect(await paste()).toMatchObject({ success: true })
    expect(demo.recorded.messages).toMatchObject([{ sessionIds: [visit.id], text: `it's "time", $HOME` }])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('copies a disconnect', async () => {
    const visit = demo.crowds.vsay.arrive('curl_ssh')
    await open('curl_ssh')
    await choose('Disconnect as curl')
    expect(await paste()).toMatchObject({ success: true })
    expect(demo.recorded.requests.filter(({ method }) => method === 'DELETE')).toMatchObject([
      { path: `/v1/sessions/${visit.id}` },
    ])
  })

  it('copies a scope’s heartbeat from the card with its proof, and by keyboard', async () => {
    const account = page.getByRole('button', { name: /^\S*\s*Ops/ }).first()
    await account.hover()
    await page.getByRole('button', { name: 'Copy heartbeat as curl' }).click()
    await expect.poll(clipboard).toContain('/v1/sessions?status=active')
    expect(await paste()).toMatchObject({ success: true })
    await app.app.evaluate(({ clipboard }) => clipboard.clear())
    await account.focus()
    await page.keyboard.press('Shift+F10')
    const item = page.getByRole('menuitem', { name: 'Copy heartbeat as curl' })
    await item.waitFor()
    const first = page.getByRole('menuitem').first()
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true)
    // The menu may not hear the first key while it opens, and what stands before this item is not this test's business.
    const hasFocus = async () => {
      await page.keyboard.press('ArrowDown')
      return item.evaluate((element) => element === document.activeElement)
    }
    await expect.poll(hasFocus).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(clipboard).toContain('/v1/sessions?status=active')
  })

  it('copies the logs of a session, a terminal on its machine, and the statistics', async () => {
    const visit = demo.crowds.vsay.arrive('curl_logs')
    await open('curl_logs')
    await choose('Logs as curl')
    expect(await clipboard()).toContain(`/v1/sessions/${visit.id}/logs?format=json`)
    expect(await paste()).toMatchObject({ success: true })
    await choose('Open terminal as curl')
    expect(await paste()).toMatchObject({ success: true })
    await page.getByRole('button', { name: 'Machines', exact: true }).click()
    await page.getByRole('button', { name: 'Copy statistics as curl' }).click()
    await expect.poll(clipboard).toContain('/v1/sessions/stats?period=week')
    expect(await paste()).toMatchObject({ success: true })
  })

  it('copies what changes a script, and sends none of it', async () => {
    await page.getByRole('button', { name: 'Scripts', exact: true }).click()
    const list = page.getByRole('navigation', { name: 'Scripts by account' })
    await list
      .getByRole('button', { name: /Free Mode/ })
      .first()
      .click()
    const panel = page.getByRole('region', { name: 'Scripts', exact: true })
    const form = panel.getByRole('form', { name: 'Edit script' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Curl Mode')
    await form.getByRole('button', { name: 'Copy as curl' }).click()
    await expect.poll(clipboard).toContain('{"name":"Curl Mode"}')
    await panel.getByRole('button', { name: 'Update source…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Update source' })
    await dialog.getByRole('button', { name: 'Copy as curl' }).click()
    await expect.poll(clipboard).toMatch(/^jq .*"\$SCRIPT_FILE"/)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await form.getByRole('button', { name: 'Discard' }).click()
    await panel.getByRole('button', { name: 'Copy as curl' }).first().click()
    await page.getByRole('menuitem', { name: 'Disable as curl' }).click()
    await expect.poll(clipboard).toContain('/toggle')
    const changes = () =>
      demo.recorded.requests.filter(({ path }) => /\/(edit|update|toggle|remove)$/.test(path))
    expect(changes()).toEqual([])
    expect(await paste()).toMatchObject({ success: true })
    expect(changes()).toMatchObject([{ body: { state: false } }])
  })

  it('copies a bulk action from its preview', async () => {
    await page.getByRole('button', { name: 'Actions for Hub One' }).click()
    await page.getByRole('menuitem', { name: 'Message everyone…' }).click()
    const dialog = page.getByRole('dialog', { name: /Message/ })
    const before = demo.recorded.messages.length
    await dialog
      .getByRole('textbox', { name: /^(Text|Message)/ })
      .first()
      .fill('For everybody')
    await dialog.getByText(/^Reaches/).waitFor()
    const button = dialog.getByRole('button', { name: 'Copy as curl' })
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull()
    await button.click()
    await expect.poll(clipboard).toContain('/api/v1/sessions/messageall')
    expect(demo.recorded.messages).toHaveLength(before)
    expect(await paste()).toMatchObject({ success: true })
    expect(demo.recorded.messages.slice(before)).toMatchObject([{ text: 'For everybody' }])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
