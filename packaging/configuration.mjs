import path from 'node:path'
import { pinnedVersion } from '../scripts/official-electron.mjs'
import { packagePatterns, projectPatterns, readLock, unbundledPackages } from './contents.mjs'

/**
 * @typedef {import('electron-builder').Configuration} Configuration
 * @typedef {import('./contents.mjs').Target} Target
 * @typedef {object} Circumstances what differs from build to build
 * @property {Target} target
 * @property {Runtime} runtime
 * @property {boolean} isRelease whether it is to be signed, or not made at all
 * @property {string} output the folder for what is made
 * @property {string} icons the folder that scripts/draw-icons.mjs filled
 * @property {string} documents the folder with notices and bill of materials, and with what Linux packages say of themselves
 * @property {UpdateSource | null} updates where the package looks for its next version; `null`: it does not
 * @property {(folder: string) => string} locate where a package of the lock file is on this machine
 * @typedef {import('./update-feed.mjs').UpdateSource} UpdateSource
 * @typedef {{ kind: 'official' } | { kind: 'development', version: string, folder: string }} Runtime the Electron that goes
 *   into the package: the pinned one, which electron-builder fetches, or the one for development in a folder of this machine
 */

/** Identifies the application to macOS, Windows and software centres; must never change once something was published. */
export const applicationId = 'app.sessiondeck.Sessiondeck'

/** The scheme of links into the application. */
const linkScheme = 'sessiondeck'

/** Where a file of this folder is. @param {string} name */
const here = (name) => path.join(import.meta.dirname, name)

/** Debian's libraries for Electron, each by all names that it has had. */
const debianLibraries = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libcups2 | libcups2t64',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'xdg-utils',
]

/** The same for Fedora and openSUSE. */
const rpmLibraries = [
  '(alsa-lib or libasound2)',
  '(at-spi2-core or libatspi0)',
  '(cups-libs or libcups2)',
  '(gtk3 or libgtk-3-0)',
  '(libnotify or libnotify4)',
  '(libsecret or libsecret-1-0)',
  '(libuuid or libuuid1)',
  '(libXScrnSaver or libXss1)',
  '(libXtst or libXtst6)',
  '(mesa-libgbm or libgbm1)',
  '(nss or mozilla-nss)',
  'xdg-utils',
]

/** What the desktop's menu of an installed application offers beside opening it. */
const installedDesktop = {
  entry: { Actions: 'demo;' },
  desktopActions: { demo: { Name: 'Open the Demo', Exec: '/opt/Sessiondeck/sessiondeck --demo' } },
}

/**
 * What electron-builder is told: one configuration for all systems.
 *
 * @param {Circumstances} circumstances
 * @returns {Configuration}
 */
export function configuration({ target, runtime, isRelease, output, icons, documents, updates, locate }) {
  const isOfficial = runtime.kind === 'official'
  /** Files that Linux packages have outside of the application's folder. */
  const linuxFiles = (/** @type {'deb' | 'rpm'} */ type) => [
    // So that the program knows how it was installed; other packages of this system have no such file.
    `${path.join(documents, type)}=/opt/Sessiondeck/resources/package-type`,
    `${here(`linux/${applicationId}.metainfo.xml`)}=/usr/share/metainfo/${applicationId}.metainfo.xml`,
    `${path.join(documents, 'copyright')}=/usr/share/doc/sessiondeck/copyright`,
  ]
  return {
    appId: applicationId,
    productName: 'Sessiondeck',
    copyright: 'Copyright © 2026 The Sessiondeck authors',
    directories: { output, buildResources: icons },
    artifactName: `\${name}-\${version}-${isOfficial ? '' : 'development-'}\${os}-\${arch}.\${ext}`,
    electronVersion: isOfficial ? pinnedVersion : runtime.version,
    electronDist: isOfficial ? undefined : runtime.folder,
    electronLanguages: ['en-US'],
    publish: null,
    forceCodeSigning: isRelease,
    extraMetadata: {
      ...(isOfficial ? {} : { developmentRuntime: true }),
      ...(updates ? { updates } : {}),
    },

    // The packages below are all that is needed, so nothing is to be looked for, installed or compiled.
    beforeBuild: async () => false,
    files: [
      ...projectPatterns,
      ...unbundledPackages(readLock(), target).map((folder) => ({
        from: locate(folder),
        to: folder,
        filter: packagePatterns,
      })),
    ],
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    extraFiles: [
      {
        from: path.join(documents, 'THIRD-PARTY-NOTICES.txt'),
        to: target.platform === 'darwin' ? 'Resources/THIRD-PARTY-NOTICES.txt' : 'THIRD-PARTY-NOTICES.txt',
      },
      {
        from: path.join(documents, 'sbom.cdx.json'),
        to: target.platform === 'darwin' ? 'Resources/sbom.cdx.json' : 'sbom.cdx.json',
      },
    ],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      // The development runtime is too old to know this one.
      ...(isOfficial ? { grantFileProtocolExtraPrivileges: false } : {}),
    },
    protocols: [{ name: 'Sessiondeck link', schemes: [linkScheme] }],

    linux: {
      target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
      icon: path.join(icons, 'linux'),
      executableName: 'sessiondeck',
      syncDesktopName: true,
      category: 'Network;RemoteAccess',
      synopsis: 'One window over everybody who is online',
      description:
        'Watches the live sessions of LuaProt, LuaAuth, Junkie and VSay, and opens terminals beside them.',
      desktop: {
        entry: {
          GenericName: 'Session Monitor',
          Keywords: 'sessions;users;online;terminal;ssh;',
          StartupNotify: 'true',
        },
      },
    },
    deb: {
      desktop: installedDesktop,
      packageCategory: 'net',
      depends: debianLibraries,
      recommends: ['gnome-keyring | kwalletmanager'],
      compression: isOfficial ? 'xz' : 'gz',
      fpm: linuxFiles('deb'),
    },
    rpm: {
      desktop: installedDesktop,
      packageCategory: 'Applications/Internet',
      depends: rpmLibraries,
      compression: isOfficial ? 'xz' : 'gzip',
      fpm: linuxFiles('rpm'),
    },
    // Newer than the default, whose desktop file starts the application without its sandbox.
    toolsets: { appimage: '1.0.3' },

    mac: {
      // One download for both kinds of Mac: nobody has to know which one theirs is.
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
      icon: path.join(icons, 'icon.icns'),
      category: 'public.app-category.utilities',
      minimumSystemVersion: '13.0',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: here('mac/entitlements.plist'),
      entitlementsInherit: here('mac/entitlements.plist'),
      notarize: isRelease,
      // Each half holds the binaries of both, so they are not to be merged.
      x64ArchFiles: '**/@libsql/darwin-*/*.node',
    },

    win: {
      // Windows on ARM runs this one too; see docs/releasing.md.
      target: [{ target: 'nsis', arch: ['x64'] }],
      icon: path.join(icons, 'icon.ico'),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      include: here('windows/installer.nsh'),
      // Accounts, hosts and the action log are the person's: removing the program keeps them.
      deleteAppDataOnUninstall: false,
    },
  }
}
