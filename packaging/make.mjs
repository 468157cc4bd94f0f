import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { projectFolder } from '../scripts/build.mjs'
import { capture } from '../scripts/command.mjs'
import { drawPackageIcons } from '../scripts/draw-icons.mjs'
import { configuration } from './configuration.mjs'
import { readLock, unbundledPackages } from './contents.mjs'
import { writeDocuments } from './documents.mjs'
import { helperEnvironment } from './helpers.mjs'
import { locatePackages } from './located.mjs'
import { updateSource } from './update-feed.mjs'

/**
 * @typedef {import('./configuration.mjs').Runtime} Runtime
 * @typedef {import('./contents.mjs').Target} Target
 */

const platforms = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }

/** Says, in a folder made with the Electron for development, what it is. */
const refusal = `These packages are made with the Electron that Sessiondeck is developed and tested with. It is older than the one
that it is released with and gets no security updates. Try them on this machine; do not give them to anybody.
`

/**
 * Makes packages of the build in \`out/\`.
 *
 * @param {object} order
 * @param {Target} order.target
 * @param {'x64' | 'arm64'} [order.arch] one of the target's, where its Electron is not for all of them
 * @param {readonly string[]} order.formats such as `deb`; `dir` is the application's folder; none means all of the system
 * @param {Runtime} order.runtime
 * @param {boolean} order.isRelease whether it is to be signed, or not made at all
 * @param {string} order.output
 * @param {string} order.scratch a private folder
 * @returns {Promise<string[]>} the files that were made
 */
export async function makePackages({
  target,
  arch = only(target.archs),
  formats,
  runtime,
  isRelease,
  output,
  scratch,
}) {
  const lock = readLock()
  const located = await locatePackages(lock, unbundledPackages(lock, target))
  const icons = path.join(scratch, 'icons')
  const documents = path.join(scratch, 'documents')
  await drawPackageIcons(icons, target.platform)
  await writeDocuments(documents, lock, located, runtime.kind === 'official' ? undefined : runtime.version)
  Object.assign(process.env, await helperEnvironment(runtime.kind, scratch), {
    SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? (await sourceTime()),
  })
  const files = await build({
    projectDir: projectFolder,
    targets: platforms[target.platform].createTarget(
      formats.length > 0 ? [...formats] : null,
      Arch[arch ?? 'universal'],
    ),
    config: configuration({
      target,
      runtime,
      isRelease,
      output,
      icons,
      documents,
      updates: runtime.kind === 'official' ? updateSource() : null,
      locate: (folder) => located.get(folder) ?? folder,
    }),
    publish: 'never',
  })
  if (runtime.kind === 'development') await writeFile(path.join(output, 'NOT-FOR-RELEASE.txt'), refusal)
  return files
}

/**
 * @template T
 * @param {readonly T[]} items
 * @returns {T | undefined} what there is one of
 */
const only = (items) => (items.length === 1 ? items[0] : undefined)

/** When the sources were last changed, in seconds: the time of everything that is made, so that it can be made again. */
async function sourceTime() {
  const { code, stdout } = await capture('git', ['log', '-1', '--format=%ct'], { cwd: projectFolder })
  if (code === 0 && stdout.trim() !== '') return stdout.trim()
  const date = /^## \[[^\]]+\] - (\S+)$/m.exec(
    readFileSync(path.join(projectFolder, 'CHANGELOG.md'), 'utf8'),
  )?.[1]
  return String(Date.parse(date ?? '2026-01-01') / 1000)
}
