import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readOwnFile, writeAtomically } from '../../../../src/main/settings/files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const schema = z.object({ a: z.array(z.object({ n: z.number() })) })

describe('writeAtomically', () => {
  it('creates folders, replaces the text and leaves no draft', async () => {
    const file = path.join(folder, 'deep', 'file.json')
    await writeAtomically(file, 'one')
    await writeAtomically(file, 'two')
    expect(await readFile(file, 'utf8')).toBe('two')
    expect(await readdir(path.dirname(file))).toEqual(['file.json'])
  })

  it.skipIf(process.platform === 'win32')('lets only the owner read it', async () => {
    const file = path.join(folder, 'file.json')
    await writeAtomically(file, 'secret')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('keeps the old file and no draft when it cannot write', async () => {
    const target = path.join(folder, 'taken')
    await writeAtomically(path.join(target, 'inside'), 'a folder that is not empty cannot be replaced')
    await expect(writeAtomically(target, 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['taken'])
  })
})

describe('readOwnFile', () => {
  it('has neither value nor problem where there is no file', () => {
    expect(readOwnFile(path.join(folder, 'none.json'), schema)).toEqual({ value: null, problem: null })
  })

  it('keeps a file that is not JSON aside and says so', async () => {
    const file = path.join(folder, 'settings.json')
    await writeFile(file, '{ "a": [')
    const { value, problem } = readOwnFile(file, schema)
    expect(value).toBeNull()
    expect(problem).toMatchObject({ kind: 'config', path: 'settings.json' })
    expect(problem?.message).toContain('settings.json.broken')
    expect(await readFile(`${file}.broken`, 'utf8')).toBe('{ "a": [')
  })

  it('names the place of a mistake, never the value', async () => {
    const file = path.join(folder, 'settings.json')
    await writeFile(file, JSON.stringify({ a: [{ n: 1 }, { n: 'hunter2' }] }))
    const { problem } = readOwnFile(file, schema)
    expect(problem?.message).toContain('has a mistake at a[1].n: must be a number')
    expect(problem?.message).not.toContain('hunter2')
  })

  it('never overwrites an earlier broken file', async () => {
    const file = path.join(folder, 'settings.json')
    for (const text of ['first', 'second']) {
      await writeFile(file, text)
      readOwnFile(file, schema)
    }
    expect(await readFile(`${file}.broken`, 'utf8')).toBe('first')
    expect(await readFile(`${file}.broken-2`, 'utf8')).toBe('second')
  })
})
