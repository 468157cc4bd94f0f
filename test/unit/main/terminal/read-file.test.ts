import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DiskAnswers, readPlainFile, utf16Text } from '../../../../src/main/terminal/read-file'
import { readKeyFile } from '../../../../src/main/terminal/ssh/key-file'

const run = promisify(execFile)

describe('a file that may be anything', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'read-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is read as it is, up to its bound', async () => {
    const file = path.join(folder, 'file')
    await writeFile(file, 'text')
    expect((await readPlainFile(file, 4)).toString()).toBe('text')
    await expect(readPlainFile(file, 3)).rejects.toMatchObject({ code: 'EFBIG' })
    await expect(readPlainFile(folder, 4)).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(readPlainFile(path.join(folder, 'none'), 4)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.skipIf(process.platform === 'win32')('is no key where it is a pipe that nobody writes to', async () => {
    const pipe = path.join(folder, 'key')
    await run('mkfifo', [pipe])
    await expect(readKeyFile(pipe)).rejects.toThrow('it is not a file')
  })
})

describe('the answer of a disk', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('that never comes is given up, and not asked for again while it may come', async () => {
    vi.useFakeTimers()
    let asked = 0
    let answer: (text: string) => void = () => undefined
    const ask = () => {
      asked++
      return new Promise<string>((resolve) => {
        answer = resolve
      })
    }
    const answers = new DiskAnswers<string>()
    for (let attempt = 0; attempt < 3; attempt++) {
      const failing = expect(answers.wait('/net/file', ask)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
      await vi.advanceTimersByTimeAsync(60_000)
      await failing
    }
    expect(asked).toBe(1)
    const last = answers.wait('/net/file', ask)
    answer('came after all')
    expect(await last).toBe('came after all')
    void answers.wait('/net/file', ask)
    expect(asked).toBe(2)
    answer('')
  })
})

it('reads a text of Windows from UTF-16 in both orders, and from nothing else', () => {
  const bytes = Buffer.from('\ufeffHost größe 🥊', 'utf16le')
  expect(utf16Text(bytes)).toBe('Host größe 🥊')
  expect(utf16Text(Buffer.from(bytes).swap16())).toBe('Host größe 🥊')
  expect(utf16Text(Buffer.from('\ufeffHost größe'))).toBeNull()
  expect(utf16Text(Buffer.alloc(0))).toBeNull()
})
