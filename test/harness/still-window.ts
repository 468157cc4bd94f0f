import type { Page } from 'playwright-core'
import { systemClock } from '../../src/demo/clock'
import { DEFAULT_POPULATION } from '../../src/demo/options'
import { welcomeText } from '../../src/shared/text/welcome'
import { type DemoWindow, openDemoWindow } from './demo-window'
import { type LaunchedApp, launchApp } from './electron'
import type { Size } from './views'
import { standingWallClock } from './wall-clock'

/** The moment at which it stands still, epoch ms. */
const momentMs = Date.UTC(2026, 10, 28, 10)

const clock = standingWallClock(momentMs)
/** What is drawn is in this language: English for the documents, another one to look at it. */
export const locale = process.env.SESSIONDECK_SCREENSHOTS_LANGUAGE ?? 'en'

// Formats and words are the system's.
const launch = {
  ...clock.launch,
  env: { ...clock.launch.env, LANGUAGE: locale === 'en' ? 'en_US' : locale },
}

/** Sessions of all services. */
const everybody = Object.values(DEFAULT_POPULATION).reduce((sum, count) => sum + count, 0)

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A desk that looks the same whenever it is opened: the same people, and no time that passes. */
export async function openStillWindow(): Promise<DemoWindow> {
  const window = await openDemoWindow(
    // Limits are forgotten as time passes, so there are none.
    { seed: 11, rateLimits: false, clock: { ...systemClock, now: () => momentMs } },
    launch,
  )
  await clock.stop(window.page)
  // Each service has listed everybody, page after page.
  await window.page.getByText(String(everybody), { exact: true }).first().waitFor()
  return window
}

/** The same before the first account. */
export async function openStillWelcome(): Promise<LaunchedApp> {
  const app = await launchApp(launch)
  await clock.stop(app.window)
  // Said once the keychain has been asked, the last thing to come.
  await app.window.getByText(welcomeText.keysStay).waitFor()
  return app
}

/** Dresses a window for a picture. */
export async function dress(page: Page, theme: Theme, size: Size): Promise<void> {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

/** Most pictures that are taken until two in a row are the same. */
const mostPictures = 20

/** Heartbeats come and go while pictures are taken: the line below the list says how far one has read. */
export const withoutProgress = 'main footer > span:not(:first-child) { display: none }'

/**
 * A picture of a window in which nothing moves any more.
 *
 * @param style what is to look otherwise in it
 * @throws where something always moves
 */
export async function steadyPicture(page: Page, style = ''): Promise<Buffer> {
  const take = () => page.screenshot({ animations: 'disabled', style })
  let before = await take()
  for (let taken = 1; taken < mostPictures; taken++) {
    const now = await take()
    if (now.equals(before)) return now
    before = now
  }
  throw new Error('The window did not come to rest.')
}

/** Puts the pointer where it shows nothing. */
export const hidePointer = (page: Page, size: Size): Promise<void> =>
  page.mouse.move(size.width / 2, size.height - 4)
