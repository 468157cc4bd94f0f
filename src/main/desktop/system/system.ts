import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { desktopText } from '../../../shared/text/desktop'
import { writeAtomically } from '../../settings/files'
import { zoomWindow } from '../window/menu'
import { openDemo, openOwn } from './another-instance'
import { type WindowClipboard, windowClipboard } from './clipboard'
import { type Log, logFile } from './log'
import { FileSaver } from './save-file'

/** The parts of the system that window requests reach. */
export type System = {
  clipboard: WindowClipboard
  files: FileSaver
  /** Asks the person for a JSON file; `null` if they cancel. */
  chooseFile(): Promise<string | null>
  zoom(step: -1 | 0 | 1): void
  openLink(url: string): Promise<void>
  openDemo(): Promise<void>
  /** Shows the folder of the log in the system's file manager. */
  openLogs(): Promise<Result<undefined>>
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
    async chooseFile() {
      const answer = await dialog.showOpenDialog(browser, {
        defaultPath: app.getPath('downloads'),
        properties: ['openFile'],
        filters: [
          { name: desktopText.backups, extensions: ['json'] },
          { name: desktopText.allFiles, extensions: ['*'] },
        ],
      })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    zoom: (step) => zoomWindow(browser, step),
    openLink: (url) => shell.openExternal(url),
    async openLogs() {
      const problem = await shell.openPath(path.dirname(logFile(folder)))
      if (problem === '') return ok(undefined)
      log.warn(`The log folder could not be opened: ${problem}`)
      return err(noFileManager())
    },
    openDemo: () => openDemo(folder),
    openOwn: () => openOwn(folder),
  }
}

const noFileManager = (): AppError => ({
  kind: 'internal',
  message: desktopText.noFileManager,
})
