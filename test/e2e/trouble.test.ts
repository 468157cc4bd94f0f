import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Behaviour } from '../../src/demo/behaviour'
import { type Demo, startDemo } from '../../src/demo/demo'
import { details, grid } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

/** What the window must say of a service in trouble, beside rows of the others. */
const troubles: { behaviour: Behaviour; says: RegExp }[] = [
  { behaviour: 'garbage', says: /ends in the middle/i },
  { behaviour: 'html', says: /web page|HTML/i },
  { behaviour: '429', says: /rate|wait/i },
  { behaviour: '401', says: /key|credential/i },
  { behaviour: 'drop', says: /can’t connect|connection/i },
  { behaviour: 'silent', says: /does not answer/i },
]

describe.skipIf(!hasDesktop)('a service in trouble', () => {
  let demo: Demo | undefined
  let app: LaunchedApp | undefined

  afterEach(async () => {
    await app?.close()
    await demo?.stop()
    app = undefined
    demo = undefined
  })

  it.each(troubles)(
    '$behaviour: the window stays usable and says what is wrong',
    async ({ behaviour, says }) => {
      demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 5, junkie: 5, vsay: 5 } })
      demo.behave('luaprot', behaviour)
      app = await launchApp({ config: demo.workspace })
      const page = app.window
      const list = page.getByRole('grid', { name: 'Live sessions' })
      await list.getByRole('row').filter({ hasText: 'Ops' }).first().waitFor()
      await expect.poll(() => page.locator('body').innerText()).toMatch(says)
      expect(await list.getByRole('row').filter({ hasText: 'Hub One' }).count()).toBe(0)

      // Off the list, so that what comes is not held back.
      await page.getByRole('searchbox', { name: 'Search sessions' }).hover()
      demo.behave('luaprot', 'normal')
      await list.getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor({ timeout: 60_000 })
    },
  )

  const hubRows = (page: Page) => grid(page).getByRole('row').filter({ hasText: 'Hub One' })
  /** Five people at LuaProt, on screen. */
  const watchHub = async (behaviour: Behaviour = 'normal') => {
    const five = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 0, junkie: 0, vsay: 0 } })
    demo = five
    five.behave('luaprot', behaviour)
    app = await launchApp({ config: five.workspace })
    await hubRows(app.window).first().waitFor()
    return { five, page: app.window, rows: hubRows(app.window) }
  }

  it('says so when a service answers that no more requests are left, and sends nothing then', async () => {
    const { five, page, rows } = await watchHub('spent')
    await expect
      .poll(() => page.locator('body').innerText())
      .toContain('LuaProt allows no more requests for now')
    await rows.first().click()
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Send message' })
    await dialog.getByRole('textbox').fill('Hello')
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await expect
      .poll(() => dialog.innerText())
      .toMatch(/no more requests for another \d+ min. Nothing was sent./)
    expect(five.recorded.messages).toEqual([])
  })

  it('keeps the rows of a service that falls silent and says how old they are', async () => {
    const { five, rows } = await watchHub()
    const before = await rows.count()
    five.behave('luaprot', 'drop')
    await expect.poll(() => rows.first().innerText()).toMatch(/stale/i)
    expect(await rows.count()).toBe(before)
  })

  it('does not say that there is no machine where the service refused to tell', async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 1, luaauth: 1, junkie: 1, vsay: 5 } })
    demo.behave('vsay', '401')
    const label = 'The sessions of our operations team, all regions'
    const accounts = demo.workspace.accounts
      .filter(({ provider }) => provider === 'vsay')
      .map((account) => ({ ...account, label }))
    app = await launchApp({ config: { ...demo.workspace, accounts } })
    const page = app.window
    await page.getByText('Key not accepted').waitFor()
    // However long its name is, that something is wrong is read.
    const word = page.getByRole('list', { name: 'Accounts' }).locator('span[data-state=refused]').first()
    expect(await word.evaluate((text) => text.clientWidth > 0 && text.scrollWidth <= text.clientWidth)).toBe(
      true,
    )
    await page.keyboard.press('Control+4')
    const machines = page.getByRole('region', { name: 'Machines', exact: true })
    await machines.getByRole('alert').waitFor()
    await machines.getByRole('heading', { name: 'No machine known' }).waitFor()
    expect(await machines.innerText()).not.toContain('Nobody has an SSH session')
    await app.screenshot('machines-refused')
  })

  it('names the path inside a config file that is wrong', async () => {
    app = await launchApp({
      config: {
        accounts: [{ provider: 'luaprot', label: 'Hub', credential: 'k', scopes: [{ kind: 'hub' }] }],
      },
    })
    await expect
      .poll(() => app?.window.locator('body').innerText())
      .toContain(
        'config.json has a mistake at accounts[0].scopes[0].id: is missing. Correct the file and start again.',
      )
  })
})
