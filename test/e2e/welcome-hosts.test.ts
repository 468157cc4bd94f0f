import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('somebody without an account', () => {
  let app: LaunchedApp
  let page: Page
  let home: string

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'sessiondeck-home-'))
    await mkdir(path.join(home, '.ssh'))
    const config =
      'Host web\n  HostName web.example\n  User deploy\n  Compression yes\nHost behind\n  ProxyCommand nc %h\n'
    await writeFile(path.join(home, '.ssh', 'config'), config)
    app = await launchApp({ env: { HOME: home, USERPROFILE: home } })
    page = app.window
  })
  afterAll(async () => {
    await app?.close()
    await rm(home, { recursive: true })
  })

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
    await page.keyboard.press('Escape')
  })

  it('takes hosts over from the ssh config before any terminal was opened', async () => {
    await page.getByRole('button', { name: 'Add SSH hosts' }).press('Enter')
    await page.getByRole('menuitem', { name: /^Import/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Import from ~/.ssh/config' })
    await dialog.getByText('deploy@web.example').waitFor()
    const notes = dialog.getByRole('region', { name: 'Not taken over' }).getByRole('listitem')
    expect(await notes.allInnerTexts()).toEqual([
      expect.stringMatching(/^line 6: ProxyCommand is not supported/),
      'Host behind: left out, because it is reached through a ProxyCommand',
    ])
    await dialog.getByRole('button', { name: 'Import 1 host' }).click()
    await page.getByRole('button', { name: 'web', exact: true }).waitFor()
  })

  it('is back at the first screen when the last host is gone', async () => {
    for (const name of ['web', 'build.example']) {
      await page.getByRole('button', { name: `Edit ${name}` }).click()
      await page.getByRole('button', { name: 'Remove…' }).click()
      await page.getByRole('button', { name: `Remove ${name}` }).click()
    }
    await welcome().waitFor()
    expect(await app.windowErrors()).toEqual([])
  })
})
