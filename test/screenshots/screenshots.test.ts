import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { rowStateText } from '../../src/shared/text/row-state'
import { sessionListText } from '../../src/shared/text/session-list'
import { speak } from '../../src/shared/text/speak'
import { welcomeText } from '../../src/shared/text/welcome'
import type { DemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'
import {
  dress,
  hidePointer,
  locale,
  openStillWelcome,
  openStillWindow,
  steadyPicture,
  themes,
} from '../harness/still-window'
import {
  actOnThree,
  dismiss,
  log,
  loggedAction,
  openTerminal,
  search,
  usual,
  type View,
  views,
} from '../harness/views'

const folder = fileURLToPath(
  new URL(
    locale === 'en' ? '../../docs/screenshots' : `../../test-results/screenshots-${locale}`,
    import.meta.url,
  ),
)

/** Draws a view in both themes and its sizes. */
async function draw(page: Page, view: View) {
  for (const size of [usual, ...(view.sizes ?? [])]) {
    for (const theme of themes) {
      await dress(page, theme, size)
      await view.open(page)
      await hidePointer(page, size)
      const file = path.join(folder, `${view.name}-${theme}-${size.width}.png`)
      await writeFile(file, await steadyPicture(page))
      await view.close(page)
    }
  }
}

/** What is on screen already. */
const drawAsIs = (page: Page, name: string) =>
  draw(page, { name, open: async () => {}, close: async () => {} })

describe.skipIf(!hasDesktop)('screenshots', () => {
  let window: DemoWindow
  let page: Page

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await speak(locale)
    window = await openStillWindow()
    page = window.page
    await search(page).hover()
  })
  afterAll(() => window?.close())

  it.each(views)('$name', (view) => draw(page, view))

  it('action log', async () => {
    await actOnThree(page)
    await draw(page, log)
    await draw(page, loggedAction)
    await draw(page, {
      name: 'export',
      open: async () => {
        await page.getByRole('button', { name: sessionListText.export }).click()
        await page.getByRole('dialog').waitFor()
      },
      close: () => dismiss(page),
    })
  })

  it('trouble', async () => {
    window.demo.behave('junkie', '502')
    window.demo.behave('vsay', '401')
    for (const account of ['Ops', 'Junkie'])
      await page
        .getByRole('row')
        .filter({ hasText: account })
        .filter({ hasText: rowStateText.stale })
        .first()
        .waitFor()
    await drawAsIs(page, 'trouble')
  })

  it('terminal', async () => {
    await openTerminal(page, 'help', 'colours')
    await drawAsIs(page, 'terminal')
  })

  it('welcome and account', async () => {
    const empty = await openStillWelcome()
    try {
      await drawAsIs(empty.window, 'welcome')
      await draw(empty.window, {
        name: 'account',
        async open(page) {
          await page.getByRole('button', { name: welcomeText.addAccount }).first().click()
          await page.getByRole('dialog').waitFor()
        },
        close: dismiss,
      })
    } finally {
      await empty.close()
    }
  })
})
