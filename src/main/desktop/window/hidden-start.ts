import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { hasTrayHost } from './tray-host'

/** How often, and how many ms apart, a tray is looked for: at the computer's start it comes with the desktop, a little later. */
const tries = 15
const tryMs = 1_000

/** Minimises a window that was started hidden, if no tray comes from which it could be opened. */
export async function stayFindable(browser: BrowserWindow): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    if (await hasTrayHost()) return
    await sleep(tryMs)
  }
  if (browser.isDestroyed() || browser.isVisible()) return
  browser.showInactive()
  browser.minimize()
}
