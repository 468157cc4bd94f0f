import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import {
  appImageInstaller,
  debInstaller,
  type Run,
  restartWords,
  run,
  updaterInstaller,
} from '../../../../../src/main/desktop/updates/installers'
import { temporaryFolder } from '../../../../harness/temporary-folder'

const name = temporaryFolder()
const ended =
  (code: number | string, stderr = '') =>
  async () => ({ code, stderr })

describe('debInstaller', () => {
  it('has the system ask for the password, and starts again when the package is in place', async () => {
    const restart = vi.fn()
    const asked = vi.fn<Run>(ended(0))
    expect(await debInstaller(asked, restart, false).install('/a b.deb')).toEqual({
      ok: true,
      value: undefined,
    })
    const words = ['apt-get', 'install', '--yes', '--no-install-recommends', '/a b.deb']
    expect(asked.mock.calls).toEqual([['pkexec', words]])
    expect(restart).toHaveBeenCalledOnce()
    await debInstaller(asked, restart, true).install('/a.deb')
    expect(asked.mock.calls[1]?.[0]).toBe('apt-get')
  })

  it.each([
    [126, '', 'did not allow it'],
    [127, '', 'did not allow it'],
    ['ENOENT', '', 'no pkexec'],
    [100, 'E: Could not get lock /var/lib/dpkg/lock-frontend', 'another program is installing'],
    [100, 'E: Unmet dependencies', 'the package manager refused'],
  ])('runs on after %j and says what to do', async (code, stderr, words) => {
    const restart = vi.fn()
    const result = await debInstaller(ended(code, stderr), restart, false).install('/a.deb')
    expect(restart).not.toHaveBeenCalled()
    expect(result.ok ? '' : result.error.message).toContain(words)
    expect(result.ok ? '' : result.error.message).toContain("sudo apt install '/a.deb'")
  })
})

describe('run', () => {
  it('says how a program ended, or that there is none', async () => {
    expect(await run('sh', ['-c', 'echo no >&2; exit 3'])).toEqual({ code: 3, stderr: 'no\n' })
    expect(await run('true', [])).toEqual({ code: 0, stderr: '' })
    expect((await run('no-such-program', [])).code).toBe('ENOENT')
  })
})

describe('appImageInstaller', () => {
  it('puts the new file in place under the old name, and starts it', async () => {
    const [image, file] = [name(), name()]
    writeFileSync(image, 'old')
    writeFileSync(file, 'new')
    chmodSync(file, 0o600)
    const restart = vi.fn()
    expect((await appImageInstaller(image, restart).install(file)).ok).toBe(true)
    expect(readFileSync(image, 'utf8')).toBe('new')
    expect(statSync(image).mode & 0o777).toBe(0o755)
    expect(restart.mock.calls).toEqual([[image]])
  })

  it('leaves the old one as it is where it cannot', async () => {
    // A folder in the place of a file cannot be replaced by one, not even by root.
    const image = name()
    mkdirSync(path.join(image, 'inside'), { recursive: true })
    const file = name()
    writeFileSync(file, 'new')
    const restart = vi.fn()
    const result = await appImageInstaller(image, restart).install(file)
    expect(result.ok ? '' : result.error.message).toContain('could not be replaced')
    expect(existsSync(path.join(image, 'inside'))).toBe(true)
    expect(existsSync(`${image}.new`)).toBe(false)
    expect(restart).not.toHaveBeenCalled()
  })
})

describe('updaterInstaller', () => {
  const updater = (act: (fail: (cause: Error) => void) => void) => {
    let fail = (_cause: Error) => {}
    return {
      once: (_name: 'error', listener: (cause: Error) => void) => {
        fail = listener
      },
      off: vi.fn(),
      quitAndInstall: () => act((cause) => fail(cause)),
    }
  }

  it('is done when the application is being ended, and has failed when electron-updater says so', async () => {
    const done = updaterInstaller(
      updater(() => {}),
      Promise.resolve(),
    )
    expect((await done.install('')).ok).toBe(true)
    const failing = updaterInstaller(
      updater((fail) => fail(new Error('no'))),
      new Promise(() => {}),
    )
    expect((await failing.install('')).ok).toBe(false)
  })
})

it('starts again with the words of this start, but not with the link that it opened', () => {
  const argv = ['/opt/x', '--hidden', '--user-data-dir=/d', 'sessiondeck://session/1']
  expect(restartWords(argv, (word) => word.startsWith('sessiondeck:'))).toEqual([
    '--hidden',
    '--user-data-dir=/d',
  ])
})
