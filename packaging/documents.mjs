import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../scripts/build.mjs'
import { pinnedVersion } from '../scripts/official-electron.mjs'

/**
 * @typedef {import('./contents.mjs').Lock} Lock
 * @typedef {import('./contents.mjs').LockedPackage} LockedPackage
 * @typedef {{ name: string, version: string, license: string, folder: string, integrity: string | undefined }} Component
 */

const manifest = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))

/** Where the licence of a package stands. */
const licenseFile = /^(licen[cs]e|copying|ofl|notice)/i

/**
 * What of others is in the application: every package that is not for development alone, without the binaries of systems
 * that it is not made for.
 *
 * @param {Lock} lock
 * @param {readonly string[]} unbundled the packages that lie beside the bundles
 * @returns {Component[]} sorted by name and version
 */
export function components(lock, unbundled) {
  return Object.entries(lock)
    .filter(
      ([folder, entry]) => folder !== '' && !entry.dev && (!entry.optional || unbundled.includes(folder)),
    )
    .map(([folder, { version, license = oldLicense(folder), integrity }]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license,
      folder,
      integrity,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/**
 * The licence of a package that names it as was done before npm's lock file heard of it.
 *
 * @param {string} folder
 * @returns {string}
 * @throws where it names none: nobody knows then whether it may be given to others
 */
function oldLicense(folder) {
  const { licenses } = JSON.parse(readFileSync(path.join(projectFolder, folder, 'package.json'), 'utf8'))
  const license = licenses?.map((/** @type {{ type: string }} */ { type }) => type).join(' OR ')
  if (!license) throw new Error(`${folder} names no licence.`)
  return license
}

/**
 * The bill of materials as CycloneDX asks for it. It has neither a time nor a serial number: the same sources give the same file.
 *
 * @param {Component[]} parts
 * @param {string} electron its version
 */
export function billOfMaterials(parts, electron) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': `${manifest.name}@${manifest.version}`,
        type: 'application',
        name: manifest.name,
        version: manifest.version,
        licenses: [{ license: { id: manifest.license } }],
      },
    },
    components: [
      {
        'bom-ref': `electron@${electron}`,
        type: 'framework',
        name: 'electron',
        version: electron,
        purl: `pkg:npm/electron@${electron}`,
        licenses: [{ license: { id: 'MIT' } }],
      },
      ...parts.map(({ name, version, license, integrity }) => ({
        'bom-ref': `${name}@${version}`,
        type: 'library',
        name,
        version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        licenses: [/ (AND|OR|WITH) /.test(license) ? { expression: license } : { license: { id: license } }],
        ...(integrity?.startsWith('sha512-')
          ? {
              hashes: [
                { alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') },
              ],
            }
          : {}),
      })),
    ],
  }
}

/**
 * Whose work is in the application, and under which terms, in one text.
 *
 * @param {Component[]} parts
 * @param {Map<string, string>} folders where packages are that npm did not install
 */
export function thirdPartyNotices(parts, folders) {
  const sections = parts.map(({ name, version, license, folder }) => {
    const texts = licenseTexts(folders.get(folder) ?? path.join(projectFolder, folder))
    return [`${name} ${version} (${license})`, ...texts].join('\n\n')
  })
  const line = `\n\n${'-'.repeat(80)}\n\n`
  return `${[
    'Sessiondeck contains the following work of others. Electron, and Chromium inside it, have their licences beside the\nprogram: LICENSE.electron.txt and LICENSES.chromium.html.',
    ...sections,
  ].join(line)}\n`
}

/** @param {string} folder */
function licenseTexts(folder) {
  return readdirSync(folder)
    .filter((name) => licenseFile.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
}

/**
 * Writes what goes into packages beside the program: `THIRD-PARTY-NOTICES.txt`, `sbom.cdx.json` Debian's `copyright`,
 * and the names of Linux packages for the file `package-type` in them.
 *
 * @param {string} folder
 * @param {Lock} lock
 * @param {Map<string, string>} located the packages beside the bundles, and where they are
 * @param {string} [electron] its version
 */
export async function writeDocuments(folder, lock, located, electron = pinnedVersion) {
  const parts = components(lock, [...located.keys()])
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(parts, located))
  await writeFile(
    path.join(folder, 'sbom.cdx.json'),
    `${JSON.stringify(billOfMaterials(parts, electron), null, 2)}\n`,
  )
  await writeFile(path.join(folder, 'copyright'), debianCopyright())
  for (const type of ['deb', 'rpm']) await writeFile(path.join(folder, type), `${type}\n`)
}

/** Debian's machine-readable form, for what is ours; the rest is in the notices beside the program. */
function debianCopyright() {
  const license = readFileSync(path.join(projectFolder, 'LICENSE'), 'utf8').trim()
  const holder = /Copyright \(c\) (.+)/.exec(license)?.[1] ?? ''
  const text = license
    .split('\n')
    .slice(4)
    .map((line) => ` ${line || '.'}`)
  return [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: Sessiondeck',
    `Source: ${manifest.homepage}`,
    'Comment: For work of others see /opt/Sessiondeck/THIRD-PARTY-NOTICES.txt.',
    '',
    'Files: *',
    `Copyright: ${holder}`,
    'License: Expat',
    ...text,
    '',
  ].join('\n')
}
