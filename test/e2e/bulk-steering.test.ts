import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
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
} from '../harness/bulk-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('bulk actions under way', () => {
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

  /** More than leave at once: the rest waits for the budget. */
  const crowd = async () => {
    for (let more = 0; more < 16; more += 1) demo.crowds.luaprot.arrive()
    await expect.poll(() => page.getByRole('button', { name: /40 live/ }).count()).toBe(1)
  }
  /** Asks for a message to everybody at LuaProt. */
  const messageAll = async (message: string) => {
    await narrow(page, 'Hub One')
    await choose(page, /Actions for all/, 'Message…')
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill(message)
    await press(page, /^Message 30 sessions/)
  }
  /** How many requests were sent, once the one that had left when somebody steered has arrived as well. */
  const settled = async () => {
    let before = -1
    await expect
      .poll(
        () => {
          const same = acted(demo, 'luaprot').length === before
          before = acted(demo, 'luaprot').length
          return same
        },
        { interval: 1_000 },
      )
      .toBe(true)
    return before
  }
  const beats = () =>
    demo.recorded.requests.filter(({ provider, path }) => provider === 'luaprot' && path.endsWith('/get'))
      .length

  it('pause, sending nothing more, and resume with exactly the others', async () => {
    await crowd()
    await messageAll('Hello')
    await expect.poll(() => acted(demo, 'luaprot').length).toBeGreaterThan(5)
    await bars(page).getByRole('button', { name: 'Pause' }).click()
    await bars(page).getByText('Paused: Hub One').waitFor()
    const sent = await settled()
    expect(sent).toBeLessThan(30)
    const before = beats()
    // Heartbeats go on, and there would be room for more.
    await expect.poll(() => beats() - before, { timeout: 40_000 }).toBeGreaterThan(4)
    expect(acted(demo, 'luaprot')).toHaveLength(sent)
    await bars(page).getByRole('button', { name: 'Resume' }).click()
    await expect.poll(() => acted(demo, 'luaprot').length, { timeout: 40_000 }).toBe(30)
    await done(page, 'Message delivered to 30 of 30 in Hub One')
    expect(new Set(acted(demo, 'luaprot').map(({ path }) => path)).size).toBe(30)
  }, 120_000)

  it('stop in the middle, and ask the failed ones again', async () => {
    await crowd()
    demo.behave('luaprot', '403')
    await messageAll('Hi from {account}')
    await bars(page)
      .getByText(/failed/)
      .waitFor()
    await bars(page).getByRole('button', { name: 'Stop' }).click()
    await done(page, 'Stopped: Hub One')
    const sent = await settled()
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(30)
    demo.behave('luaprot', 'normal')
    await page.getByRole('button', { name: 'Results' }).first().click()
    await press(page, /Retry \d+ failed…/)
    expect(await dialog(page).getByRole('textbox', { name: 'Message' }).inputValue()).toBe(
      'Hi from {account}',
    )
    await press(page, /^Message \d+ sessions?/)
    await expect.poll(() => acted(demo, 'luaprot').length, { timeout: 60_000 }).toBe(sent * 2)
  }, 120_000)

  it('name nobody while presenting, neither before nor after', async () => {
    const names = ['angry_customer', 'calm_customer']
    for (const name of names) demo.crowds.luaprot.arrive(name)
    await search(page).fill('customer')
    await expect.poll(() => rows(page).count()).toBe(2)
    await page.keyboard.press('Control+Shift+P')
    await page.getByText('Presentation mode.', { exact: true }).waitFor()
    await choose(page, /Actions for all 2…/, 'Message…')
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill('Hello {user}!')
    await dialog(page)
      .getByText(/^(User [\dA-F]+) gets: Hello \1!$/)
      .waitFor()
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Told angry_customer')
    await app.screenshot('bulk-presenting')
    await press(page, 'Message 2 sessions')
    await done(page, 'Message delivered to 2 of 2 in Hub One')
    expect(acted(demo, 'luaprot').map(({ body }) => body)).toEqual(
      expect.arrayContaining(names.map((name) => ({ message: `Hello ${name}!` }))),
    )
    await page.getByRole('button', { name: 'Results' }).first().click()
    const results = dialog(page).getByRole('grid', { name: 'Results' })
    await expect.poll(() => results.getByText(/^User [\dA-F]+$/).count()).toBe(2)
    await dialog(page)
      .getByText(/^Reason: •+$/)
      .waitFor()
    await app.screenshot('bulk-results-presenting')
    expect(await dialog(page).evaluate((element) => element.outerHTML)).not.toContain('_customer')
  })
})
