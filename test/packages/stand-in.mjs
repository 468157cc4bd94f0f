// Makes the application's folder for a system that this one is not: `node stand-in.mjs PLATFORM ARCH OUTPUT`. Its Electron is a
// stand-in with just what electron-builder looks for, so what is around it can be looked at.
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makePackages } from '../../packaging/make.mjs'

/** Where the fuses are written, and as many of them as Electron 25 has, all off. */
const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x080000000'

/** @param {string} folder */
function makeWindows(folder) {
  const resolve = createRequire(import.meta.url).resolve
  const vendor = path.join(path.dirname(resolve('electron-winstaller/package.json')), 'vendor')
  // Any program with a version in it.
  copyFileSync(path.join(vendor, 'rcedit.exe'), path.join(folder, 'electron.exe'))
  appendFileSync(path.join(folder, 'electron.exe'), wire)
  for (const name of ['resources', 'locales']) mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, 'locales', 'en-US.pak'), '')
}

/** @param {string} name */
const plist = (name) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>
`

/** @param {string} folder */
function makeMac(folder) {
  const contents = path.join(folder, 'Electron.app', 'Contents')
  const framework = path.join(contents, 'Frameworks', 'Electron Framework.framework')
  const resources = path.join(framework, 'Versions', 'A', 'Resources')
  for (const made of [path.join(contents, 'Resources', 'en.lproj'), path.join(resources, 'en.lproj')]) {
    mkdirSync(made, { recursive: true })
    writeFileSync(path.join(made, 'locale.pak'), '')
  }
  writeFileSync(path.join(framework, 'Electron Framework'), wire)
  const helpers = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].map((suffix) => `Electron Helper${suffix}`)
  const programs = [
    [contents, 'Electron'],
    ...helpers.map((name) => [path.join(contents, 'Frameworks', `${name}.app`, 'Contents'), name]),
  ]
  for (const [place = '', name = ''] of programs) {
    mkdirSync(path.join(place, 'MacOS'), { recursive: true })
    writeFileSync(path.join(place, 'MacOS', name), '')
    writeFileSync(path.join(place, 'Info.plist'), plist(name))
  }
}

const [platform, arch, output = ''] = process.argv.slice(2)
const isMac = platform === 'darwin'
const scratch = mkdtempSync(path.join(tmpdir(), 'sessiondeck-stand-in-'))
try {
  const folder = path.join(scratch, 'electron')
  mkdirSync(folder)
  if (isMac) makeMac(folder)
  else makeWindows(folder)
  await makePackages({
    target: isMac ? { platform: 'darwin', archs: ['arm64', 'x64'] } : { platform: 'win32', archs: ['x64'] },
    arch: arch === 'arm64' ? 'arm64' : 'x64',
    formats: ['dir'],
    runtime: { kind: 'development', version: '25.1.1', folder },
    isRelease: false,
    output,
    scratch,
  })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
