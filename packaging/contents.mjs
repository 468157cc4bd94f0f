import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../scripts/build.mjs'

/**
 * @typedef {object} LockedPackage what the lock file says of one installed package
 * @property {string} version
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @typedef {Readonly<Record<string, LockedPackage>>} Lock packages by their folder, such as `node_modules/libsql`
 * @typedef {{ platform: 'linux' | 'darwin' | 'win32', archs: readonly ('x64' | 'arm64')[] }} Target where a package will run
 */

/** What is not bundled into `out/`, because it has a native part. */
const unbundled = ['libsql']

/**
 * What is taken of `out/`. Everything else there (source maps, a report of the bundler) stays where it is.
 */
export const buildPatterns = [
  'out/main/*.cjs',
  'out/preload/*.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/*.{js,css,woff2}',
]

/** What is taken of the project's own folder. */
export const projectPatterns = ['package.json', 'LICENSE', ...buildPatterns]

/** What is taken of a package: what runs, and its licence. No documentation, types, tests or sources. */
export const packagePatterns = ['package.json', 'LICENSE*', '*.js', '{lib,dist}/**/*.js', '*.node']

/** @returns {Lock} */
export function readLock() {
  return JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')).packages
}

/**
 * The packages that must lie beside the bundles on one platform, and nothing else: what is not bundled, with all that it
 * needs there.
 *
 * @param {Lock} lock
 * @param {Target} target
 * @returns {string[]} folders as the lock file names them, sorted
 */
export function unbundledPackages(lock, target) {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} folder */
  const take = (folder) => {
    const entry = lock[folder]
    if (entry === undefined || found.has(folder) || !runsOn(folder, entry, target)) return
    found.add(folder)
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      take(resolveFolder(lock, folder, name))
    }
  }
  for (const name of unbundled) take(`node_modules/${name}`)
  return [...found].sort()
}

/**
 * Where Node finds a package, seen from another: in its own folder first, then ever further up.
 *
 * @param {Lock} lock
 * @param {string} from a folder of the lock file; '' is the project's
 * @param {string} name
 * @returns {string}
 * @throws if it is nowhere: then the lock file is incomplete
 */
export function resolveFolder(lock, from, name) {
  const folder = `${from}/node_modules/${name}`.replace(/^\//, '')
  if (folder in lock) return folder
  if (from === '') throw new Error(`${name} is not in the lock file.`)
  return resolveFolder(lock, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
}

/**
 * @param {string} folder
 * @param {LockedPackage} entry
 * @param {Target} target
 */
function runsOn(folder, { os, cpu, optional }, { platform, archs }) {
  if (!optional) return true
  // Electron is built for glibc only, and the lock file does not say which C library a binary wants.
  if (folder.includes('musl')) return false
  return (os?.includes(platform) ?? true) && (cpu === undefined || archs.some((arch) => cpu.includes(arch)))
}
