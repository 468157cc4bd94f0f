import type { BrowserWindow } from 'electron'
import { appIcon } from './icon'

/** Delay after the window appears before non-urgent work, ms: the page is being filled until then. */
const settleAfterMs = 1_000

/** Runs non-urgent work once the window is there; a hidden one counts once it could be shown. */
export function afterFirstPaint(browser: BrowserWindow, isHidden: boolean, settle: () => void): void {
  const later = () =>
    setTimeout(() => {
      if (browser.isDestroyed()) return
      // Elsewhere the icon is the executable's.
      if (process.platform === 'linux') browser.setIcon(appIcon('colour-64'))
      settle()
    }, settleAfterMs)
  if (isHidden) browser.once('ready-to-show', later)
  else browser.once('show', later)
}
