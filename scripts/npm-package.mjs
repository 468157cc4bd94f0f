import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { capture, npmCommand } from './command.mjs'

/** An unpacking that is older than this was interrupted. */
const abandonedAfterMs = 60 * 60 * 1000

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
 * Fetches a package from the registry that npm is set up for; nothing of it runs.
 *
 * @param {string} spec name and version
 * @param {string} draft a private folder
 * @returns {Promise<string>} the tarball
 */
export async function fetchTarball(spec, draft) {
  const npm = npmCommand()
  const { code, stderr } = await capture(
    npm.program,
    [...npm.args, 'pack', '--silent', '--ignore-scripts', '--pack-destination', draft, spec],
    { cwd: draft },
  )
  const tarball = (await readdir(draft)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined) {
    throw new Error(`npm could not fetch ${spec}. ${stderr.trim()}`.trim())
  }
  return path.join(draft, tarball)
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
export async function expectDigest(file, algorithm, encoding, expected) {
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
export async function untar(archive, folder, selection) {
  // The archive has vendor headers that tar warns about in thousands of lines; its exit code says what matters.
  const { code } = await capture('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ...selection])
  if (code !== 0) throw new Error(`tar could not unpack ${path.basename(archive)}.`)
}
