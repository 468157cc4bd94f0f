import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileSaver, safeFileName } from '../../../../../src/main/desktop/system/save-file'
import { writeAtomically } from '../../../../../src/main/settings/files'

it.each([
  ['sess_1-logs.json', 'sess_1-logs.json'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\x.txt', 'C-Windows-x.txt'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\u202ec.txt', 'a-b-c.txt'],
  ['con.txt', '-con.txt'],
  ['name. . ', 'name'],
  ['///', 'sessiondeck.txt'],
  [`${'x'.repeat(300)}.txt`, `${'x'.repeat(116)}.txt`],
])('proposes %j as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

describe('saving a text', () => {
  let folder: string
  const codes: string[] = []
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-save-'))
    codes.length = 0
  })
  afterEach(() => rm(folder, { recursive: true }))

  const revealed: string[] = []
  const saver = (ask: (name: string) => Promise<string | null>) =>
    new FileSaver({
      ask,
      write: writeAtomically,
      onFailure: (code) => codes.push(code),
      reveal: (file) => revealed.push(file),
    })

  it('writes where the person says and tells the window its name alone', async () => {
    const files = saver(async (name) => path.join(folder, `mine-${name}`))
    expect(await files.save('a/b.txt', 'héllo\n')).toEqual({ ok: true, value: { savedAs: 'mine-a-b.txt' } })
    expect(await readdir(folder)).toEqual(['mine-a-b.txt'])
    expect(await readFile(path.join(folder, 'mine-a-b.txt'), 'utf8')).toBe('héllo\n')
  })

  it('writes nothing when the person gives up', async () => {
    expect(await saver(async () => null).save('a.txt', 'x')).toEqual({ ok: true, value: { savedAs: null } })
    expect(await readdir(folder)).toEqual([])
  })

  it('says that it failed, without the place', async () => {
    const result = await saver(async () => folder).save('a.txt', 'x')
    expect(result).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(JSON.stringify(result)).not.toContain(folder)
    expect(codes).toEqual(['EISDIR'])
  })

  it('asks one question at a time, and again after a failure', async () => {
    let answer: (file: string | null) => void = () => {}
    const files = saver(() => new Promise((resolve) => (answer = resolve)))
    const first = files.save('a.txt', 'x')
    expect(await files.save('b.txt', 'y')).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    answer(folder)
    expect(await first).toMatchObject({ ok: false })
    const second = files.save('c.txt', 'z')
    answer(path.join(folder, 'c.txt'))
    expect(await second).toMatchObject({ ok: true })
  })

  it('reveals the last file that was saved, and nothing before', async () => {
    let file: string | null = path.join(folder, 'a.txt')
    const files = saver(async () => file)
    revealed.length = 0
    files.reveal()
    expect(revealed).toEqual([])
    await files.save('a.txt', 'x')
    file = null
    await files.save('b.txt', 'y')
    files.reveal()
    expect(revealed).toEqual([path.join(folder, 'a.txt')])
  })
})
