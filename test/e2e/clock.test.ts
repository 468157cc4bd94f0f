import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { grid } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'
import { movableWallClock, type WallClock } from '../harness/wall-clock'

const hourMs = 3_600_000

/** How old the window says that the list is, ms: "Updated 4 s ago". */
async function ageMs(page: Page): Promise<number> {
  const text = await page.getByText(/^Updated \d/).innerText()
  const [, count = '', unit = ''] = /(\d+) ([smhd])/.exec(text) ?? []
  return Number(count) * ({ s: 1_000, m: 60_000, h: hourMs, d: 24 * hourMs }[unit] ?? Number.NaN)
}

describe.skipIf(!hasDesktop)('a wall clock that is set', () => {
  let folder: string
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let clock: WallClock

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-clock-'))
    clock = movableWallClock(folder)
    demo = await startDemo({ churn: false, population: { luaprot: 3, luaauth: 0, junkie: 0, vsay: 0 } })
    const { accounts } = demo.workspace
    app = await launchApp({
      config: {
        accounts: accounts.filter(({ provider }) => provider === 'luaprot'),
        settings: { heartbeatIntervalMs: 2_000 },
      },
      ...clock.launch,
    })
    page = app.window
    await grid(page).getByRole('row').nth(1).waitFor()
    // Off the list, so that what comes is not held back.
    await page.getByRole('searchbox', { name: 'Search sessions' }).hover()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const arrives = async (name: string) => {
    demo.crowds.luaprot.arrive(name)
    await grid(page).getByRole('row').filter({ hasText: name }).waitFor()
  }

  it('back by two hours delays nothing: who comes is shown, and the data is fresh', async () => {
    await clock.jump(page, -2 * hourMs)
    await arrives('after_the_jump')
    const before = demo.recorded.requests.length
    await expect.poll(() => demo.recorded.requests.length).toBeGreaterThan(before + 2)
    expect(await ageMs(page)).toBeLessThan(60_000)
  })

  it('forward, as after a sleep that nobody announced, has everything asked anew', async () => {
    await clock.jump(page, 8 * hourMs)
    await arrives('after_the_sleep')
    await expect.poll(() => ageMs(page)).toBeLessThan(60_000)
  })

  it('back does not make old data fresh', async () => {
    demo.behave('luaprot', 'drop')
    await expect.poll(() => ageMs(page)).toBeGreaterThanOrEqual(5_000)
    const before = await ageMs(page)
    await clock.jump(page, -2 * hourMs)
    await expect.poll(() => ageMs(page)).toBeGreaterThanOrEqual(before)
    expect(await ageMs(page)).toBeLessThan(hourMs)
    expect(await app.windowErrors()).toEqual([])
  })
})
