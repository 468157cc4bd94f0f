import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder } from './cache-folder.mjs'
import { reportFailure } from './desktop.mjs'
import {
  developmentVersion,
  ensureDevelopmentRuntime,
  hasDevelopmentRuntime,
} from './development-runtime.mjs'
import {
  downloadElectron,
  downloadFailureMemory,
  installedElectron,
  pinnedVersion,
} from './official-electron.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {'official' | 'development' | 'chosen'} kind `chosen` is one that the person named in the environment
 * @property {string[]} args switches that this machine needs before the application's folder
 */

/**
 * Finds an Electron to run: the one named in the environment, the pinned package's own binary (fetched if need be), or on
 * Linux x64 the development runtime.
 *
 * @returns {Promise<ElectronRuntime>}
 * @throws if there is none, with a message that says what to do
 */
export async function ensureElectron() {
  const chosen = chosenExecutable(process.env)
  if (chosen !== undefined) {
    if (!existsSync(chosen)) {
      throw new Error(
        `There is no Electron at ${chosen}. Correct or unset ELECTRON_EXEC_PATH and ELECTRON_OVERRIDE_DIST_PATH.`,
      )
    }
    return { path: chosen, kind: 'chosen', args: sandboxArgs() }
  }
  const official = installedElectron() ?? (await downloadOfficial())
  if (official !== undefined) return { path: official, kind: 'official', args: sandboxArgs() }

  const development = await ensureDevelopmentRuntime(cacheFolder(), say)
  say(
    `Electron ${pinnedVersion} cannot be downloaded here: using Electron ${developmentVersion}, for development and tests only.`,
  )
  return { path: development, kind: 'development', args: sandboxArgs() }
}

/**
 * The executable that the person chose through the variables which electron-vite, Playwright and the electron package know.
 *
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined}
 */
export function chosenExecutable(env, platform = process.platform) {
  if (env.ELECTRON_EXEC_PATH) return env.ELECTRON_EXEC_PATH
  if (!env.ELECTRON_OVERRIDE_DIST_PATH) return undefined
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name = platform === 'darwin' || platform === 'win32' ? names[platform] : 'electron'
  return path.join(env.ELECTRON_OVERRIDE_DIST_PATH, name)
}

/**
 * The variables that make electron-vite, Playwright and `npx electron` use the same runtime.
 *
 * @param {ElectronRuntime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnvironment(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.path,
    ELECTRON_OVERRIDE_DIST_PATH: path.dirname(runtime.path),
    ...(runtime.args.includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
  }
}

/** @returns {Promise<string | undefined>} */
async function downloadOfficial() {
  const failures = downloadFailureMemory(cacheFolder())
  // Only where something else can run is a failure worth remembering: everywhere else trying again is all there is.
  if (hasDevelopmentRuntime() && (await failures.isFresh(Date.now()))) return undefined
  say(`Fetching Electron ${pinnedVersion} ...`)
  try {
    return await downloadElectron()
  } catch (error) {
    if (!hasDevelopmentRuntime()) {
      const reason = error instanceof Error ? error.message : error
      throw new Error(
        `Electron ${pinnedVersion} could not be fetched for ${process.platform} ${process.arch}: ${reason}\n` +
          'Check the network or set ELECTRON_MIRROR and run "npx install-electron", or name an executable in ELECTRON_EXEC_PATH.',
      )
    }
    await failures.remember(Date.now())
    return undefined
  }
}

/** Chromium refuses to run as root with its sandbox. */
function sandboxArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** @param {string} line */
function say(line) {
  // Standard output is the command-line result, so that `$(node scripts/electron-runtime.mjs)` is the path alone.
  console.error(line)
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain) {
  try {
    console.log((await ensureElectron()).path)
  } catch (error) {
    reportFailure(error)
  }
}
