import { describe, expect, it } from 'vitest'
import { readLock, resolveFolder, unbundledPackages } from '../../../packaging/contents.mjs'

describe('unbundledPackages', () => {
  it('takes what the database needs from where it finds it, and nothing of another system', () => {
    const lock = {
      'node_modules/libsql': {
        version: '1.0.0',
        dependencies: { helper: '1', shared: '1' },
        optionalDependencies: { '@libsql/linux': '1', '@libsql/linux-musl': '1', '@libsql/windows': '1' },
      },
      'node_modules/libsql/node_modules/helper': { version: '1.0.0', dependencies: { shared: '1' } },
      'node_modules/helper': { version: '2.0.0' },
      'node_modules/shared': { version: '1.0.0' },
      'node_modules/unrelated': { version: '1.0.0' },
      'node_modules/@libsql/linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
      'node_modules/@libsql/linux-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
      'node_modules/@libsql/windows': { version: '1.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
    }
    expect(unbundledPackages(lock, { platform: 'linux', archs: ['x64'] })).toEqual([
      'node_modules/@libsql/linux',
      'node_modules/libsql',
      'node_modules/libsql/node_modules/helper',
      'node_modules/shared',
    ])
  })

  it('finds a binary of the database for each system that packages are made for', () => {
    const lock = readLock()
    const binaries = (platform: 'linux' | 'darwin' | 'win32', arch: 'x64' | 'arm64') =>
      unbundledPackages(lock, { platform, archs: [arch] }).filter((folder) => folder.includes('@libsql/'))
    expect(binaries('linux', 'x64')).toHaveLength(1)
    expect(binaries('linux', 'arm64')).toHaveLength(1)
    expect(binaries('darwin', 'x64')).toHaveLength(1)
    expect(binaries('darwin', 'arm64')).toHaveLength(1)
    expect(binaries('win32', 'x64')).toHaveLength(1)
    // Why there is no package for Windows on ARM; the day this fails there can be one.
    expect(binaries('win32', 'arm64')).toEqual([])
  })
})

describe('resolveFolder', () => {
  it('fails where the lock file is incomplete', () => {
    expect(() => resolveFolder({}, 'node_modules/a', 'b')).toThrow('b is not in the lock file.')
  })
})
