// `npm run dev`: the application with hot reload, on the same runtime as `npm start`. Arguments go to the application.
import { electronVite } from './build.mjs'
import { applicationEnvironment, expectDisplay, reportFailure } from './desktop.mjs'
import { ensureElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureElectronLibraries } from './system-libraries.mjs'

try {
  expectDisplay()
  const runtime = await ensureElectron()
  await ensureElectronLibraries(runtime.path)
  const env = { ...applicationEnvironment(), ...runtimeEnvironment(runtime) }
  process.exitCode = await electronVite(['dev', '--', ...process.argv.slice(2)], { env })
} catch (error) {
  reportFailure(error)
}
