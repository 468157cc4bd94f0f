import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInForeground } from './command.mjs'

/** The project's own folder, with a package.json in it. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

const sources = ['src', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']
const outputs = [
  'main/index.cjs',
  'main/watch.cjs',
  'main/terminal.cjs',
  'main/key.cjs',
  'main/demo.cjs',
  'preload/index.cjs',
  'renderer/index.html',
].map((name) => path.join('out', name))

/**
 * Builds the application.
 *
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether it succeeded; the build itself says what is wrong
 */
export async function build(signal) {
  return (await electronVite(['build', '--logLevel', 'warn'], { signal })) === 0
}

/**
 * Builds the application unless the last build is complete and newer than every source.
 *
 * @returns {Promise<boolean>} whether there is a build to run
 */
export async function ensureBuild() {
  if (isFresh(newest(sources), oldest(outputs))) return true
  console.error('Building ...')
  return build()
}

/**
 * Runs electron-vite in the project's folder, on the person's terminal.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function electronVite(args, options = {}) {
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json')
  const program = path.join(path.dirname(manifest), 'bin', 'electron-vite.js')
  return runInForeground(process.execPath, [program, ...args], { cwd: projectFolder, ...options })
}

/**
 * @param {number} newestSourceMs epoch ms
 * @param {number | undefined} oldestOutputMs epoch ms; undefined if an output is missing
 */
export function isFresh(newestSourceMs, oldestOutputMs) {
  return oldestOutputMs !== undefined && oldestOutputMs >= newestSourceMs
}

/**
 * @param {string[]} names files and folders; a folder's own time tells of removed files
 * @returns {number}
 */
function newest(names) {
  const times = names.flatMap((name) => {
    const entry = path.join(projectFolder, name)
    const status = statSync(entry)
    if (!status.isDirectory()) return [status.mtimeMs]
    const inside = readdirSync(entry, { recursive: true, encoding: 'utf8' })
    return [status.mtimeMs, ...inside.map((child) => statSync(path.join(entry, child)).mtimeMs)]
  })
  return Math.max(...times)
}

/**
 * @param {string[]} names
 * @returns {number | undefined}
 */
function oldest(names) {
  const times = names.map(
    (name) => statSync(path.join(projectFolder, name), { throwIfNoEntry: false })?.mtimeMs,
  )
  return times.reduce((low, time) =>
    low === undefined || time === undefined ? undefined : Math.min(low, time),
  )
}
