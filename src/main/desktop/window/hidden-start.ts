import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { hasTrayHost } from './tray-host'

/** Number of checks for a tray, and ms between them: at startup it comes with the desktop, a little later. */
const tries = 15
const tryMs = 1_000

/** Minimises a window started hidden if no tray appears from which to open it. */
export async function stayFindable(browser: BrowserWindow): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    if (await hasTrayHost()) return
    await sleep(tryMs)
  }
  if (browser.isDestroyed() || browser.isVisible()) return
  browser.showInactive()
  browser.minimize()
}
