import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFresh } from '../../../scripts/build.mjs'
import { cacheFolder } from '../../../scripts/cache-folder.mjs'
import { chosenExecutable, runtimeEnvironment } from '../../../scripts/electron-runtime.mjs'
import { downloadFailureMemory, installedElectron } from '../../../scripts/official-electron.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('chosenExecutable', () => {
  it('takes the executable before the folder, and neither if both are unset', () => {
    expect(chosenExecutable({ ELECTRON_EXEC_PATH: '/a/electron', ELECTRON_OVERRIDE_DIST_PATH: '/b' })).toBe(
      '/a/electron',
    )
    expect(chosenExecutable({ ELECTRON_OVERRIDE_DIST_PATH: '/b' }, 'linux')).toBe(path.join('/b', 'electron'))
    expect(chosenExecutable({ ELECTRON_OVERRIDE_DIST_PATH: '/b' }, 'win32')).toBe(
      path.join('/b', 'electron.exe'),
    )
    expect(chosenExecutable({})).toBeUndefined()
  })

  it('finds again what runtimeEnvironment hands on, through either variable', () => {
    const runtime = { path: path.join('/c', 'electron'), kind: 'development' as const, args: [] }
    const { ELECTRON_EXEC_PATH, ELECTRON_OVERRIDE_DIST_PATH, NO_SANDBOX } = runtimeEnvironment(runtime)
    expect(chosenExecutable({ ELECTRON_EXEC_PATH })).toBe(runtime.path)
    expect(chosenExecutable({ ELECTRON_OVERRIDE_DIST_PATH }, 'linux')).toBe(runtime.path)
    expect(NO_SANDBOX).toBeUndefined()
    expect(runtimeEnvironment({ ...runtime, args: ['--no-sandbox'] }).NO_SANDBOX).toBe('1')
  })
})

describe('installedElectron', () => {
  function unpack(version: string) {
    mkdirSync(path.join(folder, 'dist'), { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: '45.0.0' }))
    writeFileSync(path.join(folder, 'dist', 'version'), version)
    writeFileSync(path.join(folder, 'dist', 'electron'), '')
  }

  it('is the executable that the finished installer named', () => {
    unpack('v45.0.0')
    writeFileSync(path.join(folder, 'path.txt'), 'electron')
    expect(installedElectron(folder)).toBe(path.join(folder, 'dist', 'electron'))
  })

  it('does not count an unpacking that was interrupted or of another version', () => {
    expect(installedElectron(folder)).toBeUndefined()
    unpack('45.0.0')
    expect(installedElectron(folder)).toBeUndefined()
    writeFileSync(path.join(folder, 'path.txt'), 'electron')
    writeFileSync(path.join(folder, 'dist', 'version'), '44.0.0')
    expect(installedElectron(folder)).toBeUndefined()
  })
})

describe('downloadFailureMemory', () => {
  const day = 24 * 60 * 60 * 1000
  const now = Date.UTC(2030, 0, 1)

  it('remembers a failure for a day', async () => {
    const memory = downloadFailureMemory(path.join(folder, 'cache'))
    expect(await memory.isFresh(now)).toBe(false)
    await memory.remember(now)
    expect(await memory.isFresh(now)).toBe(true)
    expect(await memory.isFresh(now + day - 1000)).toBe(true)
    expect(await memory.isFresh(now + day)).toBe(false)
  })

  it('does not trust a memory from the future', async () => {
    const memory = downloadFailureMemory(folder)
    await memory.remember(now + day)
    expect(await memory.isFresh(now)).toBe(false)
  })
})

describe('cacheFolder', () => {
  it('is where each platform keeps caches', () => {
    expect(cacheFolder('linux', {}, '/home/me')).toBe('/home/me/.cache/sessiondeck')
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/cache' }, '/home/me')).toBe('/cache/sessiondeck')
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'relative' }, '/home/me')).toBe(
      '/home/me/.cache/sessiondeck',
    )
    expect(cacheFolder('darwin', {}, '/Users/me')).toBe('/Users/me/Library/Caches/sessiondeck')
    expect(cacheFolder('win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Me')).toBe(
      'C:\\Local\\sessiondeck\\Cache',
    )
  })
})

describe('isFresh', () => {
  it('wants every output, none older than the newest source', () => {
    expect(isFresh(10, 10)).toBe(true)
    expect(isFresh(10, 9)).toBe(false)
    expect(isFresh(10, undefined)).toBe(false)
  })
})
