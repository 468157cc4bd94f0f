import { type BrowserWindow, Menu } from 'electron'
import { desktopText } from '../../../shared/text/desktop'

/** What the menu of the system asks for. */
export type MenuCommands = { copyDiagnostics(): void; openLogs(): void }

/**
 * macOS needs a menu for its editing keys. Elsewhere Chromium brings those itself and a menu bar would only take
 * space; zoom, which the menu would bring, is then the page's: a terminal zooms its own letters. Installed again, it is in
 * the language of that moment.
 */
export function installMenu(commands: MenuCommands): void {
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        { role: 'appMenu' },
        { role: 'editMenu' },
        {
          label: desktopText.viewMenu,
          submenu: [
            { role: 'resetZoom' },
            { role: 'zoomIn' },
            { role: 'zoomOut' },
            { type: 'separator' },
            { role: 'togglefullscreen' },
          ],
        },
        { role: 'windowMenu' },
        {
          role: 'help',
          submenu: [
            { label: desktopText.copyDiagnostics, click: () => commands.copyDiagnostics() },
            { label: desktopText.openLogs, click: () => commands.openLogs() },
          ],
        },
      ]),
    )
  } else Menu.setApplicationMenu(null)
}

/** Opens the developer tools by their keys, where no menu has them. */
export function listenForDevTools({ webContents }: BrowserWindow): void {
  if (process.platform === 'darwin') return
  webContents.on('before-input-event', (_, input) => {
    if (input.type !== 'keyDown') return
    const isDevTools = input.key === 'F12' || (input.control && input.shift && input.code === 'KeyI')
    if (isDevTools) webContents.toggleDevTools()
  })
}

/** Makes the whole window bigger or smaller by one step; `0` gives it its first size. */
export function zoomWindow({ webContents }: BrowserWindow, step: -1 | 0 | 1): void {
  const level = webContents.getZoomLevel() + step / 2
  webContents.setZoomLevel(step === 0 ? 0 : Math.max(-3, Math.min(4, level)))
}
