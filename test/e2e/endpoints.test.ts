import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../src/demo/demo'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp } from '../harness/electron'

/** What no other suite reaches from the window; docs/coverage.md has them all. */
describe.skipIf(!hasDesktop)('documented endpoints', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openDemoWindow({ population: { luaprot: 2, luaauth: 3, junkie: 2, vsay: 2 } })
    ;({ demo, app, page } = desk)
  })
  afterAll(async () => desk?.close())

  const asked = (method: string, path: string) =>
    demo.recorded.requests.filter((request) => request.method === method && request.path === path)
  /** Opens the first session of an account; its id at the service. */
  const open = async (account: string): Promise<string> => {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill(account)
    const row = grid(page).locator('[data-key]').filter({ hasText: account }).first()
    const key = (await row.getAttribute('data-key')) ?? ''
    // By its key, because rows of the next heartbeat may come before it meanwhile.
    await grid(page).locator(`[data-key="${key}"]`).click()
    await details(page).getByText('Updated', { exact: false }).waitFor()
    return key.slice(key.indexOf(':') + 1)
  }

  it('asks what each heartbeat documents', async () => {
    const scripts = demo.workspace.accounts.find(({ provider }) => provider === 'luaauth')?.scopes ?? []
    const hub = demo.workspace.accounts.find(({ provider }) => provider === 'luaprot')?.scopes?.[0]?.id
    await expect
      .poll(() => asked('GET', '/api/v1/sessions/get').map(({ query }) => query))
      .toContainEqual({ hubId: hub })
    for (const { id } of scripts)
      await expect
        .poll(() => asked('POST', `/scripts/${id}/sessions`)[0]?.body)
        .toEqual({ from: 0, limit: 1000 })
    await expect
      .poll(() => asked('GET', '/v1/sessions').map(({ query }) => query))
      .toContainEqual({ status: 'active' })
  })

  it('shows a LuaAuth session’s info, and disconnects that session alone', async () => {
    const id = await open('Autofarm')
    expect(asked('GET', `/sessions/${id}`)).toMatchObject([{ query: {}, body: null }])
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(asked('POST', `/sessions/${id}/disconnect`)).toHaveLength(1)
    expect(asked('POST', '/sessions/disconnect')).toEqual([])
  })

  it('shows a VSay session’s info', async () => {
    const id = await open('Ops')
    expect(asked('GET', `/v1/sessions/${id}`)).toMatchObject([{ query: {}, body: null }])
    await details(page).getByText('Commands', { exact: true }).waitFor()
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
