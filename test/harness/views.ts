import type { Page } from 'playwright-core'
import { SSH_LOGIN } from '../../src/demo/workspace'
import { actionLogText } from '../../src/shared/text/action-log'
import { bulkDialogsText } from '../../src/shared/text/bulk-dialogs'
import { columnsText } from '../../src/shared/text/columns'
import { commonText } from '../../src/shared/text/common'
import { findPersonText } from '../../src/shared/text/find-person'
import { frameText } from '../../src/shared/text/frame'
import { lookupText } from '../../src/shared/text/lookup'
import { machinesText } from '../../src/shared/text/machines'
import { messageFormText } from '../../src/shared/text/message-form'
import { navigationText } from '../../src/shared/text/navigation'
import { paletteDialogText } from '../../src/shared/text/palette-dialog'
import { presentationText } from '../../src/shared/text/presentation'
import { scriptSourceText } from '../../src/shared/text/script-source'
import { scriptsText } from '../../src/shared/text/scripts'
import { servicesText } from '../../src/shared/text/services'
import { sessionActionsText } from '../../src/shared/text/session-actions'
import { sessionDetailsText } from '../../src/shared/text/session-details'
import { sessionListText } from '../../src/shared/text/session-list'
import { settingsText } from '../../src/shared/text/settings'
import { terminalText } from '../../src/shared/text/terminal'
import { details, grid } from './demo-window'

export type Size = { width: number; height: number }

export const usual: Size = { width: 1280, height: 800 }
export const large: Size = { width: 1920, height: 1080 }
/** The smallest at which nothing may overlap. */
export const small: Size = { width: 1024, height: 700 }

/** The search above the list. */
export const search = (page: Page) => page.getByRole('searchbox', { name: sessionListText.search })

/** One view: how to get there from the bare list, and how to get back. */
export type View = {
  name: string
  /** In which it is drawn besides the usual one. */
  sizes?: readonly Size[]
  open(page: Page): Promise<void>
  close(page: Page): Promise<void>
}

/** Leaves the open dialog. */
export const dismiss = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // The focus goes back to the button, whose ring would be in the next picture.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
}

async function openRow(page: Page, name: string) {
  await page.getByRole('row').filter({ hasText: name }).first().click()
  await details(page).getByText(sessionDetailsText.updated).waitFor()
}

/** Two brackets too many, so that the parser has something to say. */
const brokenSource = [
  'local farm = require(script.Farm)',
  '',
  'farm.start({ plots = 6 })',
  'la_handle("say", function(data)',
  '\tprint(data.text)))',
  'end)',
  '',
].join('\n')

