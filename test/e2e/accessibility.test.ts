import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { JUNKIE_SCRIPT_IDS } from '../../src/demo/junkie'
import { SSH_LOGIN } from '../../src/demo/workspace'
import { accessibilityFindings } from '../harness/axe'
import { rows, search } from '../harness/bulk-window'
import { type DemoWindow, details, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

/** Looks at one view after the other; what was found of all of them is told at once. */
class Audit {
  readonly #page: Page
  #found: string[] = []

  constructor(page: Page) {
    this.#page = page
  }

  /** Looks at the whole window. */
  async look(view: string): Promise<void> {
    await this.#look(view, 'html')
  }

  /** Looks at the menu, popover or dialog that is open over what was looked at before. */
  async lookAtPopup(view: string): Promise<void> {
    await this.#look(view, '#popups')
  }

  /** What was found since the last time. */
  take(): string[] {
    const found = this.#found
    this.#found = []
    return found
  }

  async #look(view: string, within: string): Promise<void> {
    const found = await accessibilityFindings(this.#page, within)
    this.#found.push(...found.map((each) => `${view}, ${each}`))
  }
}

describe.skipIf(!hasDesktop)('accessibility of the desk', () => {
  let desk: DemoWindow
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let audit: Audit

  beforeAll(async () => {
    desk = await openDemoWindow({
      seed: 11,
      rateLimits: false,
      luaprotRemovalDelayMs: 60_000,
      population: { luaprot: 14, luaauth: 8, junkie: 60, vsay: 4 },
    })
    ;({ demo, app, page } = desk)
    audit = new Audit(page)
    await rows(page).nth(10).waitFor()
  })
  afterAll(async () => desk?.close())

  const dialog = () => page.getByRole('dialog')
  const section = (name: string) =>
    page.getByRole('list', { name: 'Sections' }).getByRole('button', { name, exact: true }).click()
  const dismiss = async () => {
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  }
  /** Narrows the list to one account and opens its first row. */
  const openRow = async (text: string) => {
    await search(page).fill(text)
    await rows(page).filter({ hasText: text }).first().click()
    await details(page).getByText('Updated').waitFor()
  }

  it('the list, what narrows it, and its menus', async () => {
    await audit.look('list')
    await page.getByRole('button', { name: 'Service' }).click()
    await audit.look('filter menu')
    await page.getByRole('menuitemcheckbox', { name: 'LuaProt' }).click()
    await page.keyboard.press('Escape')
    await audit.look('narrowed list')
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'Columns' }).click()
    await audit.lookAtPopup('columns')
    await page.keyboard.press('Escape')
    for (const [column, kind] of [
      ['User', 'text'],
      ['State', 'choice'],
    ]) {
      await grid(page).getByRole('columnheader', { name: column, exact: true }).hover()
      await page.getByRole('button', { name: `Filter ${column}` }).click()
      await audit.lookAtPopup(`filter of a column, ${kind}`)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: /^Actions for all/ }).click()
    await audit.lookAtPopup('everything shown')
    await page.keyboard.press('Escape')
    await rows(page).first().click({ button: 'right' })
    await audit.lookAtPopup('menu of a row')
    await page.keyboard.press('Escape')
    await search(page).fill('nobody has this name')
    await page.getByRole('heading', { name: 'No matching sessions' }).waitFor()
    await audit.look('empty list')
    await search(page).fill('')
    expect(audit.take()).toEqual([])
  })

  it('rows that came, left, or are on their way', async () => {
    const leaver = demo.crowds.luaprot.arrive('leaving_person')
    await rows(page).filter({ hasText: 'leaving_person' }).waitFor()
    await rows(page).nth(2).hover()
    demo.crowds.luaprot.leave(leaver.id)
    demo.crowds.luaprot.arrive('waiting_person')
    await page.getByRole('button', { name: /^\d+ new$/ }).waitFor()
    await rows(page).filter({ hasText: 'leaving_person' }).filter({ hasText: 'left' }).waitFor()
    await audit.look('held list')
    await page.getByRole('button', { name: /^\d+ new$/ }).click()
    await search(page).hover()
    demo.behave('vsay', '401')
    await rows(page).filter({ hasText: /stale/ }).first().waitFor()
    await audit.look('stale rows')
    demo.behave('vsay', 'normal')
    await rows(page).first().focus()
    await page.keyboard.press('Control+a')
    await page.getByRole('region', { name: 'Selection' }).waitFor()
    await audit.look('selection')
    await page.getByRole('button', { name: 'Clear selection' }).click()
    expect(audit.take()).toEqual([])
  })

  it('the navigation, open and folded', async () => {
    await page.getByRole('button', { name: 'Actions for Hub One' }).press('Enter')
    await audit.lookAtPopup('menu of an account')
    await page.keyboard.press('Escape')
    const account = page.getByRole('list', { name: 'Accounts' }).getByText('Hub One', { exact: true })
    await account.click({ button: 'right' })
    await audit.lookAtPopup('menu at an account')
    await page.keyboard.press('Escape')
    await account.hover()
    await page
      .getByText('Copy heartbeat as curl')
      .or(page.getByLabel('Copy heartbeat as curl'))
      .first()
      .waitFor()
    await audit.look('health card')
    await page.mouse.move(640, 400)
    await page.getByRole('button', { name: 'Add SSH hosts' }).click()
    await audit.lookAtPopup('menu of hosts')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+b')
    await page.getByRole('button', { name: 'Unfold navigation' }).waitFor()
    await audit.look('folded navigation')
    await page.keyboard.press('Control+b')
    expect(audit.take()).toEqual([])
  })

  it('the details and the dialogs about a session', async () => {
    await openRow('Hub One')
    await audit.look('details')
    await details(page).getByRole('button', { name: 'Reveal all personal data' }).click()
    await audit.look('details, revealed')
    await details(page).getByRole('button', { name: 'Copy as curl' }).click()
    await audit.lookAtPopup('menu of requests')
    await page.keyboard.press('Escape')
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    await audit.look('message')
    await dialog().getByRole('textbox').fill('x'.repeat(101))
    await dialog().getByRole('button', { name: 'Send' }).click()
    await audit.lookAtPopup('message, refused')
    await dismiss()
    await details(page).getByRole('button', { name: 'Export details…' }).click()
    await audit.lookAtPopup('export of details')
    await dismiss()
    await details(page).getByRole('button', { name: 'Disconnect', exact: true }).click()
    await audit.lookAtPopup('disconnect')
    await dialog().getByRole('button', { name: 'Disconnect', exact: true }).click()
    await details(page).getByText('Accepted').waitFor()
    await audit.look('disconnecting')
    await openRow('Autofarm')
    await details(page).getByRole('button', { name: 'Message', exact: true }).click()
    await dialog()
      .getByLabel(/handler/i)
      .fill('ping')
    await audit.lookAtPopup('handler')
    await dialog().getByRole('button', { name: 'Send' }).click()
    await dialog()
      .getByText(/the client replied/)
      .first()
      .waitFor()
    await audit.lookAtPopup('answer')
    await dismiss()
    await openRow('Ops')
    await details(page).getByRole('button', { name: 'Logs' }).click()
    await dialog()
      .getByText(/\d+ lines/)
      .waitFor()
    await dialog().getByRole('textbox', { name: 'Find in the logs' }).fill('up')
    await audit.lookAtPopup('logs')
    await dismiss()
    await details(page).getByRole('button', { name: 'Close details' }).click()
    await search(page).fill('')
    expect(audit.take()).toEqual([])
  })

  it('bulk actions, their toasts and their results', async () => {
    await page.getByRole('button', { name: 'Actions for Hub One' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Message, wait, disconnect…' }).click()
    await dialog().getByRole('textbox', { name: 'Message' }).fill('Hello {user}')
    await dialog()
      .getByText(/^Reaches/)
      .waitFor()
    await audit.lookAtPopup('bulk')
    await dialog().getByRole('button', { name: 'Save as template…' }).click()
    await audit.lookAtPopup('name of a template')
    await dialog().getByRole('button', { name: 'Back' }).click()
    await dialog().getByRole('textbox', { name: 'Message' }).fill('Hello')
    await dialog()
      .getByText(/^Reaches/)
      .waitFor()
    await dialog()
      .getByRole('textbox', { name: /to confirm/ })
      .fill('Hub One')
    await dialog()
      .getByRole('button', { name: /^Message and disconnect/ })
      .click()
    const bars = page.getByRole('region', { name: 'Bulk actions' })
    await bars.getByText(/Disconnecting in/).waitFor()
    await audit.look('bulk action under way')
    await bars.getByRole('button', { name: 'Cancel disconnect' }).click()
    const toasts = page.getByRole('region', { name: 'Notifications' })
    await toasts.getByText(/^Stopped:/).hover()
    await audit.look('toast')
    await toasts.getByRole('button', { name: 'Results' }).click()
    await dialog().getByRole('grid', { name: 'Results' }).waitFor()
    await audit.lookAtPopup('results')
    await dismiss()
    expect(audit.take()).toEqual([])
  })

  it('finding a person', async () => {
    await page.keyboard.press('Control+Shift+k')
    await audit.lookAtPopup('find a person')
    demo.crowds.luaprot.arrive('twofold_person')
    demo.crowds.luaprot.arrive('twofold_person')
    await expect
      .poll(async () => {
        await dialog().getByRole('textbox').fill('twofold_person')
        await page.keyboard.press('Enter')
        return dialog().getByRole('button', { name: 'Message all…' }).count()
      })
      .toBe(1)
    await audit.lookAtPopup('a person found')
    await dialog().getByRole('button', { name: 'Message all…' }).click()
    await page.getByRole('dialog', { name: 'Message' }).waitFor()
    await audit.lookAtPopup('a dialog over another')
    await page.keyboard.press('Escape')
    await dismiss()
    expect(audit.take()).toEqual([])
  })

  it('the palette', async () => {
    await page.keyboard.press('Control+k')
    await dialog().getByRole('group', { name: 'Accounts' }).waitFor()
    await audit.lookAtPopup('palette')
    await page.keyboard.type('twofold')
    await dialog().getByRole('group', { name: 'Live sessions' }).waitFor()
    await audit.lookAtPopup('palette, searched')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('"')
    await dialog().getByText('Nothing matches.').waitFor()
    await audit.lookAtPopup('palette without a match')
    await dismiss()
    expect(audit.take()).toEqual([])
  })

  it('exports, settings and the sheet of shortcuts', async () => {
    await page.getByRole('button', { name: 'Export sessions…' }).click()
    await audit.lookAtPopup('export of sessions')
    await dialog().getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option').first().waitFor()
    await audit.look('open choice')
    await page.keyboard.press('Escape')
    await dismiss()
    await page.keyboard.press('Control+,')
    await dialog().waitFor()
    await audit.lookAtPopup('settings')
    await dismiss()
    await page.keyboard.press('F1')
    await dialog().waitFor()
    await audit.lookAtPopup('shortcuts')
    await dismiss()
    expect(audit.take()).toEqual([])
  })

  it('the look-up', async () => {
    await section('Look up')
    const form = page.getByRole('region', { name: 'Look up' })
    await form.getByRole('button', { name: 'Look up' }).waitFor()
    await audit.look('look-up')
    await form.getByRole('button', { name: 'Look up' }).click()
    await form.locator('[aria-invalid=true]').waitFor()
    await audit.look('look-up, refused')
    for (const account of ['Autofarm', 'Junkie', 'Ops']) {
      await form.getByRole('combobox', { name: 'Account' }).click()
      await page.getByRole('option', { name: account }).click()
      await audit.look(`look-up at ${account}`)
    }
    await form.getByRole('button', { name: 'Look up' }).click()
    await page.getByRole('grid', { name: 'Sessions found' }).waitFor()
    await audit.look('sessions found')
    expect(audit.take()).toEqual([])
  })

  it('the scripts', async () => {
    await section('Scripts')
    await page.getByRole('slider', { name: 'Day' }).waitFor()
    await page.getByText('As a table').click()
    await audit.look('script')
    await page.getByRole('button', { name: 'Update source…' }).click()
    await dialog().getByRole('textbox', { name: 'Source' }).fill('print(data.text)))\nif then')
    await audit.lookAtPopup('source')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Replace the source' }).waitFor()
    await audit.lookAtPopup('replace a source')
    await page.getByRole('button', { name: 'Replace it' }).click()
    await dialog()
      .getByRole('button', { name: /^Go to line/ })
      .first()
      .waitFor()
    await audit.lookAtPopup('source, refused')
    await page.keyboard.press('Escape')
    await dismiss()
    await page.getByRole('switch', { name: 'Enabled' }).click()
    await dialog().waitFor()
    await audit.lookAtPopup('disable')
    await dismiss()
    await page.getByRole('button', { name: 'Remove script…' }).click()
    await audit.lookAtPopup('remove a script')
    await dismiss()
    await page.getByRole('button', { name: 'Overview' }).click()
    await audit.look('scripts of Junkie')
    await page
      .getByRole('navigation', { name: 'Scripts by account' })
      .getByRole('button', { name: JUNKIE_SCRIPT_IDS[0] })
      .click()
    await page.getByRole('button', { name: 'Load all pages now' }).click()
    await page.getByRole('grid', { name: 'Sessions found' }).waitFor()
    await audit.look('all pages')
    await page.getByRole('button', { name: /this script a name/ }).click()
    await audit.look('name of a script')
    await page.keyboard.press('Escape')
    expect(audit.take()).toEqual([])
  })

  it('the machines', async () => {
    await section('Machines')
    await page.getByRole('region', { name: 'Top machines' }).waitFor()
    await page.getByRole('grid', { name: 'Machines' }).waitFor()
    await audit.look('machines')
    await page.getByRole('grid', { name: 'Machines' }).getByRole('row').nth(1).click()
    await page.getByRole('grid', { name: 'Sessions on the machine' }).waitFor()
    await audit.look('machine')
    await page
      .getByRole('grid', { name: 'Sessions on the machine' })
      .getByRole('row')
      .nth(1)
      .click({ button: 'right' })
    await audit.lookAtPopup('menu of a session on a machine')
    await page.keyboard.press('Escape')
    expect(audit.take()).toEqual([])
  })

  it('the action log', async () => {
    await section('Action log')
    const entry = page.getByRole('grid', { name: 'Actions' }).getByRole('row').nth(1)
    await entry.waitFor()
    await audit.look('log')
    await page.getByRole('button', { name: 'Bulk action' }).click()
    await audit.lookAtPopup('filter of the log')
    await page.keyboard.press('Escape')
    await entry.click()
    await dialog().waitFor()
    await audit.lookAtPopup('action')
    await dismiss()
    await page.getByRole('button', { name: 'Export the log…' }).click()
    await audit.lookAtPopup('export of the log')
    await dismiss()
    await section('Sessions')
    expect(audit.take()).toEqual([])
  })

  it('presenting', async () => {
    await page.keyboard.press('Control+Shift+P')
    await page.getByText('Presentation mode.', { exact: true }).waitFor()
    await openRow('Hub One')
    await audit.look('presentation')
    await details(page).getByRole('button', { name: 'Close details' }).click()
    await search(page).fill('')
    await page.keyboard.press('Control+Shift+P')
    expect(audit.take()).toEqual([])
  })

  it('the terminals', async () => {
    await page.keyboard.press('Control+Backquote')
    await page.getByRole('heading', { name: 'No terminal is open' }).waitFor()
    await audit.look('no terminal')
    await page.getByRole('button', { name: 'Demo host', exact: true }).first().click()
    await page.getByRole('button', { name: 'Trust and connect' }).waitFor()
    await audit.lookAtPopup('host key')
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    const password = page.locator('input[type=password]')
    await password.waitFor()
    await audit.lookAtPopup('password')
    await password.fill(SSH_LOGIN.password)
    await page.keyboard.press('Enter')
    const pane = page.getByRole('region', { name: /^Terminal .*, live\./ })
    await pane.waitFor()
    for (const command of ['colours', 'help']) {
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
    }
    await expect.poll(() => pane.innerText()).toContain('flood')
    await audit.look('terminal')
    await page.keyboard.type('clear')
    await page.keyboard.press('Enter')
    await expect.poll(() => pane.innerText()).not.toContain('flood')
    await page.keyboard.type('help')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Shift+KeyF')
    await page.getByRole('textbox', { name: 'Find in the terminal' }).fill('help')
    await audit.look('search in a terminal')
    await page.keyboard.press('Escape')
    await pane.click({ button: 'right' })
    await audit.lookAtPopup('menu of a terminal')
    await page.keyboard.press('Escape')
    const tab = page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
    await tab.click({ button: 'right' })
    await audit.lookAtPopup('menu of a tab')
    await page.keyboard.press('Escape')
    await tab.dblclick()
    await page.getByRole('textbox', { name: 'Name of the tab' }).waitFor()
    await audit.look('name of a tab')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'New terminal' }).click()
    await audit.lookAtPopup('menu of new terminals')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Terminal settings' }).click()
    await audit.lookAtPopup('terminal settings')
    await dismiss()
    await app.app.evaluate(({ clipboard }) => clipboard.writeText('echo one\necho two\n'))
    await pane.locator('textarea').focus()
    await page.keyboard.press('Control+Shift+KeyV')
    await dialog().waitFor()
    await audit.lookAtPopup('paste')
    await dismiss()
    await pane.locator('textarea').focus()
    await page.keyboard.press('Control+Shift+KeyD')
    await password.waitFor()
    await dismiss()
    await page
      .getByRole('button', { name: /^(Connect|Reconnect)/ })
      .first()
      .waitFor()
    await audit.look('split terminal')
    for (const name of [/^Terminals instead of the list/, /^Terminals over the whole window/]) {
      await page.getByRole('button', { name }).click()
      await audit.look(`${name}`)
    }
    await page.getByRole('button', { name: 'Show the whole window again' }).click()
    await page.getByRole('button', { name: 'Fold the terminals' }).click()
    await audit.look('folded terminals')
    expect(audit.take()).toEqual([])
  })
})

