import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron'
import { writeAtomically } from '../../settings/files'
import { zoomWindow } from '../window/menu'
import { openDemo, openOwn } from './another-instance'
import { type WindowClipboard, windowClipboard } from './clipboard'
import type { Log } from './log'
import { FileSaver } from './save-file'

/** The parts of the system that window requests reach. */
export type System = {
  clipboard: WindowClipboard
  files: FileSaver
  zoom(step: -1 | 0 | 1): void
  openLink(url: string): Promise<void>
  openDemo(): Promise<void>
  openOwn(): Promise<void>
}

/** The clipboard, files, links and other workspaces, on behalf of one window. `folder` is the app's data folder. */
export function createSystem(browser: BrowserWindow, folder: string, log: Log): System {
  return {
    clipboard: windowClipboard(clipboard, browser),
    files: new FileSaver({
      async ask(name) {
        const defaultPath = path.join(app.getPath('downloads'), name)
        const answer = await dialog.showSaveDialog(browser, {
          defaultPath,
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        })
        return answer.canceled || !answer.filePath ? null : answer.filePath
      },
      write: writeAtomically,
      onFailure: (code) => log.warn(`A file could not be saved (${code}).`),
      reveal: (file) => shell.showItemInFolder(file),
    }),
    zoom: (step) => zoomWindow(browser, step),
    openLink: (url) => shell.openExternal(url),
    openDemo: () => openDemo(folder),
    openOwn: () => openOwn(folder),
  }
}
