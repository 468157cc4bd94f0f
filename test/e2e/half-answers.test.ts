import { afterEach, describe, expect, it } from 'vitest'
import { grid } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'
import { httpServer, type TestServer } from '../integration/http/servers'

/** What a service of a test answers: an object with 200, a text as it is, a number as a bare status. */
type Answers = (path: string) => object | string | number

async function service(answers: Answers): Promise<TestServer> {
  return httpServer((request, response) => {
    const answer = answers(new URL(request.url ?? '/', 'http://service').pathname)
    response.writeHead(typeof answer === 'number' ? answer : 200, { 'content-type': 'application/json' })
    response.end(
      typeof answer === 'object' ? JSON.stringify(answer) : typeof answer === 'string' ? answer : '{}',
    )
  })
}

/** Services that answer half: what was read counts, and what was not is said. */
describe.skipIf(!hasDesktop)('a service that answers half', () => {
  let app: LaunchedApp | undefined
  let server: TestServer | undefined

  afterEach(async () => {
    await app?.close()
    await server?.close()
    app = undefined
    server = undefined
  })

  async function open(provider: string, answers: Answers, scopes?: { kind: string; id: string }[]) {
    server = await service(answers)
    const account = { provider, label: 'Half', baseUrl: server.url, credential: 'key', scopes }
    app = await launchApp({ config: { accounts: [account], settings: { heartbeatIntervalMs: 2000 } } })
    const page = app.window
    await grid(page).waitFor()
    // Off the list, so that what comes is not held back.
    await page.getByRole('searchbox', { name: 'Search sessions' }).hover()
    return page
  }

  it('by one bad script: the others go on, its sessions are kept, and it is said which', async () => {
    const good = [{ sessionId: 'g1', robloxUsername: 'good_one' }]
    let isBad = false
    const page = await open('junkie', (path) => {
      if (path.endsWith('/live-users')) return { counts: { good: good.length, poor: 1 } }
      if (path.endsWith('/good')) return { sessions: good, total: good.length, totalPages: 1 }
      if (isBad) return 500
      return { sessions: [{ sessionId: 'p1', robloxUsername: 'poor_one' }], total: 1, totalPages: 1 }
    })
    const row = (name: string) => grid(page).getByRole('row').filter({ hasText: name })
    await row('poor_one').waitFor()
    isBad = true
    good.push({ sessionId: 'g2', robloxUsername: 'good_two' })
    await row('good_two').waitFor()
    await row('poor_one').filter({ hasText: /stale/i }).waitFor()
    expect(await row('good_one').innerText()).not.toMatch(/stale/i)
    await page
      .locator('footer')
      .getByText(/3 sessions online; script poor: Junkie .*\(500\)/)
      .waitFor()

    const account = page.getByRole('navigation').getByRole('button', { name: 'Half' })
    await account.filter({ hasText: 'partial' }).first().hover()
    await page
      .getByRole('list', { name: 'Couldn’t read' })
      .getByText(/live-users\/poor/)
      .waitFor()

    isBad = false
    await account.filter({ hasText: 'live' }).first().waitFor()
    await row('poor_one').filter({ hasNotText: /stale/i }).waitFor()
  })

  it('by odd fields and by a status nobody asked for: only the id is needed, only what is active is live', async () => {
    const sessions: object[] = [
      {
        id: 's1',
        user: { name: 'Ann' },
        status: 'active',
        started_at: 1_767_225_600,
        last_activity: 'just now',
      },
      { id: 's2', user: 'Bob', status: 'active', started_at: '2026-01-01T00:00:00' },
      { id: 's3', user: { name: 'Cid' }, status: 'closed' },
    ]
    const page = await open('vsay', () => ({ success: true, data: { sessions } }))
    const rows = grid(page).locator('[data-key]')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    await page.getByRole('navigation').getByRole('button', { name: 'Half' }).first().hover()
    await page
      .getByText('Its times are in seconds instead of the documented form; that is how they are read.')
      .waitFor()
    await page.getByText('1 session left out: listed, though not active.').waitFor()

    // A row without an id may be anybody.
    sessions.splice(0, 2, { id: null, user: { name: 'Ann' }, status: 'active' })
    sessions.push({ id: 's4', status: 'active' })
    await page
      .locator('footer')
      .getByText(/1 row could not be read, so nobody there counts as gone/)
      .waitFor()
    await expect.poll(() => rows.count()).toBe(3)
    sessions.shift()
    await expect.poll(() => rows.count()).toBe(1)
  })

  it('by a client that answers as deep as it likes: the message reads answered, and the log can be read', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    let isListed = false
    const page = await open(
      'luaauth',
      (path) => {
        if (path.endsWith('/message')) return `{"success":true,"processed":true,"response":${deep}}`
        isListed = !isListed
        return { success: true, sessions: isListed ? [{ id: 'S1', roblox_id: 10234711811 }] : [] }
      },
      [{ kind: 'script', id: 'SCRIPT' }],
    )
    await grid(page).locator('[data-key]').first().click()
    await page
      .getByRole('region', { name: 'Session details' })
      .getByRole('button', { name: 'Message' })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Handler' }).fill('ping')
    await dialog.getByRole('button', { name: /Call|Send/ }).click()
    await dialog
      .getByRole('region', { name: 'Answer' })
      .getByText(/the client replied/)
      .waitFor()
    await expect.poll(() => dialog.locator('pre').innerText()).toMatch(/^\[{1000}/)
    await page.keyboard.press('Escape')
    await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name: 'Action log' }).click()
    await page
      .getByRole('row')
      .filter({ hasText: 'ping' })
      .filter({ hasText: /the client replied/ })
      .waitFor()
    expect(await app?.windowErrors()).toEqual([])
  })
})
