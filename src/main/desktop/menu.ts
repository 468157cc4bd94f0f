import { type BrowserWindow, Menu } from 'electron'

/**
 * macOS needs a menu for its editing keys. Elsewhere Chromium brings those itself and a menu bar would only take
 * space; zoom, which the menu would bring, is then handled here.
 */
export function installMenu(browser: BrowserWindow, isDevelopment: boolean): void {
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        { role: 'appMenu' },
        { role: 'editMenu' },
        {
          label: 'View',
          submenu: [
            { role: 'resetZoom' },
            { role: 'zoomIn' },
            { role: 'zoomOut' },
            { type: 'separator' },
            { role: 'togglefullscreen' },
          ],
        },
        { role: 'windowMenu' },
      ]),
    )
    return
  }
  Menu.setApplicationMenu(null)
  const { webContents } = browser
  webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return
    const isDevTools = input.key === 'F12' || (input.control && input.shift && input.code === 'KeyI')
    if (isDevTools && isDevelopment) webContents.toggleDevTools()
    const step = input.control && !input.alt ? zoomSteps[input.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    webContents.setZoomLevel(step === 0 ? 0 : Math.max(-3, Math.min(4, webContents.getZoomLevel() + step)))
  })
}

const zoomSteps: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': -0.5, '0': 0 }