describe.skipIf(!hasDesktop)('accessibility of the first minute', () => {
  it('the demo, that says that it is one, and the way past its navigation', async () => {
    const demo = await launchApp({ args: ['--demo'] })
    try {
      await demo.window.getByRole('region', { name: 'Demo' }).waitFor()
      await rows(demo.window).nth(10).waitFor()
      const skip = demo.window.getByRole('button', { name: 'Skip to the list' })
      await skip.focus()
      const audit = new Audit(demo.window)
      await audit.look('demo')
      expect(audit.take()).toEqual([])
    } finally {
      await demo.close()
    }
  })

  it('the question about notifications', async () => {
    const demo = await startDemo({
      churn: false,
      population: { luaprot: 3, luaauth: 1, junkie: 1, vsay: 1 },
    })
    const settings = { ...demo.workspace.settings, notifications: false, notificationsAsked: false }
    const app = await launchApp({ config: { ...demo.workspace, settings } })
    try {
      await app.window.getByRole('region', { name: 'Notifications question' }).waitFor()
      const audit = new Audit(app.window)
      await audit.look('question about notifications')
      expect(audit.take()).toEqual([])
    } finally {
      await app.close()
      await demo.stop()
    }
  })
})

describe.skipIf(!hasDesktop)('accessibility of an empty workspace', () => {
  let app: LaunchedApp
  let page: Page
  let audit: Audit

  beforeAll(async () => {
    app = await launchApp()
    page = app.window
    audit = new Audit(page)
    await page.getByRole('main', { name: 'Welcome' }).waitFor()
  })
  afterAll(() => app?.close())

  it('the welcome, and adding the first account and host', async () => {
    await audit.look('welcome')
    await page.getByRole('button', { name: 'Add account' }).click()
    const dialog = page.getByRole('dialog')
    for (const provider of ['LuaProt', 'LuaAuth', 'Junkie', 'VSay']) {
      await dialog.getByRole('radio', { name: provider }).click({ force: true })
      await audit.lookAtPopup(`account at ${provider}`)
    }
    await dialog.getByText('Address, headers and limits').click()
    await dialog.getByRole('button', { name: 'Add a header' }).click()
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('')
    await dialog.getByRole('button', { name: 'Add account' }).click()
    await audit.lookAtPopup('account, refused')
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Night shift')
    await dialog.getByRole('button', { name: 'Remove header 1' }).click()
    await dialog.getByLabel('Key', { exact: true }).fill('some-key')
    await dialog.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1')
    await dialog.getByRole('button', { name: 'Test' }).click()
    await dialog.getByText(/connection|reach/i).waitFor()
    await audit.lookAtPopup('account, tested')
    await dialog.getByRole('button', { name: 'Add account' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('navigation').waitFor()
    await page
      .getByText(/No connection|Can’t connect/)
      .first()
      .waitFor()
    await audit.look('an account without connection')
    await page.getByRole('button', { name: 'Edit Night shift' }).click()
    await audit.lookAtPopup('edited account')
    await dialog.getByRole('button', { name: 'Remove…' }).click()
    await page.getByRole('dialog', { name: 'Remove account' }).waitFor()
    await audit.lookAtPopup('remove an account')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    for (const name of ['Look up', 'Scripts', 'Machines', 'Action log']) {
      await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name, exact: true }).click()
      await page.getByRole('region', { name, exact: true }).waitFor()
      await audit.look(`empty: ${name}`)
    }
    await page.getByRole('button', { name: 'Add SSH hosts' }).click()
    await page.getByRole('menuitem', { name: /^Import/ }).click()
    await dialog.waitFor()
    await audit.lookAtPopup('import of hosts')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add SSH hosts' }).click()
    await page.getByRole('menuitem', { name: /^Add/ }).click()
    await dialog.getByRole('textbox', { name: 'Host', exact: true }).fill('build.example')
    await dialog.getByRole('textbox', { name: 'User', exact: true }).fill('me')
    await dialog.getByText('Keys, jump hosts, forwards').click()
    await audit.lookAtPopup('host')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Edit build.example' }).click()
    await dialog.getByRole('button', { name: 'Remove…' }).click()
    await page.getByRole('dialog', { name: 'Remove SSH host' }).waitFor()
    await audit.lookAtPopup('remove a host')
    expect(audit.take()).toEqual([])
  })
})
