import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { rows, search } from '../harness/bulk-window'
import { type DemoWindow, details, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

type Box = { x: number; y: number; width: number; height: number }

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return box
}

describe.skipIf(!hasDesktop)('what happened elsewhere', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({
      rateLimits: false,
      luaprotRemovalDelayMs: 200,
      luaauthMessageWaitMs: 5_000,
      population: { luaprot: 12, luaauth: 3, junkie: 2, vsay: 3 },
    })
    ;({ demo, app, page } = desk)
    await rows(page).nth(10).waitFor()
  })
  afterAll(async () => desk?.close())

  const toasts = () => page.getByRole('region', { name: 'Notifications' })
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const rowOf = (name: string) => rows(page).filter({ hasText: name })
  /** Sends a message by the keys of a row, whose details stay closed. */
  const message = async (name: string) => {
    await search(page).fill(name)
    await rowOf(name).focus()
    await page.keyboard.press('m')
    await dialog('Send message').getByRole('textbox').fill('Please rejoin')
    await page.keyboard.press('Control+Enter')
    await dialog('Send message').waitFor({ state: 'detached' })
    await search(page).fill('')
  }

  it('tells that a message was delivered where the details are closed, and nothing where they show it', async () => {
    const { id } = demo.crowds.luaprot.arrive('first_person')
    for (const name of ['second_person', 'third_person']) demo.crowds.luaprot.arrive(name)
    await message('first_person')
    const told = toasts().getByRole('status').filter({ hasText: 'first_person' })
    await told.waitFor()
    expect(await told.innerText()).toContain('Message delivered')
    await toasts().getByRole('button', { name: 'Show' }).click()
    await details(page).getByText('Message delivered').waitFor()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    await dialog('Send message').getByRole('textbox').fill('And again')
    await page.keyboard.press('Control+Enter')
    await dialog('Send message').waitFor({ state: 'detached' })
    // The window knows what became of it: where that would be told, it was told by now.
    const place = demo.workspace.accounts.findIndex(({ provider }) => provider === 'luaprot') + 1
    const outcomes = async () => {
      const about = await page.evaluate(
        (key) => globalThis.sessiondeck.request('action.about', { key }),
        `luaprot-${place}:${id}`,
      )
      return (about as { value: { outcome: { kind: string } }[] }).value.map(({ outcome }) => outcome.kind)
    }
    await expect.poll(outcomes).toEqual(['delivered', 'delivered'])
    expect(await toasts().getByRole('status').count()).toBe(0)
    await details(page).getByRole('button', { name: 'Close details' }).click()
  })

  it('tells what became of a message whose dialog was closed before the answer came', async () => {
    await search(page).fill('Autofarm')
    await rowOf('Autofarm').first().focus()
    await page.keyboard.press('m')
    await dialog('Send message')
      .getByLabel(/handler/i)
      .fill('sleep')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await dialog('Send message').waitFor({ state: 'detached' })
    await toasts().getByText('client never responded').waitFor()
    await toasts().getByRole('button', { name: 'Dismiss' }).click()
    await search(page).fill('')
  })

  it('goes by itself also after another toast was closed with the pointer on it', async () => {
    await message('second_person')
    const closing = toasts().getByRole('button', { name: 'Dismiss' })
    // However long the next message takes: a toast stays while the pointer is on it.
    await closing.hover()
    await message('third_person')
    await expect.poll(() => closing.count()).toBe(2)
    // The pointer stays where it is, and the focus was in what went.
    await closing.last().click()
    await expect.poll(() => closing.count()).toBe(1)
    await expect.poll(() => closing.count()).toBe(0)
  })

  it('stays while it is read, and gives the focus back to where it was', async () => {
    await page.clock.install()
    await message('third_person')
    await search(page).focus()
    const close = toasts().getByRole('button', { name: 'Dismiss' })
    await close.focus()
    // Longer than it stays by itself.
    await page.clock.fastForward(10_000)
    expect(await close.count()).toBe(1)
    await search(page).focus()
    await page.clock.fastForward(10_000)
    await expect.poll(() => close.count()).toBe(0)

    await message('third_person')
    await search(page).focus()
    await close.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => close.count()).toBe(0)
    expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('covers neither what is selected, nor bulk actions, details or terminals', async () => {
    const usual = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    const visit = demo.crowds.luaprot.arrive('gone_person')
    await search(page).fill('gone_person')
    await rowOf('gone_person').focus()
    demo.crowds.luaprot.leave(visit.id)
    await rowOf('gone_person').filter({ hasText: /left/ }).waitFor()
    // What needs a person stays.
    await page.keyboard.press('Delete')
    await toasts()
      .getByText(/gone_person.* left before/)
      .waitFor()

    await search(page).fill('Hub One')
    await rows(page).nth(3).click()
    await details(page).waitFor()
    await rows(page).first().focus()
    await page.keyboard.press('Control+a')
    const selection = page.getByRole('region', { name: 'Selection' })
    await selection.getByRole('button', { name: /Message, wait/ }).click()
    const asking = page.getByRole('dialog')
    await asking.getByRole('textbox', { name: 'Message' }).fill('Bye')
    await asking.getByRole('textbox', { name: /to confirm/ }).fill('Hub One')
    await asking.getByRole('button', { name: /^Message and disconnect/ }).click()
    const bars = page.getByRole('region', { name: 'Bulk actions' })
    await bars.getByRole('button', { name: 'Cancel disconnect' }).waitFor()
    await page.keyboard.press('Control+Backquote')
    const terminals = page.getByRole('region', { name: 'Terminals' })
    await terminals.waitFor()
    for (const width of [usual.width, 1024]) {
      await page.setViewportSize({ width, height: usual.height })
      const lies = await boxOf(toasts())
      for (const place of [selection, bars, details(page), terminals])
        expect(overlap(lies, await boxOf(place))).toBe(false)
      for (const button of await selection.or(bars).getByRole('button').all())
        expect(overlap(await boxOf(button), await boxOf(details(page)))).toBe(false)
      await app.screenshot(`toasts-${width}`)
    }
    await page.setViewportSize(usual)
    expect(await app.windowErrors()).toEqual([])
  })

  it('is seen also where terminals have the place of the list, or the whole window', async () => {
    const toast = toasts().getByText(/gone_person.* left before/)
    const isOnTop = () =>
      toast.evaluate((text) => {
        const { left, top, width, height } = text.getBoundingClientRect()
        return text.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    for (const name of ['Terminals instead of the list', 'Terminals over the whole window']) {
      await page.getByRole('button', { name }).click()
      await expect.poll(isOnTop).toBe(true)
    }
  })
})
