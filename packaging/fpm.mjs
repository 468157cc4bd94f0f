#!/usr/bin/env node
// Stands in for fpm, which electron-builder would fetch: takes the arguments that electron-builder gives it, lays the files
// out and has the system's own tool make the package (dpkg-deb or rpmbuild). Same input, same bytes, with SOURCE_DATE_EPOCH.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

/**
 * @typedef {object} Wish
 * @property {'deb' | 'rpm'} type
 * @property {string} output the package's file
 * @property {string} name
 * @property {string} version
 * @property {string} architecture
 * @property {string} maintainer
 * @property {string} url
 * @property {string} license
 * @property {string} category
 * @property {string} summary one line
 * @property {string} description
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {string} compression
 * @property {string} afterInstall a script
 * @property {string} afterRemove a script
 * @property {[from: string, to: string][]} files what goes where; a folder ends in `/`
 */

/**
 * @param {string[]} words
 * @returns {Wish}
 */
export function readWish(words) {
  const text = /** @type {const} */ ({ type: 'string' })
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      'input-type': { type: 'string', short: 's' },
      'output-type': { type: 'string', short: 't' },
      force: { type: 'boolean' },
      depends: { type: 'string', short: 'd', multiple: true },
      'deb-recommends': { type: 'string', multiple: true },
      'deb-compression': text,
      'deb-priority': text,
      'rpm-os': text,
      'rpm-compression': text,
      'rpm-summary': text,
      architecture: text,
      'after-install': text,
      'after-remove': text,
      description: text,
      version: text,
      package: text,
      name: text,
      maintainer: text,
      vendor: text,
      url: text,
      license: text,
      category: text,
    },
  })
  const type = values['output-type']
  if (type !== 'deb' && type !== 'rpm') throw new Error(`Only deb and rpm are made here, not ${type}.`)
  /** @param {keyof typeof values} key */
  const given = (key) => {
    const value = values[key]
    if (typeof value !== 'string') throw new Error(`--${key} is missing.`)
    return value
  }
  const [first = '', ...more] = given('description')
    .split('\n')
    .map((line) => line.trim())
  const description = more.join('\n') || first
  return {
    type,
    output: given('package'),
    name: given('name'),
    version: given('version'),
    architecture: given('architecture'),
    maintainer: given('maintainer'),
    url: given('url'),
    license: given('license'),
    category: values.category ?? 'utils',
    summary: values['rpm-summary'] ?? (first || description),
    description,
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    compression: given(type === 'deb' ? 'deb-compression' : 'rpm-compression'),
    afterInstall: readFileSync(given('after-install'), 'utf8'),
    afterRemove: readFileSync(given('after-remove'), 'utf8'),
    files: positionals.map((pair) => {
      const at = pair.lastIndexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  }
}

/**
 * Copies everything to where it will lie. Rights are what matters only: for the owner to write, for everybody to read.
 *
 * @param {string} root stands for `/`
 * @param {Wish['files']} files
 */
function layOut(root, files) {
  for (const [from, to] of files) {
    const target = path.join(root, to)
    mkdirSync(path.dirname(target), { recursive: true })
    cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  }
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' })
  for (const name of ['', ...entries]) {
    const file = path.join(root, name)
    const status = lstatSync(file)
    if (status.isSymbolicLink()) continue
    chmodSync(file, status.isDirectory() || status.mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * @param {Wish} wish
 * @param {string} root
 */
function makeDeb(wish, root) {
  const sizeKiB = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => lstatSync(path.join(root, name)))
    .reduce((sum, status) => sum + (status.isFile() ? Math.ceil(status.size / 1024) : 1), 0)
  const control = [
    `Package: ${wish.name}`,
    `Version: ${wish.version}`,
    `Architecture: ${wish.architecture}`,
    `Maintainer: ${wish.maintainer}`,
    `Installed-Size: ${sizeKiB}`,
    `Depends: ${wish.depends.join(', ')}`,
    ...(wish.recommends.length > 0 ? [`Recommends: ${wish.recommends.join(', ')}`] : []),
    `Section: ${wish.category}`,
    'Priority: optional',
    `Homepage: ${wish.url}`,
    `Description: ${wish.summary}`,
    ...wish.description.split('\n').map((line) => ` ${line || '.'}`),
  ]
  const folder = path.join(root, 'DEBIAN')
  mkdirSync(folder, { mode: 0o755 })
  writeFileSync(path.join(folder, 'control'), `${control.join('\n')}\n`, { mode: 0o644 })
  writeFileSync(path.join(folder, 'postinst'), wish.afterInstall, { mode: 0o755 })
  writeFileSync(path.join(folder, 'postrm'), wish.afterRemove, { mode: 0o755 })
  const method =
    wish.compression === 'gz' || wish.compression === 'gzip' ? ['-Zgzip', '-z1'] : [`-Z${wish.compression}`]
  execFileSync('dpkg-deb', ['--root-owner-group', ...method, '--build', root, wish.output], { stdio: 'pipe' })
}

/** RPM's own names. */
const rpmArchitectures = /** @type {Record<string, string>} */ ({ amd64: 'x86_64', arm64: 'aarch64' })

/**
 * @param {Wish} wish
 * @param {string} root
 * @param {string} scratch
 */
function makeRpm(wish, root, scratch) {
  const payloads = /** @type {Record<string, string>} */ ({ gzip: 'w1.gzdio', zstd: 'w19.zstdio' })
  const spec = [
    // What is packed was built and signed elsewhere: nothing of it is changed, stripped or searched for dependencies.
    '%global __os_install_post %{nil}',
    '%global _build_id_links none',
    `%global _binary_payload ${payloads[wish.compression] ?? 'w7T0.xzdio'}`,
    '%global use_source_date_epoch_as_buildtime 1',
    '%global clamp_mtime_to_source_date_epoch 1',
    '%global _buildhost sessiondeck',
    `Name: ${wish.name}`,
    `Version: ${wish.version}`,
    'Release: 1',
    `Summary: ${wish.summary}`,
    `License: ${wish.license}`,
    `URL: ${wish.url}`,
    `Packager: ${wish.maintainer}`,
    'AutoReqProv: no',
    ...wish.depends.map((name) => `Requires: ${name}`),
    '',
    '%description',
    wish.description,
    '',
    '%files',
    ...wish.files.map(([, to]) => `"${to}"`),
    '',
    '%post',
    wish.afterInstall.replaceAll('%', '%%'),
    '%postun',
    // An update installs the new one first: what it has set up stays.
    `if [ "$1" = 0 ]; then\n${wish.afterRemove.replaceAll('%', '%%')}\nfi`,
  ]
  const file = path.join(scratch, 'package.spec')
  writeFileSync(file, `${spec.join('\n')}\n`)
  const folders = ['BUILD', 'RPMS', 'SRPMS', 'BUILDROOT'].map((name) => path.join(scratch, name))
  for (const folder of folders) mkdirSync(folder)
  const made = path.join(scratch, 'RPMS', 'made.rpm')
  execFileSync(
    'rpmbuild',
    [
      '-bb',
      `--buildroot=${root}`,
      `--target=${rpmArchitectures[wish.architecture] ?? wish.architecture}`,
      `--define=_topdir ${scratch}`,
      '--define=_rpmfilename made.rpm',
      `--define=_dbpath ${path.join(scratch, 'db')}`,
      file,
    ],
    { stdio: 'pipe' },
  )
  cpSync(made, wish.output)
}

/** @param {string[]} words */
function main(words) {
  const wish = readWish(words)
  const scratch = mkdtempSync(path.join(tmpdir(), 'sessiondeck-package-'))
  try {
    const root = path.join(scratch, 'root')
    mkdirSync(root)
    layOut(root, wish.files)
    if (wish.type === 'deb') makeDeb(wish, root)
    else makeRpm(wish, root, scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (import.meta.filename === process.argv[1]) main(process.argv.slice(2))
