import { app, protocol } from 'electron'
import { registerPageScheme } from './desktop/page'
import { type Shell, startShell } from './desktop/shell'
import { parseCommandLine } from './settings/command-line'

const commandLine = parseCommandLine(process.argv, process.cwd())

// A folder of its own is a lock of its own: the demo and other workspaces run beside each other.
if (commandLine.userDataFolder) app.setPath('userData', commandLine.userDataFolder)
else if (commandLine.demo) app.setPath('userData', `${app.getPath('userData')}-demo`)

// Root in a container has no sandbox; with the switch there, enforcing it would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerPageScheme(protocol)

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  let shell: Shell | null = null
  app.on('second-instance', () => shell?.showWindow())
  app.on('activate', () => shell?.showWindow())
  app.on('before-quit', () => shell?.beginQuit())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => shell?.stop())
  void app.whenReady().then(() => {
    shell = startShell(commandLine)
  })
}
