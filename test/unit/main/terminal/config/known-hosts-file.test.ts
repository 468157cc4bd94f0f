import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookup, readHostKey } from '../../../../../src/main/terminal/config/known-hosts'
import { knownHostsFiles, usualKnownHosts } from '../../../../../src/main/terminal/config/known-hosts-file'

const run = promisify(execFile)
const base64 = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl'
const key = readHostKey(Buffer.from(base64, 'base64')) ?? { type: '', blob: Buffer.alloc(0) }

describe('the known hosts files', () => {
  let folder: string
  const at = (...names: string[]) => path.join(folder, ...names)
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'known-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are empty where there are none, and made for their owner alone', async () => {
    const files = knownHostsFiles([at('.ssh', 'known_hosts')])
    expect(await files.about('db.example.net', 22)).toEqual([])
    await files.remember('db.example.net', 22, key)
    expect(await readFile(at('.ssh', 'known_hosts'), 'utf8')).toBe(`db.example.net ssh-ed25519 ${base64}\n`)
    expect((await stat(at('.ssh'))).mode & 0o777).toBe(0o700)
    expect((await stat(at('.ssh', 'known_hosts'))).mode & 0o777).toBe(0o600)
  })

  it('keep every line, also those that nobody understands and a last one without a break', async () => {
    const before = '# mine\n\tnonsense here\n|1|half\r\n@strange x y z'
    await writeFile(at('known_hosts'), before)
    await knownHostsFiles([at('known_hosts')]).remember('db.example.net', 2222, key)
    expect(await readFile(at('known_hosts'), 'utf8')).toBe(
      `${before}\n[db.example.net]:2222 ssh-ed25519 ${base64}\n`,
    )
  })

  it('are the person’s and the machine’s, and only the person’s first one is written to', async () => {
    expect(usualKnownHosts('/home/me', {}, 'linux')).toEqual([
      '/home/me/.ssh/known_hosts',
      '/home/me/.ssh/known_hosts2',
      '/etc/ssh/ssh_known_hosts',
      '/etc/ssh/ssh_known_hosts2',
    ])
    await writeFile(at('system'), `a ssh-ed25519 ${base64}\n`)
    const files = knownHostsFiles([at('known_hosts'), at('system')])
    await files.remember('a', 22, key)
    await files.remember('b', 22, key)
    expect(await readFile(at('known_hosts'), 'utf8')).toBe(`b ssh-ed25519 ${base64}\n`)
    expect(await readFile(at('system'), 'utf8')).toBe(`a ssh-ed25519 ${base64}\n`)
  })

  it('know what was accepted before it is written, and no longer than that', async () => {
    const files = knownHostsFiles([at('known_hosts')])
    const known = async () => lookup(await files.about('a', 2222), 'a', 2222, key).kind
    files.accept('a', 2222, key)
    expect(await known()).toBe('known')
    await files.remember('a', 2222, key)
    expect(await known()).toBe('known')
    await rm(at('known_hosts'))
    expect(await known()).toBe('unknown')
  })

  it('learn a key once, however many tabs ask at once', async () => {
    const files = knownHostsFiles([at('known_hosts')])
    await Promise.all([1, 2, 3].map(() => files.remember('a', 22, key)))
    await files.remember('b', 22, key)
    const lines = async (host: string) => (await files.about(host, 22)).map(({ line }) => line)
    expect([await lines('a'), await lines('b')]).toEqual([[1], [2]])
  })

  it('are all read, and only the first is written', async () => {
    await writeFile(at('system'), `everywhere ssh-ed25519 ${base64}\n`)
    const files = knownHostsFiles([at('mine'), at('system')])
    await files.remember('everywhere', 22, key)
    await files.remember('a', 22, key)
    const places = async (host: string) =>
      (await files.about(host, 22)).map(({ file }) => path.basename(file))
    expect([await places('a'), await places('everywhere')]).toEqual([['mine'], ['system']])
    expect(await readFile(at('system'), 'utf8')).toBe(`everywhere ssh-ed25519 ${base64}\n`)
  })

  it('are no ground for trust where they cannot be read, and go on after a write that failed', async () => {
    await mkdir(at('folder'))
    const files = knownHostsFiles([at('folder')])
    await expect(files.about('a', 22)).rejects.toThrow('EISDIR')
    await expect(files.remember('a', 22, key)).rejects.toThrow('EISDIR')
    await rm(at('folder'), { recursive: true })
    await files.remember('a', 22, key)
    expect(await files.about('a', 22)).toHaveLength(1)
  })

  it('are read anew when they change, and whenever they do', async () => {
    const files = knownHostsFiles([at('known_hosts')])
    const kind = async () => lookup(await files.about('a', 22), 'a', 22, key).kind
    expect(await kind()).toBe('unknown')
    await writeFile(at('known_hosts'), `a ssh-ed25519 ${base64}\n`)
    expect(await kind()).toBe('known')
    await writeFile(at('known_hosts'), `b ssh-ed25519 ${base64}\n`)
    expect(await kind()).toBe('unknown')
  })

  it.skipIf(process.platform === 'win32')(
    'are no ground for trust where one is a pipe that nobody writes to',
    async () => {
      await run('mkfifo', [at('known_hosts')])
      const files = knownHostsFiles([at('known_hosts')])
      await expect(files.about('a', 22)).rejects.toMatchObject({ code: 'ENOTFILE' })
    },
  )

  it.skipIf(process.platform === 'win32')('are empty where one leads to nothing on purpose', async () => {
    await symlink('/dev/null', at('known_hosts'))
    expect(await knownHostsFiles([at('known_hosts')]).about('a', 22)).toEqual([])
  })

  it('do not hold the thread, however many lines hide their names, and are looked through once', async () => {
    const salt = Buffer.from('a salt of 20 bytes..')
    const hash = createHmac('sha1', salt).update('mine').digest('base64')
    const others = Array.from(
      { length: 100_000 },
      (_, index) =>
        `|1|${salt.toString('base64')}|${Buffer.from(`other ${index}`).toString('base64')} ssh-ed25519 ${base64}`,
    )
    await writeFile(
      at('known_hosts'),
      [...others, `|1|${salt.toString('base64')}|${hash} ssh-ed25519 ${base64}`].join('\n'),
    )
    const files = knownHostsFiles([at('known_hosts')])
    const look = async () => {
      const startedMs = performance.now()
      expect(lookup(await files.about('mine', 2222), 'mine', 2222, key).kind).toBe('known')
      return performance.now() - startedMs
    }
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const firstMs = await look()
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(firstMs / 4)
    expect(await look()).toBeLessThan(firstMs / 4)
  })
})
