import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('somebody without an account', () => {
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    app = await launchApp()
    page = app.window
    page.setDefaultTimeout(10_000)
  })
  afterAll(() => app?.close())

  const welcome = () => page.getByRole('main', { name: 'Welcome' })

  it('adds an SSH host from the first screen and then has the desk', async () => {
    await welcome().getByRole('button', { name: 'Add an SSH host' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add an SSH host' })
    await dialog.getByRole('textbox', { name: 'Host' }).fill('build.example')
    await dialog.getByRole('textbox', { name: 'User' }).fill('me')
    await dialog.getByRole('switch', { name: 'Keep a log of this terminal’s output' }).click()
    await app.screenshot('terminal-host-form')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await welcome().waitFor({ state: 'hidden' })
    const hosts = page.getByRole('list', { name: 'SSH hosts' })
    await hosts.getByRole('button', { name: 'build.example', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Add an account' }).waitFor()
    await app.screenshot('desk-without-accounts')
  })

  it('can change that host, and finds what was chosen', async () => {
    await page.getByRole('button', { name: 'Edit build.example' }).click()
    const dialog = page.getByRole('dialog', { name: 'SSH host' })
    const log = dialog.getByRole('switch', { name: 'Keep a log of this terminal’s output' })
    expect(await log.getAttribute('aria-checked')).toBe('true')
  })

  it('is back at the first screen when the last host is gone', async () => {
    await page.getByRole('button', { name: 'Remove…' }).click()
    await page.getByRole('button', { name: 'Remove build.example' }).click()
    await welcome().waitFor()
    expect(await app.windowErrors()).toEqual([])
  })
})
