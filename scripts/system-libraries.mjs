import { access } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { capture } from './command.mjs'

// Debian's names. Newer releases append `t64` to some of them; `availableNames` sorts that out.
const libraryPackages = {
  'libgtk-3.so': 'libgtk-3-0',
  'libgdk-3.so': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libasound.so': 'libasound2',
  'libgbm.so': 'libgbm1',
  'libatk-bridge-2.0.so': 'libatk-bridge2.0-0',
  'libXss.so': 'libxss1',
}

const displayPrograms = { Xvfb: 'xvfb', xauth: 'xauth' }

const desktopPrograms = {
  ...displayPrograms,
  'dbus-daemon': 'dbus-x11',
  'dbus-send': 'dbus-x11',
  'dbus-monitor': 'dbus-x11',
  dunst: 'dunst',
  'gnome-keyring-daemon': 'gnome-keyring',
  'notify-send': 'libnotify-bin',
  trayer: 'trayer',
  openbox: 'openbox',
  xdotool: 'xdotool',
  import: 'imagemagick',
}

/** What makes packages for Linux. */
const packagingPrograms = {
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  '7z': 'p7zip-full',
  mksquashfs: 'squashfs-tools',
  'desktop-file-validate': 'desktop-file-utils',
}

/** What the tests of packages want beyond that. */
const packageTestPrograms = {
  appstreamcli: 'appstream',
  squashfuse: 'squashfuse',
  'gtk-launch': 'libgtk-3-bin',
  xprop: 'x11-utils',
}

/** What stands in for the pinned Electron's pages: Debian keeps it at the newest version. */
const browserPrograms = { chromium: 'chromium' }

/** Electron loads these at run time, so `ldd` does not show them; they carry the keychain and the notifications. */
const desktopLibraries = { 'libsecret-1.so.0': 'libsecret-1-0', 'libnotify.so.4': 'libnotify-bin' }

/**
 * A real SSH server for the terminals' tests, PuTTY's keys, and what runs in them; they skip without: a desktop has no need
 * of them.
 */
const serverPackages = [
  'openssh-server',
  'openssh-client',
  'putty-tools',
  'vim',
  'htop',
  'tmux',
  'less',
  'vttest',
]

/** How `apt-get` installs where nobody answers: it waits for another one's lock, and repeats a download. */
export const aptInstallArguments = [
  'install',
  '-y',
  '-o',
  'DPkg::Lock::Timeout=120',
  '-o',
  'Acquire::Retries=3',
]

/** Everything that a bare Debian needs for all tests. */
export const allPackages = unique([
  ...serverPackages,
  ...Object.values(libraryPackages),
  ...Object.values(desktopPrograms),
  ...Object.values(desktopLibraries),
  ...Object.values(packagingPrograms),
  ...Object.values(packageTestPrograms),
  ...Object.values(browserPrograms),
])

/**
 * Makes sure that the dynamic linker finds all that an Electron binary wants. Installs it on a Debian root shell.
 *
 * @param {string} executable
 * @throws naming what is missing and the command that installs it
 */
export async function ensureElectronLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = parseMissingLibraries((await capture('ldd', [executable])).stdout)
  await ensurePackages('Electron', missing, packagesForLibraries(missing))
}

/**
 * Makes sure that the programs of a private desktop session are there. Installs them on a Debian root shell.
 *
 * @throws naming what is missing and the command that installs it
 */
export async function ensureDesktopPrograms() {
  const programs = await missingPrograms(desktopPrograms)
  const cache = (await capture('/sbin/ldconfig', ['-p'])).stdout
  const libraries = Object.entries(desktopLibraries).filter(([name]) => !cache.includes(`\t${name} `))
  const missing = [...programs, ...libraries]
  await ensurePackages(
    'The desktop tests',
    missing.map(([name]) => name),
    unique(missing.map(([, debianPackage]) => debianPackage)),
  )
}

/**
 * Makes sure that what makes packages is there. Installs it on a Debian root shell.
 *
 * @throws naming what is missing and the command that installs it
 */
export async function ensurePackagingPrograms() {
  if (process.platform === 'linux') await ensurePrograms('Packaging', packagingPrograms)
}

