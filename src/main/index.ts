import { app, dialog, protocol } from 'electron'
import { Shell } from './desktop/shell'
import { registerPageScheme } from './desktop/window/page'
import { demoFolderOf, parseCommandLine } from './settings/command-line'

const commandLine = parseCommandLine(process.argv, process.cwd())

// A folder of its own is a lock of its own: the demo and other workspaces run beside each other.
if (commandLine.userDataFolder) app.setPath('userData', commandLine.userDataFolder)
else if (commandLine.demo) app.setPath('userData', demoFolderOf(app.getPath('userData')))

// Root in a container has no sandbox; with the switch there, enforcing it would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerPageScheme(protocol)

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  let shell: Shell | null = null
  app.on('second-instance', (_, words, workingFolder) => {
    shell?.showWindow()
    if (parseCommandLine(words, workingFolder).addAccount) shell?.addAccount()
  })
  app.on('activate', () => shell?.showWindow())
  app.on('before-quit', () => shell?.beginQuit())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!shell) return
    event.preventDefault()
    const stopping = shell
    shell = null
    void stopping.stop().finally(() => app.quit())
  })
  app
    .whenReady()
    .then(() => {
      shell = new Shell(commandLine)
      shell.start()
    })
    .catch(fail)
}

/** Nothing works without the shell: say why, on the terminal for whoever started it there, and end. */
function fail(cause: unknown): void {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox('Sessiondeck could not start', text)
  app.exit(1)
}
