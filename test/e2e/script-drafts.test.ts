import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const source = `-- it's "mine"\nprint('unsaved')`

describe.skipIf(!hasDesktop)('what was typed for a script and not sent', () => {
  let demo: Demo
  let parent: string
  let app: LaunchedApp
  let page: Page

  const userDataDir = () => path.join(parent, 'user-data')
  const start = async () => {
    app = await launchApp({ config: demo.workspace, userDataDir: userDataDir() })
    page = app.window
    page.setDefaultTimeout(10_000)
    await page.getByRole('grid', { name: 'Live sessions' }).waitFor()
  }
  const kill = async () => {
    const main = app.app.process()
    const gone = new Promise((resolve) => main.once('exit', resolve))
    main.kill('SIGKILL')
    await gone
    await app.close()
  }
  /** What is on the disk, a text a file. */
  const onDisk = async () => {
    const folder = path.join(userDataDir(), 'script-drafts')
    const names = await readdir(folder).catch(() => [])
    return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  }
  const kept = async () => (await onDisk()).join('\n')
  const panel = () => page.getByRole('region', { name: 'Scripts', exact: true })
  const notice = () => panel().getByRole('region', { name: 'Unsaved draft' })
  const box = () => page.getByRole('dialog', { name: 'Update source' })
  const editor = () => box().getByRole('textbox', { name: 'Source' })
  const open = async () => {
    await page.getByRole('button', { name: 'Scripts', exact: true }).click()
    const list = page.getByRole('navigation', { name: 'Scripts by account' })
    await list
      .getByRole('button', { name: /Autofarm/ })
      .first()
      .click()
  }
  const type = async () => {
    await panel().getByRole('button', { name: 'Update source…' }).click()
    await editor().fill(source)
    await expect.poll(kept, { timeout: 10_000 }).toContain(`print('unsaved')`)
    await box().getByRole('button', { name: 'Keep and close' }).click()
    await box().waitFor({ state: 'hidden' })
  }

  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'sessiondeck-drafts-'))
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population: { luaprot: 1, luaauth: 2, junkie: 0, vsay: 0 },
    })
    await start()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
    await rm(parent, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is on the disk while it is typed, for its owner only', async () => {
    await open()
    const form = panel().getByRole('form', { name: 'Edit script' })
    await form.getByRole('switch', { name: 'Kick outdated' }).click()
    await type()
    await expect.poll(kept, { timeout: 10_000 }).toContain('"kickOutdated"')
    const folder = path.join(userDataDir(), 'script-drafts')
    const [name = ''] = await readdir(folder)
    expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
  })

  it('is offered again after a kill, with what was changed at the service meanwhile', async () => {
    await kill()
    const luaauth = demo.workspace.accounts.find(({ provider }) => provider === 'luaauth')
    await fetch(`${luaauth?.baseUrl}/scripts/${LUAAUTH_SCRIPT_IDS.keyed}/edit`, {
      method: 'POST',
      headers: { token: luaauth?.credential ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ require_sessions: true }),
    })
    await start()
    await page.getByText('1 unsaved script draft from an earlier run.').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await notice()
      .getByText(/a new source of 31 characters; changes of Kick outdated/)
      .waitFor()
    await notice()
      .getByText(/changed since at LuaAuth: Require sessions/)
      .waitFor()
    await app.screenshot('script-draft')
    expect(await panel().getByRole('button', { name: 'Update source…' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await notice().getByRole('button', { name: 'Continue' }).click()
    await editor().waitFor()
    expect(await box().locator('.cm-line').allTextContents()).toEqual(source.split('\n'))
    await notice().waitFor({ state: 'detached' })
  })

  it('leaves the disk once the service took it', async () => {
    await box().getByRole('button', { name: 'Update script' }).click()
    await page.getByRole('button', { name: 'Replace it' }).click()
    await box().waitFor({ state: 'hidden' })
    await expect.poll(kept, { timeout: 10_000 }).not.toContain('unsaved')
    const form = panel().getByRole('form', { name: 'Edit script' })
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(onDisk, { timeout: 10_000 }).toEqual([])
  })

  it('is discarded for good only when that is asked twice', async () => {
    await type()
    await panel().getByRole('button', { name: 'Update source… (unsaved)' }).click()
    await editor().fill('-- typed last')
    // Before the next writing is due.
    await app.close()
    expect(await kept()).toContain('-- typed last')
    await start()
    await open()
    await notice().getByRole('button', { name: 'Discard' }).click()
    expect(await kept()).toContain('-- typed last')
    await notice().getByRole('button', { name: 'Discard permanently' }).click()
    await notice().waitFor({ state: 'detached' })
    await expect.poll(onDisk).toEqual([])
    await panel().getByRole('form', { name: 'Edit script' }).waitFor()
    expect(await panel().evaluate((element) => element.contains(document.activeElement))).toBe(true)
    expect(await app.windowErrors()).toEqual([])
  })
})