/**
 * The same for what the tests of packages look into them with.
 *
 * @throws naming what is missing and the command that installs it
 */
export async function ensurePackageTestPrograms() {
  await ensurePrograms('The tests of packages', { ...packagingPrograms, ...packageTestPrograms })
}

/**
 * Makes sure that there is a Chromium. Installs it on a Debian root shell.
 *
 * @throws naming what is missing and the command that installs it
 */
export async function ensureChromium() {
  await ensurePrograms('The tests on the modern runtime', browserPrograms)
}

/**
 * @param {string} purpose who needs them, to begin a sentence with
 * @param {Record<string, string>} programs program to package
 */
async function ensurePrograms(purpose, programs) {
  const missing = await missingPrograms(programs)
  await ensurePackages(
    purpose,
    missing.map(([name]) => name),
    unique(missing.map(([, debianPackage]) => debianPackage)),
  )
}

/**
 * Where a program is.
 *
 * @param {string} name
 * @returns {Promise<string | undefined>} the first of that name on the PATH
 */
export async function programPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name)
    if (await isThere(file)) return file
  }
  return undefined
}

/** @param {string} file */
function isThere(file) {
  return access(file).then(
    () => true,
    () => false,
  )
}

/**
 * The libraries that `ldd` could not find.
 *
 * @param {string} output what ldd printed
 * @returns {string[]} names such as `libgbm.so.1`, each once
 */
export function parseMissingLibraries(output) {
  return unique([...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? ''))
}

/**
 * The Debian packages for missing libraries. One that we have no package for is a dependency of the others, so it brings
 * the whole list.
 *
 * @param {string[]} libraries
 * @returns {string[]} package names, each once
 */
export function packagesForLibraries(libraries) {
  const known = Object.entries(libraryPackages)
  return unique(
    libraries.flatMap((library) => {
      const hit = known.find(([name]) => library === name || library.startsWith(`${name}.`))
      return hit ? [hit[1]] : Object.values(libraryPackages)
    }),
  )
}

/**
 * @param {Record<string, string>} programs program to package
 * @returns {Promise<[string, string][]>} those that are not on the PATH
 */
async function missingPrograms(programs) {
  /** @type {[string, string][]} */
  const missing = []
  for (const entry of Object.entries(programs)) {
    if ((await programPath(entry[0])) === undefined) missing.push(entry)
  }
  return missing
}

/**
 * @param {string} purpose who needs them, to begin a sentence with
 * @param {string[]} missing what was not found
 * @param {string[]} packages what provides it
 */
async function ensurePackages(purpose, missing, packages) {
  if (missing.length === 0) return
  const hasApt = (await capture('apt-get', ['--version'])).code === 0
  if (!hasApt) throw new Error(`${purpose} cannot run without: ${missing.join(', ')}. Please install them.`)

  if (process.getuid?.() !== 0) {
    const names = await availableNames(packages)
    throw new Error(
      `${purpose} cannot run without: ${missing.join(', ')}.\nInstall with:\n  sudo apt-get install -y ${names.join(' ')}`,
    )
  }
  console.error(`Installing Debian packages: ${packages.join(' ')} ...`)
  // Package lists may be absent or outdated; that shows as a failure, and only then they are worth their time.
  const first = await aptInstall(packages)
  if (first.code === 0) return
  await capture('apt-get', ['update'])
  const second = await aptInstall(packages)
  if (second.code !== 0) {
    throw new Error(`apt-get could not install ${packages.join(' ')}:\n${second.stderr.trim()}`)
  }
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const args = [...aptInstallArguments, ...(await availableNames(packages))]
  return capture('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

/**
 * @param {string[]} packages
 * @returns {Promise<string[]>} the names in this release
 */
async function availableNames(packages) {
  return Promise.all(
    packages.map(async (name) => {
      const renamed = `${name}t64`
      return (await capture('apt-cache', ['show', renamed])).code === 0 ? renamed : name
    }),
  )
}

/**
 * @param {string[]} names
 * @returns {string[]}
 */
function unique(names) {
  return [...new Set(names)]
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain) console.log((await availableNames(allPackages)).join('\n'))
