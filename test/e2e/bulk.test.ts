import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { LUAPROT_HUB_ID } from '../../src/demo/luaprot'
import type { Batch } from '../../src/shared/bulk'
import {
  acted,
  bars,
  choose,
  dialog,
  done,
  launchBulk,
  narrow,
  press,
  rows,
  search,
  selectAll,
} from '../harness/bulk-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('bulk actions', () => {
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeEach(async () => {
    ;({ demo, app, page } = await launchBulk())
  })
  afterEach(async () => {
    await app?.close()
    await demo?.stop()
  })

  it('message a selection, filled in for each, by the documented request each', async () => {
    await selectAll(page, 'Hub One', 14)
    await page.keyboard.press('m')
    const message = dialog(page).getByRole('textbox', { name: 'Message' })
    // One of them has neither name nor Roblox id.
    await message.fill('Hello {user}')
    await dialog(page).getByText('1 skipped: LuaProt doesn’t report a user').waitFor()
    await message.fill('{account} restarts.')
    await dialog(page).getByText('Reaches 14 sessions').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Maintenance')
    await app.screenshot('bulk-message')
    await press(page, 'Message 14 sessions')
    await done(page, 'Message delivered to 14 of 14 in Hub One')
    const sent = acted(demo, 'luaprot')
    expect(sent).toHaveLength(14)
    expect(new Set(sent.map(({ path }) => path)).size).toBe(14)
    for (const { method, path, query, body } of sent) {
      expect({ method, query }).toEqual({ method: 'POST', query: {} })
      expect(path).toMatch(/^\/api\/v1\/sessions\/message\/\d{20}$/)
      expect(body).toEqual({ message: 'Hub One restarts.' })
    }
  })

  it('say why a message reaches nobody where the service takes none', async () => {
    await narrow(page, 'Junkie')
    await expect.poll(() => rows(page).count()).toBe(2)
    await choose(page, /^Actions for all/, 'Message…')
    await dialog(page).getByText('No recipients').waitFor()
    await dialog(page).getByText('2 skipped: Junkie can’t message a session').waitFor()
    const send = dialog(page).getByRole('button', { name: 'Message 0 sessions' })
    await send.hover()
    await page.getByText('No recipients').waitFor()
    await app.screenshot('bulk-no-messages')
  })

  it('fill in as the place what the column of places shows', async () => {
    await selectAll(page, 'Hub One', 14)
    await page.keyboard.press('m')
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill('Leave {place}')
    await dialog(page).getByText('Reaches 14 sessions').waitFor()
    await dialog(page)
      .getByText(/gets: Leave \d+$/)
      .waitFor()
  })

  it('disconnect many only once the name is typed, and say what became of each', async () => {
    await selectAll(page, 'Hub One', 14)
    await page.keyboard.press('Delete')
    await dialog(page).getByText('Reaches 14 sessions').waitFor()
    const button = dialog(page).getByRole('button', { name: 'Disconnect 14 sessions' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Control+Enter')
    expect(acted(demo, 'luaprot')).toEqual([])
    await dialog(page)
      .getByRole('textbox', { name: /to confirm/ })
      .fill('Hub One')
    await app.screenshot('bulk-disconnect')
    await press(page, 'Disconnect 14 sessions')
    await done(page, 'Disconnected 14 of 14 in Hub One')
    const sent = acted(demo, 'luaprot')
    expect(sent).toHaveLength(14)
    for (const { method, path, query, body } of sent) {
      expect({ method, query, body }).toEqual({ method: 'DELETE', query: {}, body: null })
      expect(path).toMatch(/^\/api\/v1\/sessions\/disconnect\/\d{20}$/)
    }
    await page.getByRole('button', { name: 'Results' }).first().click()
    const results = dialog(page).getByRole('grid', { name: 'Results' })
    await expect.poll(() => results.getByText(/^Disconnected after/).count()).toBeGreaterThan(10)
    await page.emulateMedia({ colorScheme: 'dark' })
    await app.screenshot('bulk-results')
  })

  it('reach a whole hub by one request', async () => {
    const everybody = async (item: string) => {
      await choose(page, 'Actions for Hub One', item)
    }
    await everybody('Message everyone…')
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill('Restarting')
    await dialog(page).getByText('including anyone who joins').waitFor()
    await press(page, 'Message 14 sessions')
    await done(page, 'Message delivered to 14 of 14 in Hub One')
    await everybody('Disconnect everyone…')
    await dialog(page)
      .getByRole('textbox', { name: /to confirm/ })
      .fill('Hub One')
    await press(page, 'Disconnect 14 sessions')
    await expect.poll(() => page.getByRole('button', { name: /10 live/ }).count()).toBe(1)
    expect(acted(demo, 'luaprot')).toEqual([
      {
        method: 'POST',
        path: '/api/v1/sessions/messageall',
        query: {},
        body: { hubId: LUAPROT_HUB_ID, message: 'Restarting' },
      },
      {
        method: 'DELETE',
        path: '/api/v1/sessions/disconnectall',
        query: { hubId: LUAPROT_HUB_ID },
        body: null,
      },
    ])
  })

  it('at LuaAuth message one by one and disconnect by ids; VSay is terminated one by one, Junkie not reached', async () => {
    await selectAll(page, 'Autofarm', 5)
    await page.keyboard.press('m')
    await dialog(page).getByRole('textbox', { name: 'Handler' }).fill('ping')
    await press(page, 'Message 5 sessions')
    await done(page, 'Message delivered to 5 of 5 in Autofarm')
    const messages = acted(demo, 'luaauth')
    expect(messages).toHaveLength(5)
    for (const { method, path, body } of messages) {
      expect(method).toBe('POST')
      expect(path).toMatch(/^\/sessions\/[^/]+\/message$/)
      expect(body).toEqual({ key: 'ping', data: [] })
    }
    await page.getByRole('button', { name: /24 live/ }).click()
    await search(page).click()
    await page.keyboard.press('Escape')
    await choose(page, /Actions for all 24…/, 'Disconnect…')
    await dialog(page).getByText('2 skipped: Junkie can’t disconnect a session').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Type “22 sessions” to confirm' }).fill('22 sessions')
    await press(page, 'Disconnect 22 sessions')
    await done(page, 'Disconnected 22 of 22 sessions')
    const many = acted(demo, 'luaauth').slice(5)
    expect(many).toEqual([
      { method: 'POST', path: '/sessions/disconnect', query: {}, body: { session_ids: expect.any(Array) } },
    ])
    const ends = acted(demo, 'vsay')
    expect(ends).toHaveLength(3)
    for (const { method, path } of ends)
      expect([method, path]).toEqual(['DELETE', expect.stringMatching(/^\/v1\/sessions\/[^/]+$/)])
  })

  /** Says "Bye" to the selection, to be disconnected a minute later. */
  const warnAll = async () => {
    await page
      .getByRole('region', { name: 'Selection' })
      .getByRole('button', { name: /Message, wait/ })
      .click()
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill('Bye')
    await dialog(page).getByText('Sessions are disconnected even if their message fails.').waitFor()
    await dialog(page)
      .getByRole('textbox', { name: /to confirm/ })
      .fill('Hub One')
    await press(page, 'Message and disconnect 14 sessions')
  }

  it('message, wait, and disconnect nobody once that is cancelled, or everybody at once', async () => {
    await selectAll(page, 'Hub One', 14)
    await warnAll()
    await bars(page)
      .getByText(/Disconnecting in \d+ s/)
      .waitFor()
    await app.screenshot('bulk-countdown')
    await bars(page).getByRole('button', { name: 'Cancel disconnect' }).click()
    await done(page, 'Stopped: Hub One. 14 of 28 done, 14 not sent.')
    expect(acted(demo, 'luaprot').filter(({ method }) => method === 'DELETE')).toEqual([])

    await rows(page).first().focus()
    await page.keyboard.press('Control+a')
    await warnAll()
    await page.emulateMedia({ colorScheme: 'dark' })
    await bars(page).getByRole('button', { name: 'Disconnect now' }).waitFor({ timeout: 60_000 })
    await app.screenshot('bulk-countdown-dark')
    await bars(page).getByRole('button', { name: 'Disconnect now' }).click()
    // One that is refused for its rate did nothing, and comes again.
    const ended = () =>
      demo.recorded.requests.filter(
        ({ provider, method, status }) => provider === 'luaprot' && method === 'DELETE' && status === 200,
      )
    await expect.poll(() => ended().length, { timeout: 60_000 }).toBe(14)
    await done(page, 'Messages and disconnects done: 28 of 28, Hub One')
    expect(new Set(ended().map(({ path }) => path)).size).toBe(14)
    expect(ended()).toHaveLength(14)
  }, 150_000)

  it('keep messages as templates: saved, picked, renamed, deleted', async () => {
    const ask = async () => {
      await choose(page, 'Actions for Hub One', 'Message everyone…')
    }
    const message = dialog(page).getByRole('textbox', { name: 'Message' })
    const name = dialog(page).getByRole('textbox', { name: 'Template name' })
    const template = dialog(page).getByRole('combobox', { name: 'Template' })
    await ask()
    await message.fill('Restart in {account}')
    // It comes above the buttons and moves them.
    await dialog(page).getByText('Restart in Hub One').waitFor()
    await dialog(page).getByRole('button', { name: 'Save as template…' }).click()
    await name.fill('Restart')
    await page.keyboard.press('Enter')
    await template.getByText('Restart').waitFor()
    expect(acted(demo, 'luaprot')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })

    await ask()
    await template.click()
    await page.getByRole('option', { name: 'Restart' }).click()
    expect(await message.inputValue()).toBe('Restart in {account}')
    await dialog(page).getByText('Restart in Hub One').waitFor()
    await dialog(page).getByRole('button', { name: 'Rename template…' }).click()
    await name.fill('Maintenance')
    await page.keyboard.press('Enter')
    await template.getByText('Maintenance').waitFor()
    await dialog(page).getByRole('button', { name: 'Delete template' }).click()
    await template.getByText('No template saved yet').waitFor()
    expect(await message.inputValue()).toBe('Restart in {account}')
  })

  it('say why what is written cannot be sent', async () => {
    await selectAll(page, 'Hub One', 14)
    await page.keyboard.press('m')
    const message = dialog(page).getByRole('textbox', { name: 'Message' })
    await message.fill('Hello {usr}')
    await dialog(page).getByText('Unknown variable {usr}. For a plain brace').waitFor()
    await message.fill(`${'x'.repeat(95)}{account}`)
    await dialog(page).getByText('102 / 100').waitFor()
    await dialog(page).getByText('14 skipped: the text has more than 100 characters once filled in').waitFor()
    const button = dialog(page).getByRole('button', { name: /^Message 0/ })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
  })

  it('are told as interrupted by the log after Sessiondeck was killed in the middle', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-bulk-'))
    const launch = async () => {
      app = await launchApp({ config: demo.workspace, userDataDir: path.join(folder, 'user-data') })
      page = app.window
      await rows(page).nth(10).waitFor()
    }
    try {
      await app.close()
      for (let more = 0; more < 16; more += 1) demo.crowds.luaprot.arrive()
      await launch()
      await expect.poll(() => page.getByRole('button', { name: /40 live/ }).count()).toBe(1)
      await selectAll(page, 'Hub One', 30)
      await page.keyboard.press('m')
      await dialog(page).getByRole('textbox', { name: 'Message' }).fill('Hello')
      await press(page, 'Message 30 sessions')
      await expect.poll(() => acted(demo, 'luaprot').length).toBeGreaterThan(5)
      const { pid } = app.app.process()
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      await app.close()
      // Whom the service asked to wait is asked again.
      const sent = new Set(acted(demo, 'luaprot').map(({ path: asked }) => asked)).size
      expect(sent).toBeLessThan(30)
      await launch()
      const answer = await page.evaluate(() => globalThis.sessiondeck.request('log.batches', undefined))
      const [batch] = (answer as { value: Batch[] }).value
      expect(batch).toMatchObject({ state: 'interrupted', counts: { total: 30, planned: 0, sending: 0 } })
      const { done: told = 0, unknown = 0, unsent = 0 } = batch?.counts ?? {}
      // What was leaving at that moment is unknown, whether or not it arrived; what is not sent never arrived.
      expect(told).toBeLessThanOrEqual(sent)
      expect(told + unknown).toBeGreaterThanOrEqual(sent)
      expect(unsent).toBe(30 - told - unknown)
      expect(unsent).toBeGreaterThan(0)
      await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name: 'Action log' }).click()
      const log = page.getByRole('grid', { name: 'Actions' })
      await log
        .getByText(/not sent: Sessiondeck ended before its turn came/)
        .first()
        .waitFor()
      // Nothing is sent by itself after the start.
      expect(acted(demo, 'luaprot')).toHaveLength(sent)
    } finally {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
