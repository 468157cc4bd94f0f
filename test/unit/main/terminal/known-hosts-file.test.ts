import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookup, readHostKey } from '../../../../src/main/terminal/known-hosts'
import { knownHostsFiles, usualKnownHosts } from '../../../../src/main/terminal/known-hosts-file'

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
    expect(await files.read()).toEqual([])
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
    const known = async () => lookup(await files.read(), 'a', 2222, key).kind
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
    expect((await files.read()).map((entry) => [entry.names, entry.line])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  it('are all read, and only the first is written', async () => {
    await writeFile(at('system'), `everywhere ssh-ed25519 ${base64}\n`)
    const files = knownHostsFiles([at('mine'), at('system')])
    await files.remember('everywhere', 22, key)
    await files.remember('a', 22, key)
    expect((await files.read()).map((entry) => path.basename(entry.file))).toEqual(['mine', 'system'])
    expect(await readFile(at('system'), 'utf8')).toBe(`everywhere ssh-ed25519 ${base64}\n`)
  })

  it('are no ground for trust where they cannot be read, and go on after a write that failed', async () => {
    await mkdir(at('folder'))
    const files = knownHostsFiles([at('folder')])
    await expect(files.read()).rejects.toThrow('EISDIR')
    await expect(files.remember('a', 22, key)).rejects.toThrow('EISDIR')
    await rm(at('folder'), { recursive: true })
    await files.remember('a', 22, key)
    expect(await files.read()).toHaveLength(1)
  })
})
