import { describe, expect, it } from 'vitest'
import {
  allPackages,
  packagesForLibraries,
  parseMissingLibraries,
} from '../../../scripts/system-libraries.mjs'

const lddOutput = `	linux-vdso.so.1 (0x00007fb9ea1f3000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007fb9dfc00000)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fb9dfa00000)
`

describe('parseMissingLibraries', () => {
  it('names each missing library once', () => {
    expect(parseMissingLibraries(lddOutput)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })

  it('finds nothing where all are there, or where ldd has nothing to say', () => {
    expect(parseMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007fb9dfa00000)\n')).toEqual([])
    expect(parseMissingLibraries('\tnot a dynamic executable\n')).toEqual([])
  })
})

describe('packagesForLibraries', () => {
  it('maps libraries to the packages that hold them, each once', () => {
    expect(packagesForLibraries(['libnss3.so', 'libsmime3.so', 'libgtk-3.so.0'])).toEqual([
      'libnss3',
      'libgtk-3-0',
    ])
  })

  it('asks for the whole list when a library is only a dependency of the known ones', () => {
    const packages = packagesForLibraries(['libunheardof.so.9'])
    expect(packages).toContain('libgtk-3-0')
    expect(allPackages).toEqual(expect.arrayContaining(packages))
  })

  it('brings the SSH server that the terminals are tested against', () => {
    expect(allPackages).toContain('openssh-server')
  })

  it('does not take a library for another whose name begins alike', () => {
    expect(packagesForLibraries(['libgbm.so.1'])).toEqual(['libgbm1'])
    expect(packagesForLibraries(['libgbm.sorry.1']).length).toBeGreaterThan(1)
  })
})
