import type { ElectronApplication, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const population = { luaprot: 5, luaauth: 0, junkie: 0, vsay: 0 }

/** Keeps the labels of the menu that the system was given last. */
const noteMenus = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate
    Menu.buildFromTemplate = (template) => {
      Object.assign(process, { lastMenu: template.map(({ label }) => label) })
      return build.call(Menu, template)
    }
  })

const lastMenu = (app: ElectronApplication): Promise<readonly unknown[]> =>
  app.evaluate(() => ('lastMenu' in process && Array.isArray(process.lastMenu) ? process.lastMenu : []))

/** What the settings are called, and what in them is for the language. */
type Words = { settings: string; language: string; done: string }
const english: Words = { settings: 'Settings', language: 'Language', done: 'Done' }
const german: Words = { settings: 'Einstellungen', language: 'Sprache', done: 'Fertig' }

const dialog = (page: Page, { settings }: Words) => page.getByRole('dialog', { name: settings })

async function chooseLanguage(page: Page, words: Words, language: string): Promise<void> {
  await page.getByRole('button', { name: words.settings, exact: true }).click()
  await dialog(page, words).getByRole('combobox', { name: words.language }).click()
  await page.getByRole('option', { name: language, exact: true }).click()
}

describe.skipIf(!hasDesktop)('the language', () => {
  let demo: Demo | undefined
  let app: LaunchedApp | undefined

  afterEach(async () => {
    await app?.close()
    await demo?.stop()
  })

  const open = async (env?: NodeJS.ProcessEnv) => {
    demo = await startDemo({ churn: false, population })
    app = await launchApp({ config: demo.workspace, env })
    await app.window.getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor()
    return { app: app.app, page: app.window }
  }

  const shows = async (
    page: Page,
    language: string,
    texts: { section: string; column: string; live: string },
  ) => {
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language)
    await page.getByRole('button', { name: texts.section, exact: true }).waitFor()
    await page.getByRole('columnheader', { name: texts.column, exact: true }).waitFor()
    await page.getByRole('navigation').getByText(texts.live).first().waitFor()
  }
  const inEnglish = { section: 'Machines', column: 'Account', live: 'live' }
  const inGerman = { section: 'Maschinen', column: 'Konto', live: 'live' }

  it('is chosen in the settings and spoken at once, there and back', async () => {
    const { app, page } = await open()
    await noteMenus(app)
    await shows(page, 'en', inEnglish)

    await chooseLanguage(page, english, 'German (Deutsch)')
    await dialog(page, german).getByRole('button', { name: german.done }).click()
    await shows(page, 'de', inGerman)
    await expect.poll(() => lastMenu(app)).toContain('Sessiondeck beenden')

    await chooseLanguage(page, german, 'Englisch (English)')
    await dialog(page, english).getByRole('button', { name: english.done }).click()
    await shows(page, 'en', inEnglish)
    await expect.poll(() => lastMenu(app)).toContain('Quit Sessiondeck')
  })

  it('is the system’s at first, and that of the last of two quick choices', async () => {
    const { page } = await open({ LANGUAGE: 'de_AT' })
    await shows(page, 'de', inGerman)
    await page.evaluate(() =>
      Promise.all(
        (['en', 'de', 'en'] as const).map((language) =>
          globalThis.sessiondeck.request('settings.save', { language }),
        ),
      ),
    )
    await shows(page, 'en', inEnglish)
  })

  it('is spoken at once by the watching, also of what is not asked any more', async () => {
    const { page } = await open()
    const summaries = () =>
      page.evaluate(async () =>
        JSON.stringify(await globalThis.sessiondeck.request('health.list', undefined)),
      )
    await page.evaluate(() => globalThis.sessiondeck.request('watch.pause', { paused: true }))
    await expect.poll(summaries).toContain('Paused. Not polling.')

    const told = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          globalThis.sessiondeck.onEvent((name, payload) => {
            const text = JSON.stringify(payload)
            if (name === 'health.changed' && text.includes('Angehalten.')) resolve(text)
          })
          void globalThis.sessiondeck.request('settings.save', { language: 'de' })
        }),
    )
    expect(await told).not.toContain('Paused.')
    expect(await summaries()).toContain('Angehalten. Es wird nicht gefragt.')
  })
})
