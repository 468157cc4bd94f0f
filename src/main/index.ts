import { app, dialog, protocol } from 'electron'
import { appLinkWord } from '../shared/app-link'
import { desktopText } from '../shared/text/desktop'
import { AppLinks } from './desktop/app-links'
import { debuggingRefusal } from './desktop/debugging'
import { Shell } from './desktop/shell'
import { registerPageScheme } from './desktop/window/page'
import { localeOf, SpokenLanguage } from './language'
import { demoFolderOf, parseCommandLine } from './settings/command-line'

const commandLine = parseCommandLine(process.argv, process.cwd())

// A folder of its own is a lock of its own: the demo and other workspaces run beside each other.
if (commandLine.userDataFolder) app.setPath('userData', commandLine.userDataFolder)
else if (commandLine.demo) app.setPath('userData', demoFolderOf(app.getPath('userData')))

// Root in a container has no sandbox; with the switch there, enforcing it would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerPageScheme(protocol)

const refusal = app.isPackaged ? debuggingRefusal(app.commandLine) : null
if (refusal) refuse(refusal)
else if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  let shell: Shell | null = null
  const links = new AppLinks()
  const language = new SpokenLanguage()
  links.open(appLinkWord(process.argv))
  app.on('second-instance', (_event, words, workingFolder) => {
    links.open(appLinkWord(words))
    shell?.showWindow()
    if (parseCommandLine(words, workingFolder).addAccount) shell?.addAccount()
  })
  // How macOS hands links over, the first one before the app is ready.
  app.on('open-url', (event, address) => {
    event.preventDefault()
    links.open(address)
    shell?.showWindow()
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
    .then(async () => {
      // Until the settings are read, and where they cannot be.
      await language.choose(localeOf('system', app.getPreferredSystemLanguages(), app.getSystemLocale()))
      shell = new Shell(commandLine, links, language)
      return shell.start()
    })
    .catch(fail)
}

/** Ends before anything is reachable. */
function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  app.exit(1)
}

/** Nothing works without the shell: say why, on the terminal for whoever started it there, and end. */
function fail(cause: unknown): void {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox(desktopText.notStarted, text)
  app.exit(1)
}
