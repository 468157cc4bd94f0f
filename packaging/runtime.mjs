import { cp } from 'node:fs/promises'
import path from 'node:path'
import { capture } from '../scripts/command.mjs'
import { ensureElectron } from '../scripts/electron-runtime.mjs'

/** @typedef {import('./configuration.mjs').Runtime} Runtime */

/**
 * The Electron that goes into packages: the pinned one where it can be had, else whichever runs here.
 *
 * @param {string} scratch a private folder, for a copy without what is for development only
 * @returns {Promise<Runtime>}
 */
export async function packageRuntime(scratch) {
  const electron = await ensureElectron()
  if (electron.kind === 'official') return { kind: 'official' }
  const { stdout } = await capture(electron.path, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  const folder = path.join(scratch, 'electron')
  await cp(path.dirname(electron.path), folder, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'default_app.asar',
  })
  return { kind: 'development', version: stdout.trim(), folder }
}
