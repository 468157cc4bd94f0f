import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, inject, it } from 'vitest'
import { projectFolder } from '../../scripts/build.mjs'
import { capture } from '../../scripts/command.mjs'

const [first, second] = inject('packages') ?? ['', '']
const application = path.join(first, 'linux-unpacked')
const archive = path.join(application, 'resources/app.asar')
const made = (folder: string, ending: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? `no ${ending}`)

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  )
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const run = async (program: string, ...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await capture(program, args)
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${stdout}${stderr}`)
  return stdout
}

/** What lies beside the build in the archive, and why: the database, what it loads, and our licence. */
const besideBuild = [
  'LICENSE',
  'node_modules/@libsql/linux-x64-gnu/index.node',
  'node_modules/@libsql/linux-x64-gnu/package.json',
  'node_modules/@neon-rs/load/LICENSE',
  'node_modules/@neon-rs/load/dist/index.js',
  'node_modules/@neon-rs/load/package.json',
  'node_modules/libsql/LICENSE',
  'node_modules/libsql/auth.js',
  'node_modules/libsql/index.js',
  'node_modules/libsql/node_modules/detect-libc/LICENSE',
  'node_modules/libsql/node_modules/detect-libc/lib/detect-libc.js',
  'node_modules/libsql/node_modules/detect-libc/lib/filesystem.js',
  'node_modules/libsql/node_modules/detect-libc/lib/process.js',
  'node_modules/libsql/node_modules/detect-libc/package.json',
  'node_modules/libsql/package.json',
  'node_modules/libsql/promise.js',
  'node_modules/libsql/sqlite-error.js',
  'package.json',
]

/** How a fuse is written into the executable. */
const on = '1'.charCodeAt(0)
const off = '0'.charCodeAt(0)

/** Most that the archive may have, bytes: what we wrote and what it is built of, without the database's binary. */
const archiveBound = 6_000_000
/** Most that the whole application may have, bytes; nearly all of it is Electron. */
const applicationBound = 330_000_000

describe.skipIf(inject('packages') === null)('what is in the packages', () => {
  it('has in its archive the build, and what lies beside it, and nothing else', () => {
    const listed = listPackage(archive, { isPack: false }).map((name) => name.slice(1))
    const files = listed.filter((name) => !listed.some((other) => other.startsWith(`${name}/`)))
    const build = filesBelow(path.join(projectFolder, 'out')).map((name) => `out/${name}`)
    expect(build.filter((name) => !/\.(cjs|js|css|html|woff2)$/.test(name))).toEqual([])
    expect(files.sort()).toEqual([...build, ...besideBuild].sort())
  })

  it('keeps its bounds', () => {
    expect(statSync(archive).size).toBeLessThan(archiveBound)
    const sizes = filesBelow(application).map((name) => statSync(path.join(application, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(applicationBound)
  })

  it('has one native part outside of the archive, and no other application to run', () => {
    const resources = filesBelow(path.join(application, 'resources')).sort()
    expect(resources).toEqual([
      'app.asar',
      'app.asar.unpacked/node_modules/@libsql/linux-x64-gnu/index.node',
      'apparmor-profile',
    ])
  })

  it('says whose work is in it, with every licence', () => {
    const notices = readFileSync(path.join(application, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const bill = JSON.parse(readFileSync(path.join(application, 'sbom.cdx.json'), 'utf8'))
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString())
    const names: string[] = bill.components.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
    for (const { name, version } of bill.components.slice(1))
      expect(notices).toContain(`${name} ${version} (`)
    expect(statSync(path.join(application, 'LICENSES.chromium.html')).size).toBeGreaterThan(1_000_000)
    expect(readFileSync(path.join(application, 'LICENSE.electron.txt'), 'utf8')).toContain(
      'Electron contributors',
    )
  })

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(path.join(application, 'sessiondeck'))
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
      integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyArchive: wire[FuseV1Options.OnlyLoadAppFromAsar],
    }).toEqual({
      runAsNode: off,
      nodeOptions: off,
      inspect: off,
      cookieEncryption: on,
      integrity: on,
      onlyArchive: on,
    })
  })

  it('is the same, byte for byte, when it is made again', () => {
    const again = path.join(second, 'linux-unpacked')
    expect(filesBelow(again).sort()).toEqual(filesBelow(application).sort())
    const differing = filesBelow(application).filter(
      (name) => digest(path.join(application, name)) !== digest(path.join(again, name)),
    )
    expect(differing).toEqual([])
    expect(digest(made(second, '.deb'))).toBe(digest(made(first, '.deb')))
  })

  it('refuses to be given to anybody when it was made with the Electron for development', async () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString())
    const isDevelopment = manifest.developmentRuntime === true
    const names = readdirSync(first).filter((name) => /\.(deb|rpm|AppImage|tar\.gz)$/.test(name))
    expect(names).toHaveLength(4)
    expect(names.filter((name) => name.includes('-development-'))).toHaveLength(isDevelopment ? 4 : 0)
    expect(readdirSync(first).includes('NOT-FOR-RELEASE.txt')).toBe(isDevelopment)
  })

  it('has a desktop file and software centre data that their own checkers accept', async () => {
    const root = path.join(first, 'deb')
    await run('dpkg-deb', '--extract', made(first, '.deb'), root)
    const desktop = path.join(root, 'usr/share/applications/sessiondeck.desktop')
    expect(await run('desktop-file-validate', desktop)).toBe('')
    expect(readFileSync(desktop, 'utf8')).toMatch(/^MimeType=x-scheme-handler\/sessiondeck;$/m)
    expect(readFileSync(desktop, 'utf8')).not.toContain('sandbox')
    await run('appstreamcli', 'validate-tree', '--no-net', root)
    const name = 'app.sessiondeck.Sessiondeck.metainfo.xml'
    await run('appstreamcli', 'validate', '--no-net', '--strict', path.join(root, 'usr/share/metainfo', name))
  })

  it('tells rpm what dpkg is told', async () => {
    const fields = '%{NAME} %{VERSION} %{ARCH} %{LICENSE} %{URL}'
    expect(await run('rpm', '--query', '--package', '--queryformat', fields, made(first, '.rpm'))).toBe(
      'sessiondeck 0.1.0 x86_64 MIT https://sessiondeck.example',
    )
    const inRpm = (await run('rpm', '--query', '--list', '--package', made(first, '.rpm'))).split('\n')
    const inDeb = (await run('dpkg-deb', '--contents', made(first, '.deb')))
      .split('\n')
      .flatMap((line) => / \.(\/\S+[^/])$/.exec(line)?.[1] ?? [])
    expect(inDeb.filter((name) => !inRpm.includes(name))).toEqual([])
  })
})
