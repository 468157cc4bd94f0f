import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { LUAPROT_HUB_ID } from '../../src/demo/luaprot'
import type { Visit } from '../../src/demo/world/population'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const desk = (page: Page) => page.getByRole('region', { name: 'Look up' })
const found = (page: Page) => page.getByRole('grid', { name: 'Sessions found' })
const details = (page: Page) => page.getByRole('region', { name: 'Session details' })

describe.skipIf(!hasDesktop)('look-ups', () => {
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  /** Watched by nobody: the LuaProt account here watches one other customer's key. */
  let stranger: Visit
  let watched: Visit

  beforeAll(async () => {
    demo = await startDemo({
      churn: false,
      luaprotRemovalDelayMs: 500,
      luaauthRemovalDelayMs: 500,
      population: { luaprot: 12, luaauth: 30, junkie: 130, vsay: 5 },
    })
    stranger = demo.crowds.luaprot.arrive('stranger_person')
    watched = demo.crowds.luaprot.arrive('watched_person')
    const accounts = demo.workspace.accounts.map((account) =>
      account.provider === 'luaprot'
        ? { ...account, scopes: [{ kind: 'key' as const, id: watched.person.licenceKey }] }
        : account,
    )
    app = await launchApp({ config: { ...demo.workspace, accounts } })
    page = app.window
    await page.getByRole('grid', { name: 'Live sessions' }).waitFor()
    await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name: 'Look up' }).click()
  })
  afterAll(async () => {
    await app?.close()
    await demo?.stop()
  })

  const asked = (path: RegExp, query: Record<string, string>) =>
    demo.recorded.requests.filter(
      (request) =>
        path.test(request.path) &&
        Object.entries(query).every(([name, value]) => request.query[name] === value),
    )

  async function choose(account: string): Promise<void> {
    await desk(page).getByRole('combobox', { name: 'Account' }).click()
    await page.getByRole('option', { name: account }).click()
  }
  const field = (name: string): Locator =>
    desk(page).getByLabel(name, { exact: true }).and(page.locator('input'))
  const lookUp = () => desk(page).getByRole('button', { name: 'Look up' }).click()
  const rows = () =>
    found(page)
      .getByRole('row')
      .filter({ hasNot: page.getByRole('columnheader') })

  it('looks up LuaProt by Discord id, key and hub', async () => {
    const { discordId, licenceKey } = stranger.person
    await field('Discord ID').fill(discordId)
    await desk(page).getByRole('button', { name: 'Copy as curl' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied as curl' }).waitFor()
    expect(await app.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
      `/sessions/get?discordId=${discordId}'`,
    )
    expect(asked(/\/sessions\/get$/, { discordId })).toEqual([])
    await field('Discord ID').press('Enter')
    await found(page).getByText('stranger_person').waitFor()
    expect(await rows().count()).toBe(1)
    expect(await rows().first().innerText()).toContain('Not watched')
    expect(asked(/\/sessions\/get$/, { discordId })).toMatchObject([
      { method: 'GET', path: '/api/v1/sessions/get', query: { discordId }, body: null },
    ])

    await desk(page).getByRole('tab', { name: 'Key' }).click()
    await field('Key').fill(licenceKey)
    await lookUp()
    await expect.poll(() => asked(/\/sessions\/get$/, { key: licenceKey }).length).toBe(1)
    await found(page).getByText('stranger_person').waitFor()

    await desk(page).getByRole('tab', { name: 'Hub' }).click()
    await field('Hub').fill(LUAPROT_HUB_ID)
    await lookUp()
    await found(page).getByText('watched_person').waitFor()
    expect(asked(/\/sessions\/get$/, { hubId: LUAPROT_HUB_ID })).toHaveLength(1)
    expect(await rows().count()).toBe(14)
    expect(await rows().filter({ hasText: 'watched_person' }).innerText()).toContain('Live')
  })

  it('takes a key that LuaProt does not know for a wrong input', async () => {
    await desk(page).getByRole('tab', { name: 'Key' }).click()
    await field('Key').fill('0123456789abcdef01234567')
    await lookUp()
    const answer = desk(page).getByRole('status').filter({ hasText: 'Key could not be found.' })
    await answer.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await desk(page).getByRole('alert').count()).toBe(0)
  })

  it('opens, messages and disconnects a session that no account watches, and confirms that it left', async () => {
    await desk(page).getByRole('tab', { name: 'Discord ID' }).click()
    await field('Discord ID').fill(stranger.person.discordId)
    await lookUp()
    await rows().filter({ hasText: 'stranger_person' }).click()
    await details(page).getByText('not in the list, found').waitFor()
    await details(page).getByText('Executions').waitFor()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Please rejoin')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await expect
      .poll(() => demo.recorded.messages.filter(({ sessionIds }) => sessionIds.includes(stranger.id)))
      .toMatchObject([{ text: 'Please rejoin' }])
    await rows().first().focus()
    await page.keyboard.press('Delete')
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await details(page)
      .getByText(/^Disconnected after/)
      .waitFor()
    await details(page).getByRole('button', { name: 'Close details' }).click()
  })

  it('disconnects all sessions of a person whom no account watches', async () => {
    const [first, second] = [0, 1].map(() => demo.crowds.luaprot.arrive('double_stranger'))
    await page.keyboard.press('Control+Shift+k')
    const box = page.getByRole('dialog', { name: 'Find a person' })
    await box.getByLabel(/^Discord ID, key/).fill(`<@${first?.person.discordId}>`)
    await page.keyboard.press('Enter')
    await box.getByRole('region', { name: 'Sessions' }).getByText('2 sessions').waitFor()
    await box.getByRole('button', { name: 'Disconnect all…' }).click()
    await page.getByRole('dialog').getByText('Reaches 2 sessions').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect 2 sessions' }).click()
    const cut = (id = '') =>
      demo.recorded.requests.filter(({ method, path }) => method === 'DELETE' && path.endsWith(`/${id}`))
        .length
    await expect.poll(() => [cut(first?.id), cut(second?.id)]).toEqual([1, 1])
    // No heartbeat lists them: the service is asked again, once for both.
    const outcomes = () =>
      page.evaluate(async () => {
        const ask = globalThis.sessiondeck.request
        const batches = (await ask('log.batches', undefined)) as { value: { id: string }[] }
        const items = (await ask('bulk.items', { id: batches.value[0]?.id })) as {
          value: { outcome: { kind: string } }[]
        }
        return items.value.map(({ outcome }) => outcome.kind)
      })
    await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['gone', 'gone'])
    for (let open = await page.getByRole('dialog').count(); open > 0; open -= 1)
      await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('keeps the last look-up while the person is elsewhere', async () => {
    const sections = page.getByRole('list', { name: 'Sections' })
    await sections.getByRole('button', { name: 'Sessions' }).click()
    await found(page).waitFor({ state: 'hidden' })
    await sections.getByRole('button', { name: 'Look up' }).click()
    await found(page).getByText('stranger_person').waitFor()
    expect(await field('Discord ID').inputValue()).toBe(stranger.person.discordId)
  })

  it('looks up LuaAuth by key, Roblox id, place and job, and asks nothing without a filter', async () => {
    await choose('Autofarm')
    const filterRoute = /\/sessions\/filter$/
    await field('Script').fill(LUAAUTH_SCRIPT_IDS.keyed)
    await lookUp()
    await desk(page).getByText('Enter a key, Roblox ID').waitFor()
    expect(asked(filterRoute, {})).toEqual([])

    const values = { Key: 'key', 'Roblox ID': 'roblox_id', Place: 'place_id', Job: 'job_id' }
    for (const [label, name] of Object.entries(values)) {
      await field(label).fill('8737899170')
      await lookUp()
      await expect.poll(() => asked(filterRoute, { [name]: '8737899170' }).length).toBeGreaterThan(0)
      expect(asked(filterRoute, { [name]: '8737899170' })[0]).toMatchObject({
        method: 'GET',
        path: `/scripts/${LUAAUTH_SCRIPT_IDS.keyed}/sessions/filter`,
        query: { [name]: '8737899170', from: '0', limit: '1000' },
      })
      if (name === 'place_id') await found(page).waitFor()
      else await desk(page).getByText('No sessions found').waitFor()
      await field(label).fill('')
    }
  })

  it('reads every page of a Junkie script, and searches it by user name at the service', async () => {
    await choose('Junkie')
    const script = await field('Script').evaluate(
      (input: HTMLInputElement) => input.list?.options.item(0)?.value ?? '',
    )
    await field('Script').fill(script)
    await lookUp()
    await found(page).waitFor()
    const pages = () => asked(new RegExp(`/live-users/${script}$`), {}).map(({ query }) => query.page)
    await field('User name holds').fill('a')
    await lookUp()
    await expect
      .poll(() => asked(new RegExp(`/live-users/${script}$`), { search: 'a', page: '1' }).length)
      .toBeGreaterThan(0)
    expect(pages()).toContain('1')
  })

  it('looks up VSay by status and dates, and opens an ended session with its logs', async () => {
    await choose('Ops')
    await desk(page).getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: 'Ended', exact: true }).click()
    await field('From').fill('2020-01-01')
    await lookUp()
    await found(page).waitFor()
    const from = new Date('2020-01-01T00:00').toISOString()
    expect(asked(/\/v1\/sessions$/, { status: 'ended', from })).toHaveLength(1)
    await rows().first().click()
    await details(page).getByText('Commands').waitFor()
    await expect.poll(() => details(page).innerText()).toMatch(/Left .* ago/)
    await details(page).getByRole('button', { name: 'Logs' }).click()
    await page.getByRole('dialog', { name: 'Session logs' }).getByRole('tab', { name: 'Entries' }).waitFor()
    await expect.poll(() => asked(/\/sessions\/[^/]+\/logs$/, {}).length).toBe(1)
    await page.keyboard.press('Escape')
    expect(await app.windowErrors()).toEqual([])
  })
})
