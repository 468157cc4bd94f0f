import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/demo/clock'
import { listenSsh } from '../../src/demo/ssh-host'
import { SSH_LOGIN } from '../../src/demo/workspace'
import { Prng } from '../../src/demo/world/prng'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'
import { heapOf, livingParts } from '../harness/page-memory'

/** Rounds before the first count: what is loaded once is there by then. */
const firstRounds = 3
const rounds = 12

describe.skipIf(!hasDesktop)('what was closed', () => {
  let desk: DemoWindow
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 6, luaauth: 1, junkie: 1, vsay: 1 } })
    page = desk.page
  })
  afterAll(() => desk?.close())

  /** Opens what these keys open, waits until it can be used, and closes it. */
  const pass = async (keys: string, role: 'dialog' | 'menu' | 'listbox') => {
    await page.keyboard.press(keys)
    await page.getByRole(role).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole(role).waitFor({ state: 'detached' })
  }
  const session = () => grid(page).getByRole('row').filter({ hasText: 'Hub One' }).first()
  const surfaces: Readonly<Record<string, () => Promise<void>>> = {
    'dialogs in which somebody types': async () => {
      await session().focus()
      await page.keyboard.press('m')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').first().fill('Hello')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await pass('Delete', 'dialog')
      await pass('Control+,', 'dialog')
      await pass('Control+k', 'dialog')
      await pass('Control+Shift+k', 'dialog')
    },
    'details, and what stands beside them': async () => {
      await session().click()
      await details(page).waitFor()
      await page.keyboard.press('Escape')
      await details(page).waitFor({ state: 'detached' })
    },
    'menus that are closed while they are opening': async () => {
      await session().focus()
      await pass('Shift+F10', 'menu')
      await page.getByRole('button', { name: /^Actions for all/ }).focus()
      await pass('Enter', 'menu')
    },
    'choices and tooltips': async () => {
      await page.keyboard.press('Control+2')
      await page.getByRole('combobox', { name: 'Account' }).focus()
      await pass('Enter', 'listbox')
      await page.keyboard.press('Control+1')
      for (const name of ['Export sessions…', 'Columns', 'Add account'])
        await page.getByRole('button', { name, exact: true }).first().focus()
    },
  }

  it.each(Object.entries(surfaces))('leaves nothing behind: %s', async (_name, use) => {
    for (let round = 0; round < firstRounds; round++) await use()
    const before = await livingParts(page)
    for (let round = 0; round < rounds; round++) await use()
    const after = await livingParts(page)
    // What is on screen may tick or fade; a surface that stayed would be there once for each round.
    expect(after.nodes - before.nodes).toBeLessThan(rounds * 4)
    expect(after.listeners - before.listeners).toBeLessThan(rounds * 2)
  })
})

describe.skipIf(!hasDesktop)('a secret that was typed', () => {
  let host: Awaited<ReturnType<typeof listenSsh>>
  let launched: LaunchedApp
  let page: Page

  beforeAll(async () => {
    host = await listenSsh({ clock: systemClock, prng: new Prng(7), port: 0 })
    launched = await launchApp()
    page = launched.window
  })
  afterAll(async () => {
    await launched?.close()
    await host?.close()
  })

  const dialog = () => page.getByRole('dialog')
  const type = async (label: string, text: string) => {
    await dialog().getByLabel(label, { exact: true }).click()
    await page.keyboard.type(text)
  }
  const addAccount = async () => {
    await page.getByRole('button', { name: 'Add account' }).first().click()
    await dialog().getByText('Address, headers and limits').click()
  }
  const isInMemory = async (secret: string) => (await heapOf(page)).includes(secret)

  it('is gone from the window once its dialog was given up', async () => {
    const [header, key] = ['typed-header-4711-never-seen', 'typed-key-0815-never-seen']
    await addAccount()
    await dialog().getByRole('button', { name: 'Add a header' }).click()
    await type('Value of header 1', header)
    await type('Key', key)
    // What is there is found this way.
    expect(await isInMemory(key)).toBe(true)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await isInMemory(key)).toBe(false)
    expect(await isInMemory(header)).toBe(false)
  })

  it('is gone once the shell has it', async () => {
    const key = 'typed-key-2342-never-seen'
    await addAccount()
    await dialog().getByRole('radio', { name: 'VSay' }).click({ force: true })
    await dialog().getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1')
    await type('Key', key)
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    expect(await isInMemory(key)).toBe(false)
  })

  it('is gone once a server refused it', async () => {
    const password = 'typed-password-1138-never-seen'
    await page.getByRole('button', { name: 'Add SSH hosts' }).press('Enter')
    await page.getByRole('menuitem', { name: /^Add/ }).click()
    await type('Host', `${SSH_LOGIN.user}@127.0.0.1:${host.port}`)
    await page.keyboard.press('Enter')
    await dialog().getByRole('button', { name: 'Trust and connect' }).click()
    await dialog().locator('input[type=password]').click()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await dialog().getByText('That was not accepted.').waitFor()
    expect(await isInMemory(password)).toBe(false)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await isInMemory(password)).toBe(false)
  })
})
