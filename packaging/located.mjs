import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../scripts/build.mjs'
import { cacheFolder } from '../scripts/cache-folder.mjs'
import { expectDigest, fetchTarball, install, untar } from '../scripts/npm-package.mjs'

/** @typedef {import('./contents.mjs').Lock} Lock */

/**
 * Where packages of the lock file are on this machine. What npm installed is used as it is; binaries of other systems, which
 * npm leaves out, are fetched and checked against the lock file.
 *
 * @param {Lock} lock
 * @param {readonly string[]} folders as the lock file names them
 * @returns {Promise<Map<string, string>>} where each of them is
 * @throws if one cannot be fetched, or is not what the lock file says
 */
export async function locatePackages(lock, folders) {
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const folder of folders)
    found.set(folder, installedFolder(lock, folder) ?? (await fetchPackage(lock, folder)))
  return found
}

/**
 * @param {Lock} lock
 * @param {string} folder
 */
function installedFolder(lock, folder) {
  const installed = path.join(projectFolder, folder)
  const manifest = path.join(installed, 'package.json')
  if (!existsSync(manifest)) return undefined
  return JSON.parse(readFileSync(manifest, 'utf8')).version === lock[folder]?.version ? installed : undefined
}

/**
 * @param {Lock} lock
 * @param {string} folder
 */
async function fetchPackage(lock, folder) {
  const { version, integrity = '' } = lock[folder] ?? {}
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const [algorithm, digest = ''] = integrity.split('-')
  if (algorithm !== 'sha512') throw new Error(`The lock file has no sha512 of ${name}.`)
  const target = path.join(cacheFolder(), 'packages', `${name.replace('/', '-')}-${version}`)
  if (existsSync(target)) return target
  await install(target, async (draft) => {
    const tarball = await fetchTarball(`${name}@${version}`, draft)
    await expectDigest(tarball, 'sha512', 'base64', digest)
    const unpacked = path.join(draft, 'unpacked')
    await mkdir(unpacked)
    await untar(tarball, unpacked, [])
    return path.join(unpacked, 'package')
  })
  return target
}
