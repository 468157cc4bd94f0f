import { spawn } from 'node:child_process'
import { app } from 'electron'
import { demoFolderOf, ownFolderOf } from '../../settings/command-line'
import { ownProgram } from './own-program'

/** Opens a second Sessiondeck on the demo. `folder` is our data folder. @throws if it cannot be started */
export const openDemo = (folder: string): Promise<void> => openAnother('--demo', demoFolderOf(folder))

/**
 * From the demo, opens the person's own workspace at the form of a new account: in the window that it has already, if one
 * is open. `folder` is the demo's data folder. @throws if it cannot be started
 */
export const openOwn = (folder: string): Promise<void> => openAnother('--add-account', ownFolderOf(folder))

/** It lives on without us, and inherits where data is, if we were told, and the sandbox's switch. */
function openAnother(what: string, folder: string): Promise<void> {
  const { commandLine } = app
  const words = [
    // What an unpackaged runtime must be told to run.
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    what,
    ...(commandLine.hasSwitch('user-data-dir') ? [`--user-data-dir=${folder}`] : []),
    ...(commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  ]
  const child = spawn(ownProgram(process.env, process.execPath), words, { detached: true, stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
