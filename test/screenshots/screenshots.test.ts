import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
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
import { rowStateText } from '../../src/shared/text/row-state'
import { scriptSourceText } from '../../src/shared/text/script-source'
import { scriptsText } from '../../src/shared/text/scripts'
import { servicesText } from '../../src/shared/text/services'
import { sessionActionsText } from '../../src/shared/text/session-actions'
import { sessionDetailsText } from '../../src/shared/text/session-details'
import { sessionListText } from '../../src/shared/text/session-list'
import { settingsText } from '../../src/shared/text/settings'
import { speak } from '../../src/shared/text/speak'
import { terminalText } from '../../src/shared/text/terminal'
import { welcomeText } from '../../src/shared/text/welcome'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

/** What is drawn is in this language: English for the documents, another one to look at it. */
const locale = process.env.SESSIONDECK_SCREENSHOTS_LANGUAGE ?? 'en'
const folder = fileURLToPath(
  new URL(
    locale === 'en' ? '../../docs/screenshots' : `../../test-results/screenshots-${locale}`,
    import.meta.url,
  ),
)
/** What the system speaks. */
const env = { LANGUAGE: locale }

const themes = ['light', 'dark'] as const
const usual = { width: 1280, height: 800 }
const large = { width: 1920, height: 1080 }
/** The smallest at which nothing may overlap. */
const small = { width: 1024, height: 700 }

const details = (page: Page) => page.getByRole('region', { name: sessionDetailsText.title })
const search = (page: Page) => page.getByRole('searchbox', { name: sessionListText.search })

/** One view: how to get there from the bare list, and how to get back. */
type View = {
  name: string
  /** Besides the usual one. */
  sizes?: readonly (typeof usual)[]
  open(page: Page): Promise<void>
  close(page: Page): Promise<void>
}

const dismiss = async (page: Page) => {
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

const views: View[] = [
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

/** Draws a view in both themes and its sizes. */
async function draw(launched: LaunchedApp, view: View) {
  const page = launched.window
  for (const size of [usual, ...(view.sizes ?? [])]) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await view.open(page)
      await page.mouse.move(size.width / 2, size.height - 4)
      await page.screenshot({ path: path.join(folder, `${view.name}-${theme}-${size.width}.png`) })
      await view.close(page)
    }
  }
}

describe.skipIf(!hasDesktop)('screenshots', () => {
  let demo: Demo
  let launched: LaunchedApp

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await speak(locale)
    demo = await startDemo({ seed: 11, churn: false })
    launched = await launchApp({ config: demo.workspace, env })
    await launched.window.getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor()
    await search(launched.window).hover()
  })
  afterAll(async () => {
    await launched?.close()
    await demo?.stop()
  })

  it.each(views)('$name', (view) => draw(launched, view))

  it('action log', async () => {
    const page = launched.window
    const keys = await page
      .getByRole('grid', { name: sessionListText.table })
      .getByRole('row')
      .filter({ hasText: 'Hub One' })
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')))
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
    const section = (name: string) =>
      page.getByRole('list', { name: frameText.sections }).getByRole('button', { name }).click()
    const row = page.getByRole('grid', { name: actionLogText.actions }).getByRole('row').nth(2)
    const open = async () => {
      await section(frameText.log)
      await row.waitFor()
    }
    const close = () => section(frameText.sessions)
    const closed = async () => {
      await dismiss(page)
      await close()
    }
    await draw(launched, { name: 'log', sizes: [small], open, close })
    await draw(launched, {
      name: 'log-action',
      open: async () => {
        await open()
        await row.click()
        await page.getByRole('dialog').waitFor()
      },
      close: closed,
    })
    await draw(launched, {
      name: 'export',
      open: async () => {
        await page.getByRole('button', { name: sessionListText.export }).click()
        await page.getByRole('dialog').waitFor()
      },
      close: () => dismiss(page),
    })
  })

  it('trouble', async () => {
    demo.behave('junkie', '502')
    demo.behave('vsay', '401')
    const page = launched.window
    for (const account of ['Ops', 'Junkie'])
      await page
        .getByRole('row')
        .filter({ hasText: account })
        .filter({ hasText: rowStateText.stale })
        .first()
        .waitFor()
    await draw(launched, {
      name: 'trouble',
      open: async () => {},
      close: async () => {},
    })
  })

  it('terminal', async () => {
    const page = launched.window
    await page.getByRole('button', { name: 'Demo host', exact: true }).first().click()
    await page.getByRole('button', { name: terminalText.trust }).click()
    await page.locator('input[type=password]').fill(SSH_LOGIN.password)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: `, ${terminalText.live}.` }).waitFor()
    for (const command of ['help', 'colours']) {
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
    }
    await draw(launched, { name: 'terminal', open: async () => {}, close: async () => {} })
  })

  it('welcome and account', async () => {
    const empty = await launchApp({ env })
    try {
      const page = empty.window
      const add = page.getByRole('button', { name: welcomeText.addAccount }).first()
      await add.waitFor()
      await draw(empty, { name: 'welcome', open: async () => {}, close: async () => {} })
      await draw(empty, {
        name: 'account',
        async open() {
          await add.click()
          await page.getByRole('dialog').waitFor()
        },
        close: dismiss,
      })
    } finally {
      await empty.close()
    }
  })
})
