// `npm start` and `npm run demo`: finds an Electron, builds if need be, opens the window. Arguments go to the application.
import { ensureBuild, projectFolder } from './build.mjs'
import { runInForeground } from './command.mjs'
import { applicationEnvironment, expectDisplay, reportFailure } from './desktop.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureElectronLibraries } from './system-libraries.mjs'

try {
  expectDisplay()
  const runtime = await ensureElectron()
  await ensureElectronLibraries(runtime.path)
  if (!(await ensureBuild())) throw new Error('The build failed, so there is nothing to start.')
  const args = [...runtime.args, projectFolder, ...process.argv.slice(2)]
  process.exitCode = await runInForeground(runtime.path, args, { env: applicationEnvironment() })
} catch (error) {
  reportFailure(error)
}
