import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { capture } from './command.mjs'

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The version of Electron that package.json pins. */
export const pinnedVersion = /** @type {string} */ (
  JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
)

/** A download that received nothing for this long is given up. */
const stallTimeoutMs = 15_000

/** How long a failed download is remembered. */
const failureMemoryMs = 24 * 60 * 60 * 1000

/**
 * The pinned package's own binary, if its download was finished at some time.
 *
 * @param {string} folder the folder of the electron package
 * @returns {string | undefined} the executable
 */
export function installedElectron(folder = packageFolder) {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const unpacked = readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    // path.txt is the last thing that the package's installer writes, so an interrupted unpacking does not count.
    const executable = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'))
    return unpacked === version && existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Lets the electron package fetch its binary by its own means (mirrors, proxies and checksums included).
 *
 * @returns {Promise<string>} the executable
 * @throws if the host cannot be reached or the binary cannot be unpacked, with the installer's reason
 */
export async function downloadElectron() {
  const scratch = await mkdtemp(path.join(tmpdir(), 'sessiondeck-electron-'))
  try {
    const reason = await runInstaller(scratch)
    const executable = installedElectron()
    if (executable === undefined) throw new Error(reason)
    return executable
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Runs the package's installer until it ends or nothing arrives any more. A fixed limit would either cut off a slow but
 * healthy download or make everybody behind a silent firewall wait for minutes, so the limit is on silence.
 *
 * @param {string} scratch a private folder; the installer downloads into TMPDIR
 * @returns {Promise<string>} why it failed, if it did
 */
async function runInstaller(scratch) {
  const silence = new AbortController()
  let arrived = 0
  let lastArrival = Date.now()
  const watch = setInterval(async () => {
    const bytes = (await folderBytes(scratch)) + (await folderBytes(path.join(packageFolder, 'dist')))
    if (bytes !== arrived) {
      arrived = bytes
      lastArrival = Date.now()
    } else if (Date.now() - lastArrival > stallTimeoutMs) {
      silence.abort()
    }
  }, 500)
  const { stderr } = await capture(process.execPath, [path.join(packageFolder, 'install.js')], {
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch, ELECTRON_GET_NO_PROGRESS: '1' },
    killSignal: 'SIGKILL',
    signal: silence.signal,
  })
  clearInterval(watch)
  return silence.signal.aborted
    ? `nothing arrived for ${stallTimeoutMs / 1000} s`
    : (stderr.trim().split('\n')[0] ?? '')
}

/**
 * @param {string} folder
 * @returns {Promise<number>} the size of all files below it; files that vanish meanwhile count as nothing
 */
async function folderBytes(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = names.map((name) =>
    stat(path.join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/**
 * A failed download is remembered in the cache for a day. Without that, every start on a machine that cannot reach the
 * download host (a build machine, a restricted network) would wait for the same failure again; with a longer memory, a
 * laptop that was offline once would stay on the development runtime. `npx install-electron` fetches the official binary
 * at any time, and an installed one always wins.
 *
 * @param {string} cache the cache folder
 */
export function downloadFailureMemory(cache) {
  const marker = path.join(cache, `electron-${pinnedVersion}.unreachable`)
  return {
    /** @param {number} now epoch ms */
    async isFresh(now) {
      const age = await stat(marker).then(
        ({ mtimeMs }) => now - mtimeMs,
        () => Number.POSITIVE_INFINITY,
      )
      return age >= 0 && age < failureMemoryMs
    },
    /** @param {number} now epoch ms */
    async remember(now) {
      await mkdir(cache, { recursive: true })
      await writeFile(marker, '')
      await utimes(marker, now / 1000, now / 1000)
    },
  }
}
