import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPackage } from '@electron/asar'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { projectFolder } from '../../scripts/build.mjs'
import { capture, npmCommand } from '../../scripts/command.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-others-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = fileURLToPath(new URL('stand-in.mjs', import.meta.url))

/** Makes the application's folder for another system, from a stand-in for its Electron. */
async function make(platform: 'darwin' | 'win32', arch: string): Promise<string> {
  const output = path.join(folder, `${platform}-${arch}`)
  const { code, stdout, stderr } = await capture(process.execPath, [program, platform, arch, output])
  expect(code, `${stdout}${stderr}`).toBe(0)
  return output
}
const nativeParts = (resources: string): string[] =>
  readdirSync(path.join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.node'),
  )
/** The kind of machine that a binary is for, as its first bytes say. */
const kindOf = (file: string): string => {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 2) === 'MZ')
    return `PE ${bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4).toString(16)}`
  return `Mach-O ${bytes.readUInt32LE(4).toString(16)}`
}

describe.skipIf(inject('packages') === null)('packages for other systems', () => {
  it('have the database for Windows on x64', async () => {
    const resources = path.join(await make('win32', 'x64'), 'win-unpacked/resources')
    expect(nativeParts(resources)).toEqual(['node_modules/@libsql/win32-x64-msvc/index.node'])
    const [name = ''] = nativeParts(resources)
    expect(kindOf(path.join(resources, 'app.asar.unpacked', name))).toBe('PE 8664')
    expect(listPackage(path.join(resources, 'app.asar'), { isPack: false }).join()).not.toContain('linux')
  })

  it.each([
    ['arm64', 'mac-arm64'],
    ['x64', 'mac'],
  ])('have the database for both kinds of Mac, and say which links are theirs, on %s', async (arch, name) => {
    const output = await make('darwin', arch)
    const contents = path.join(output, name, 'Sessiondeck.app/Contents')
    const kinds = nativeParts(path.join(contents, 'Resources')).map((name) =>
      kindOf(path.join(contents, 'Resources/app.asar.unpacked', name)),
    )
    expect(kinds.sort()).toEqual(['Mach-O 1000007', 'Mach-O 100000c'])
    const plist = readFileSync(path.join(contents, 'Info.plist'), 'utf8')
    expect(plist).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>sessiondeck<\/string>/)
    expect(plist).toContain('<string>app.sessiondeck.Sessiondeck</string>')
    expect(plist).toContain('ElectronAsarIntegrity')
  })
})

describe('the lock file', () => {
  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ])('has all that %s %s installs', async (os, cpu) => {
    const npm = npmCommand()
    const words = ['ci', '--dry-run', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`]
    const { code, stderr } = await capture(npm.program, [...npm.args, ...words], { cwd: projectFolder })
    expect(code, stderr).toBe(0)
  })
})