/** What can be gone to and come back from, in an order that nothing depends on. */
export const views: readonly View[] = [
  { name: 'list', sizes: [large], open: async () => {}, close: async () => {} },
  {
    name: 'details',
    sizes: [large, small],
    open: (page) => openRow(page, 'Hub One'),
    close: async (page) => details(page).getByRole('button', { name: sessionDetailsText.close }).click(),
  },
  {
    name: 'search',
    open: (page) => search(page).fill('ka'),
    close: (page) => search(page).fill(''),
  },
  {
    name: 'scripts',
    sizes: [small],
    async open(page) {
      await page.getByRole('button', { name: frameText.scripts, exact: true }).click()
      await page.getByRole('slider', { name: scriptsText.day }).waitFor()
    },
    close: async (page) => page.getByRole('button', { name: frameText.sessions, exact: true }).click(),
  },
  {
    name: 'scripts-source',
    async open(page) {
      await page.getByRole('button', { name: frameText.scripts, exact: true }).click()
      await page.getByRole('button', { name: scriptsText.updateSource }).click()
      const box = page.getByRole('dialog', { name: scriptSourceText.title })
      await box.getByRole('textbox', { name: scriptSourceText.source }).fill(brokenSource)
      await page.keyboard.press('Control+Enter')
      await box.getByRole('button', { name: scriptSourceText.goToLine(5) }).click()
    },
    async close(page) {
      await page.getByRole('textbox', { name: scriptSourceText.source }).fill('')
      // In the editor the first Esc is Tab's.
      await page.keyboard.press('Escape')
      await dismiss(page)
      await page.getByRole('button', { name: frameText.sessions, exact: true }).click()
    },
  },
  {
    name: 'scripts-junkie',
    async open(page) {
      await page.getByRole('button', { name: frameText.scripts, exact: true }).click()
      await page.getByRole('button', { name: scriptsText.overview }).click()
    },
    async close(page) {
      await page.getByRole('button', { name: 'Autofarm' }).last().click()
      await page.getByRole('button', { name: frameText.sessions, exact: true }).click()
    },
  },
  {
    name: 'lookup',
    sizes: [small],
    async open(page) {
      await page.getByRole('button', { name: frameText.lookup, exact: true }).first().click()
      const desk = page.getByRole('region', { name: lookupText.title })
      await desk.getByRole('combobox', { name: lookupText.account }).click()
      await page.getByRole('option', { name: 'Ops' }).click()
      await desk.getByRole('button', { name: lookupText.lookUp }).click()
      const found = page.getByRole('grid', { name: lookupText.found })
      await found.getByRole('row').filter({ hasText: servicesText.over }).nth(2).click()
      await details(page).getByText(sessionDetailsText.updated).waitFor()
    },
    async close(page) {
      await details(page).getByRole('button', { name: sessionDetailsText.close }).click()
      await page.getByRole('button', { name: frameText.sessions, exact: true }).click()
    },
  },
  {
    name: 'machines',
    sizes: [small],
    async open(page) {
      await page.getByRole('button', { name: frameText.machines, exact: true }).click()
      await page.getByRole('region', { name: machinesText.topMachines }).waitFor()
      await page.getByText(machinesText.loadingEnded).waitFor({ state: 'detached' })
    },
    close: async (page) => page.getByRole('button', { name: frameText.sessions, exact: true }).click(),
  },
  {
    name: 'machine',
    async open(page) {
      await page.getByRole('button', { name: frameText.machines, exact: true }).click()
      await page.getByRole('grid', { name: machinesText.title }).getByRole('row').nth(1).click()
      await page.getByRole('grid', { name: machinesText.sessionsTable }).waitFor()
    },
    close: async (page) => page.getByRole('button', { name: frameText.sessions, exact: true }).click(),
  },
  {
    name: 'presentation',
    async open(page) {
      await page.keyboard.press('Control+Shift+P')
      await page.getByText(presentationText.title, { exact: true }).waitFor()
      await openRow(page, 'Hub One')
    },
    async close(page) {
      await details(page).getByRole('button', { name: sessionDetailsText.close }).click()
      await page.getByRole('button', { name: presentationText.turnOff }).click()
      await page.getByText(presentationText.title, { exact: true }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'person',
    sizes: [small],
    async open(page) {
      const row = page.getByRole('row').filter({ hasText: 'Hub One' }).first()
      const name = await row.getByRole('gridcell').first().innerText()
      await page.keyboard.press('Control+Shift+k')
      const box = page.getByRole('dialog', { name: findPersonText.title })
      await box.getByRole('textbox').fill(name.trim())
      await page.keyboard.press('Enter')
      await box.getByRole('region', { name: findPersonText.accounts }).waitFor()
    },
    close: dismiss,
  },
  {
    name: 'palette',
    async open(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: paletteDialogText.title }).getByRole('combobox').fill('te')
      await page.getByRole('group', { name: paletteDialogText.sessions }).waitFor()
    },
    close: dismiss,
  },
  {
    name: 'shortcuts',
    sizes: [small],
    async open(page) {
      await page.keyboard.press('F1')
      await page.getByRole('dialog', { name: settingsText.shortcutsTitle }).waitFor()
    },
    close: dismiss,
  },
  {
    name: 'filters',
    async open(page) {
      await page.getByRole('button', { name: columnsText.service }).click()
      await page.getByRole('menuitemcheckbox', { name: 'LuaProt' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'VSay' }).click()
    },
    async close(page) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: sessionListText.clearFilters }).click()
    },
  },
  {
    name: 'message',
    async open(page) {
      await openRow(page, 'Hub One')
      await details(page).getByRole('button', { name: sessionActionsText.message, exact: true }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('Update 2.1 is out. Please rejoin.')
    },
    async close(page) {
      await dismiss(page)
      await details(page).getByRole('button', { name: sessionDetailsText.close }).click()
    },
  },
  {
    name: 'handler',
    async open(page) {
      await openRow(page, 'Autofarm')
      await details(page).getByRole('button', { name: sessionActionsText.message, exact: true }).click()
      await page.getByRole('dialog').getByLabel(messageFormText.handler).fill('ping')
    },
    async close(page) {
      await dismiss(page)
      await details(page).getByRole('button', { name: sessionDetailsText.close }).click()
    },
  },
  {
    name: 'disconnect',
    async open(page) {
      await openRow(page, 'Hub One')
      await details(page).getByRole('button', { name: sessionActionsText.disconnect, exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    async close(page) {
      await dismiss(page)
      await details(page).getByRole('button', { name: sessionDetailsText.close }).click()
    },
  },
  {
    name: 'bulk',
    async open(page) {
      await page.getByRole('button', { name: navigationText.actionsFor('Hub One') }).click()
      await page.getByRole('menuitem', { name: navigationText.messageWaitDisconnect }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('textbox', { name: messageFormText.message })
        .fill('Hello {user}, we restart in a minute.')
      await dialog.getByText(new RegExp(bulkDialogsText.reaches(2).replace('2', '\\d+'))).waitFor()
    },
    close: dismiss,
  },
  {
    name: 'settings',
    async open(page) {
      await page.getByRole('button', { name: navigationText.settings }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: dismiss,
  },
]

/** Messages two people and disconnects a third, so that the log has something to show. */
export async function actOnThree(page: Page): Promise<void> {
  const rows = grid(page).getByRole('row').filter({ hasText: 'Hub One' })
  const keys = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-key')))
  for (const [index, text] of ['Update 2.1 is out. Please rejoin.', 'Welcome back!'].entries())
    await page.evaluate((input) => globalThis.sessiondeck.request('session.message', input), {
      key: keys[index],
      message: { kind: 'text', text },
    })
  await page.evaluate((key) => globalThis.sessiondeck.request('session.disconnect', { key }), keys[2])
  // What was just done is told in toasts, which are not the view.
  const toasts = page.getByRole('button', { name: commonText.dismiss })
  await toasts.nth(1).waitFor()
  while ((await toasts.count()) > 0) await toasts.first().click()
}

/** The log after {@link actOnThree}. */
export const log: View = {
  name: 'log',
  sizes: [small],
  async open(page) {
    await section(page, frameText.log)
    await loggedRow(page).waitFor()
  },
  close: (page) => section(page, frameText.sessions),
}

/** One of its actions. */
export const loggedAction: View = {
  name: 'log-action',
  async open(page) {
    await log.open(page)
    await loggedRow(page).click()
    await page.getByRole('dialog').waitFor()
  },
  async close(page) {
    await dismiss(page)
    await log.close(page)
  },
}

const section = (page: Page, name: string) =>
  page.getByRole('list', { name: frameText.sections }).getByRole('button', { name }).click()
const loggedRow = (page: Page) =>
  page.getByRole('grid', { name: actionLogText.actions }).getByRole('row').nth(2)

/** Opens a terminal on the demo's host, with what some commands print in it. */
export async function openTerminal(page: Page, ...commands: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Demo host', exact: true }).first().click()
  await page.getByRole('button', { name: terminalText.trust }).click()
  await page.locator('input[type=password]').fill(SSH_LOGIN.password)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: `, ${terminalText.live}.` }).waitFor()
  for (const command of commands) {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
}
