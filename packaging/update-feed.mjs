import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {{ feed: string, hosts: string[], keys: string[], page: string }} UpdateSource where packages look for their next
 *   version, and the public keys that they believe: base64 of their SPKI form
 * @typedef {{ name: string, format: string, arch: string, size: number, sha512: string }} PackageFile
 * @typedef {{ version: string, notes: string, stagingPercentage: number, folder: string, files: PackageFile[] }} Manifest
 */

/** What the application expects before what is signed; src/main/updates/feed.ts. */
const signedPrefix = 'sessiondeck-update-1\n'

/** What packages may be called; the name says for which system they are. */
const packageName =
  /^sessiondeck-(?<version>\d+\.\d+\.\d+)-(?<os>linux|mac|win)-(?<arch>x64|x86_64|amd64|arm64|aarch64|universal)\.(?<format>AppImage|deb|rpm|tar\.gz|zip|dmg|exe)$/

/** Other names of the same processors, by the habits of package formats. */
const archs = /** @type {Record<string, string>} */ ({ x86_64: 'x64', amd64: 'x64', aarch64: 'arm64' })

/** @returns {UpdateSource} what `packaging/updates.json` says */
export function updateSource() {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'updates.json'), 'utf8'))
}

/**
 * Why packages with this source could never be updated; empty where nothing speaks against it.
 *
 * @param {UpdateSource} source
 * @returns {string[]}
 */
export function sourceObjections({ feed, keys, page }) {
  return [
    ...(keys.length > 0 ? [] : ['packaging/updates.json names no key that signs updates.']),
    ...([feed, page].some((address) => /\.example\b/.test(new URL(address).hostname))
      ? ['packaging/updates.json leads nowhere: its addresses are still stand-ins.']
      : []),
  ]
}

/**
 * The packages of a folder.
 *
 * @param {string} folder
 * @param {string} version
 * @returns {PackageFile[]} sorted by name
 * @throws if there is none, or one of another version
 */
export function packageFiles(folder, version) {
  const found = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const groups = packageName.exec(name)?.groups
      if (!groups) return []
      if (groups.version !== version) throw new Error(`${name} is not of version ${version}.`)
      const bytes = readFileSync(path.join(folder, name))
      const { format = '', arch = '' } = groups
      const sha512 = createHash('sha512').update(bytes).digest('base64')
      return [{ name, format, arch: archs[arch] ?? arch, size: bytes.length, sha512 }]
    })
  if (found.length === 0) throw new Error(`There are no packages in ${folder}.`)
  return found
}

/**
 * What is new in a version, as the changelog says it.
 *
 * @param {string} changelog
 * @param {string} version
 * @returns {string} plain lines
 */
export function notesOf(changelog, version) {
  const from = changelog.indexOf(`\n## [${version}]`)
  if (from < 0) return ''
  const section = changelog.slice(changelog.indexOf('\n', from + 1) + 1)
  const end = section.search(/^## /m)
  return (end < 0 ? section : section.slice(0, end)).replace(/^### /gm, '').replace(/[*`]/g, '').trim()
}

/**
 * The feed as it is served: the manifest as one text, so that not a letter of it can change, and its signatures.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} privateKeys PEM; more than one while keys change
 * @returns {string}
 */
export function signedFeed(manifest, privateKeys) {
  const text = JSON.stringify(manifest)
  const signatures = privateKeys.map((pem) =>
    sign(null, Buffer.from(signedPrefix + text), createPrivateKey(pem)).toString('base64'),
  )
  return `${JSON.stringify({ manifest: text, signatures }, null, 2)}\n`
}

/**
 * Whether packages with these keys will believe a feed.
 *
 * @param {string} feed
 * @param {readonly string[]} keys
 */
export function isBelieved(feed, keys) {
  const { manifest, signatures } = JSON.parse(feed)
  return keys.some((key) =>
    signatures.some((/** @type {string} */ signature) =>
      verify(
        null,
        Buffer.from(signedPrefix + manifest),
        createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }),
        Buffer.from(signature, 'base64'),
      ),
    ),
  )
}
