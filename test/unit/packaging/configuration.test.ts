import { validateConfiguration } from 'app-builder-lib/out/util/config/config'
import { describe, expect, it } from 'vitest'
import { configuration } from '../../../packaging/configuration.mjs'
import type { Target } from '../../../packaging/contents.mjs'

const targets: Target[] = [
  { platform: 'linux', archs: ['x64'] },
  { platform: 'darwin', archs: ['arm64', 'x64'] },
  { platform: 'win32', archs: ['x64'] },
]
const of = (target: Target, isRelease = false) =>
  configuration({
    target,
    runtime: { kind: 'official' },
    isRelease,
    output: '/out',
    icons: '/icons',
    documents: '/documents',
    updates: null,
    locate: (folder) => `/packages/${folder}`,
  })
const quiet = { isEnabled: false } as Parameters<typeof validateConfiguration>[1]

describe('configuration', () => {
  it.each(targets)('is one that electron-builder accepts, on $platform', async (target) => {
    await validateConfiguration(of(target), quiet)
    await validateConfiguration(
      configuration({
        target,
        runtime: { kind: 'development', version: '25.1.1', folder: '/electron' },
        isRelease: false,
        output: '/out',
        icons: '/icons',
        documents: '/documents',
        updates: null,
        locate: (folder) => folder,
      }),
      quiet,
    )
  })

  it('would be refused with a word that electron-builder does not know', async () => {
    const wrong = { ...of({ platform: 'linux', archs: ['x64'] }), electronFuzes: {} }
    await expect(validateConfiguration(wrong, quiet)).rejects.toThrow('electronFuzes')
  })

  it('leaves no fuse of a release to a default', () => {
    expect(of({ platform: 'win32', archs: ['x64'] }).electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('takes the database for both kinds of Mac into one package, and for Windows the one there is', () => {
    const sources = (target: Target) =>
      [of(target).files ?? []]
        .flat()
        .flatMap((each) => (typeof each === 'string' ? [] : (each.to ?? [])))
        .filter((folder) => folder.startsWith('node_modules/@libsql/'))
    expect(targets.map(sources)).toEqual([
      ['node_modules/@libsql/linux-x64-gnu'],
      ['node_modules/@libsql/darwin-arm64', 'node_modules/@libsql/darwin-x64'],
      ['node_modules/@libsql/win32-x64-msvc'],
    ])
  })

  it('signs and notarises a release or fails, and keeps what is the person’s when it is removed', () => {
    for (const target of targets.slice(1)) expect(of(target, true).forceCodeSigning).toBe(true)
    expect(of({ platform: 'darwin', archs: ['arm64', 'x64'] }, true).mac).toMatchObject({
      hardenedRuntime: true,
      notarize: true,
    })
    expect(of({ platform: 'win32', archs: ['x64'] }).nsis).toMatchObject({ deleteAppDataOnUninstall: false })
  })
})
