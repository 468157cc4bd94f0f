import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeActions } from '../../src/main/watch/history/action-store'
import { History } from '../../src/main/watch/history/history'
import { loggedAction } from '../harness/action-log'
import { details, grid } from '../harness/demo-window'
import { endNextThread, hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const json = (response: ServerResponse, body: string, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)

/** A LuaProt and a LuaAuth in one, with a person each; it does what it is asked and answers as the test wants. */
async function startService() {
  const luaprot = new Set(['1001'])
  const asked: string[] = []
  const answers = new Map<string, Answer>()
  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url?.split('?')[0]}`
    asked.push(route)
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      const own = answers.get(route)
      if (own) return own(request, response)
      if (route === 'GET /api/v1/sessions/get') {
        const sessions = [...luaprot].map((id) => ({ id, robloxUsername: 'gateway_user', created: 1 }))
        return json(response, JSON.stringify({ success: true, message: 'Fetched.', sessions }))
      }
      if (route.endsWith('/scripts/S/sessions')) {
        const isFirst = JSON.parse(body).from === 0
        const sessions = isFirst ? [{ id: 'A', roblox_id: 4242, script_id: 'S' }] : []
        return json(response, JSON.stringify({ success: true, sessions }))
      }
      json(response, JSON.stringify({ success: true, script: { id: 'S' } }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    luaprot,
    answers,
    times: (route: string) => asked.filter((each) => each === route).length,
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const showSection = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Sections' }).getByRole('button', { name }).click()
const log = (page: Page) => page.getByRole('region', { name: 'Action log' })

describe.skipIf(!hasDesktop)('what became of an action', () => {
  let service: Awaited<ReturnType<typeof startService>>
  let app: LaunchedApp
  let page: Page
  let folder: string

  const launch = async () => {
    const common = { baseUrl: service.url, credential: 'not-a-secret' }
    app = await launchApp({
      userDataDir: path.join(folder, 'user-data'),
      config: {
        accounts: [
          { provider: 'luaprot', label: 'Hub', scopes: [{ kind: 'hub', id: '1' }], ...common },
          { provider: 'luaauth', label: 'Auth', scopes: [{ kind: 'script', id: 'S' }], ...common },
        ],
        settings: { heartbeatIntervalMs: 2_000 },
      },
    })
    page = app.window
    await grid(page).getByRole('row').filter({ hasText: 'Auth' }).waitFor()
  }
  const accountId = (provider: string) =>
    page.evaluate(async (wanted) => {
      const answer = (await globalThis.sessiondeck.request('workspace.get', undefined)) as {
        value: { accounts: { id: string; provider: string }[] }
      }
      return answer.value.accounts.find((account) => account.provider === wanted)?.id ?? ''
    }, provider)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-outcomes-'))
    service = await startService()
    await launch()
  })
  afterAll(async () => {
    await app?.close()
    service?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is unknown where a gateway answered 502 after it was done, and then gone, with one request', async () => {
    service.answers.set('DELETE /api/v1/sessions/disconnect/1001', (_, response) => {
      service.luaprot.delete('1001')
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>')
    })
    await grid(page).getByRole('row').filter({ hasText: 'gateway_user' }).click()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await expect.poll(() => dialog.innerText()).toMatch(/502.*not known whether/)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => details(page).innerText()).toMatch(/Disconnected after \d+ s/)
    expect(service.times('DELETE /api/v1/sessions/disconnect/1001')).toBe(1)
  })

  it('is told by an answer of any depth, which the log keeps', async () => {
    service.answers.set('POST /sessions/A/message', (_, response) => {
      const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
      json(response, `{"success":true,"processed":true,"response":${deep}}`)
    })
    await grid(page).getByRole('row').filter({ hasText: 'Auth' }).click()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByRole('textbox', { name: 'Handler' }).fill('ping')
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await dialog.getByText('the client replied').waitFor()
    await dialog.getByRole('button', { name: 'Close', exact: true }).first().click()
    await app.close()
    await launch()
    await showSection(page, 'Action log')
    await log(page).getByText('the client replied').first().waitFor()
    await showSection(page, 'Sessions')
  })

  it('of a service is unknown when the watching ends under it', async () => {
    let arrived = () => {}
    const onWire = new Promise<void>((resolve) => {
      arrived = resolve
    })
    service.answers.set('POST /scripts/S/toggle', () => arrived())
    const input = { accountId: await accountId('luaauth'), scriptId: 'S', enabled: false }
    const asked = page.evaluate((toggle) => globalThis.sessiondeck.request('script.toggle', toggle), input)
    await onWire
    await endNextThread(app.app)
    await page.evaluate(() => globalThis.sessiondeck.request('health.list', undefined))
    expect(await asked).toMatchObject({
      ok: false,
      error: { kind: 'outcome-unknown', message: expect.stringContaining('not known whether') },
    })
    await showSection(page, 'Action log')
    await expect
      .poll(() => log(page).innerText())
      .toMatch(/Script switch[\s\S]*outcome unknown[\s\S]*Sessiondeck ended before the answer came/)
    expect(service.times('POST /scripts/S/toggle')).toBe(1)
    await showSection(page, 'Sessions')
  })

  it('is recorded anew, and said, when the file of the log was deleted meanwhile', async () => {
    for (const ending of ['', '-wal', '-shm'])
      await rm(path.join(folder, 'user-data', `history.db${ending}`), { force: true })
    const key = `${await accountId('luaauth')}:A`
    const message = { kind: 'handler', handler: 'after_deletion', data: null }
    // The watching began anew, and may not have listed the session yet.
    await expect
      .poll(() =>
        page.evaluate((input) => globalThis.sessiondeck.request('session.message', input), { key, message }),
      )
      .toMatchObject({ ok: true })
    await showSection(page, 'Action log')
    await log(page).getByRole('alert').filter({ hasText: 'was deleted' }).waitFor()
    await log(page).getByText('after_deletion').first().waitFor()
    await showSection(page, 'Sessions')
  })

  it('is what a second disconnect speaks of', async () => {
    const key = `${await accountId('luaauth')}:A`
    await app.close()
    const file = path.join(folder, 'user-data', 'history.db')
    const history = new History({ file, now: Date.now, warn: (line) => expect.fail(line) })
    const error = { kind: 'outcome-unknown', message: 'It could not be confirmed.' } as const
    const action = loggedAction('earlier', {
      kind: 'disconnect',
      provider: 'luaauth',
      sessionKey: key,
      requestedAt: Date.now() - 120_000,
      outcome: { kind: 'unknown', error },
    })
    history.use((database) => writeActions(database, [{ action }]))
    history.close()
    await launch()
    await grid(page).getByRole('row').filter({ hasText: 'Auth' }).click()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect session' })
    await expect
      .poll(() => dialog.innerText())
      .toMatch(/Disconnected before, \d+ m ago. It could not be confirmed. Disconnect sends one more request/)
    await app.screenshot('outcomes-second-disconnect')
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(service.times('POST /sessions/A/disconnect')).toBe(1)
    expect(await app.windowErrors()).toEqual([])
  })
})
