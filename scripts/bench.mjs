// `npm run bench`: builds the application and measures ratios, in a private desktop on Linux. It never fails because a
// figure is worse than hoped; it fails when one could not be measured. Words choose sections: `npm run bench -- scrolling`.
import { fileURLToPath } from 'node:url'
import { runInDesktop } from '../test/harness/desktop-session.mjs'
import { ensureBuild, projectFolder } from './build.mjs'
import { runInForeground, withInterrupt } from './command.mjs'
import { ensureElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureDesktopPrograms, ensureElectronLibraries } from './system-libraries.mjs'

const program = fileURLToPath(new URL('../test/bench/run.mjs', import.meta.url))

/**
 * Makes sure that windows can be opened.
 *
 * @returns {Promise<Record<string, string>>} the variables that name the Electron to use
 * @throws saying what is missing
 */
async function prepareWindows() {
  if (!(await ensureBuild())) throw new Error('the build failed')
  const runtime = await ensureElectron()
  await ensureElectronLibraries(runtime.path)
  if (process.platform === 'linux') await ensureDesktopPrograms()
  return runtimeEnvironment(runtime)
}

/**
 * @param {string[]} words
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
async function main(words, signal) {
  const args = [program, ...words]
  /** @type {Record<string, string>} */
  let env
  try {
    env = await prepareWindows()
  } catch (error) {
    // What needs no window is measured all the same.
    const why = error instanceof Error ? error.message : String(error)
    const without = { ...process.env, SESSIONDECK_NO_WINDOW: why }
    return runInForeground(process.execPath, args, { env: without, signal })
  }
  if (process.platform === 'linux') return runInDesktop({}, process.execPath, args, { env, signal })
  return runInForeground(process.execPath, args, { env: { ...process.env, ...env }, signal })
}

process.chdir(projectFolder)
process.exitCode = await withInterrupt((interrupted) => main(process.argv.slice(2), interrupted))
