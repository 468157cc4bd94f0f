import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'
import { compareWithKept, isAccepting, type PictureFolders } from '../harness/pictures'
import {
  dress,
  hidePointer,
  openStillWelcome,
  openStillWindow,
  steadyPicture,
  themes,
  withoutProgress,
} from '../harness/still-window'
import { actOnThree, log, openTerminal, search, small, type View, views } from '../harness/views'

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** What a person has before them most of the time. Three more below need something done first. */
const names = ['list', 'details', 'lookup', 'scripts', 'machines', 'person', 'palette', 'bulk', 'settings']

/** Letters are drawn by Chromium, and each one draws them a little differently. */
async function foldersOf(page: Page): Promise<PictureFolders> {
  const agent = await page.evaluate(() => navigator.userAgent)
  const [version = 'of another browser'] = /Chrome\/\d+/.exec(agent) ?? []
  return {
    kept: here(`../fixtures/looks/${version.replace('/', '-').toLowerCase()}`),
    differing: here('../../test-results/looks'),
  }
}

describe.skipIf(!hasDesktop)('each view looks as it did', () => {
  let window: DemoWindow
  let page: Page
  let folders: PictureFolders

  beforeAll(async () => {
    window = await openStillWindow()
    page = window.page
    folders = await foldersOf(page)
    await search(page).hover()
  })
  beforeEach(({ skip }) => {
    if (!isAccepting && !existsSync(folders.kept))
      skip(`There are no pictures of this browser: ${folders.kept}`)
  })
  afterAll(() => window?.close())

  /** What is to be said of a view's pictures that are not as they were, in either theme. */
  const differences = async (of: Page, view: View): Promise<string[]> => {
    const found: (string | null)[] = []
    for (const theme of themes) {
      await dress(of, theme, small)
      await view.open(of)
      await hidePointer(of, small)
      const picture = await steadyPicture(of, withoutProgress)
      found.push(compareWithKept(`${view.name}-${theme}`, picture, folders))
      await view.close(of)
    }
    return found.filter((words) => words !== null)
  }
  const asIs = (name: string): View => ({ name, open: async () => {}, close: async () => {} })

  it.each(views.filter(({ name }) => names.includes(name)))('$name', async (view) => {
    expect(await differences(page, view)).toEqual([])
  })

  it('log', async () => {
    await actOnThree(page)
    expect(await differences(page, log)).toEqual([])
  })

  it('terminal', async () => {
    await openTerminal(page, 'help')
    await page.locator('.xterm-rows').getByText('ends the session').waitFor()
    expect(await differences(page, asIs('terminal'))).toEqual([])
  })

  it('welcome', async () => {
    const empty = await openStillWelcome()
    try {
      expect(await differences(empty.window, asIs('welcome'))).toEqual([])
    } finally {
      await empty.close()
    }
  })
})
