import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { backupText, largestBackup, parseBackup, readBackup } from '../../../../src/main/settings/backup-file'
import { temporaryFolder } from '../../../harness/temporary-folder'

const file = temporaryFolder()

const text = backupText({
  exportedAt: 1_764_000_000_000,
  app: '0.1.0',
  accounts: [],
  hosts: [],
  templates: [],
  views: [],
  scriptNames: {},
  settings: { theme: 'dark' },
  window: { view: { sort: null }, terminal: {} },
})
const changed = (changes: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(text), ...changes })
const sentenceOf = (content: string) => {
  const result = parseBackup(content)
  return result.ok ? 'a backup' : result.error.message
}

describe('a backup', () => {
  it('is read as it was written, also where an editor put a mark before it', async () => {
    const name = file()
    await writeFile(name, `\ufeff${text}`)
    const read = await readBackup(name)
    expect(read.ok && read.value.settings).toEqual({ theme: 'dark' })
    expect(read.ok && read.value.exportedAt).toBe(1_764_000_000_000)
  })

  it.each([
    ['cut off', text.slice(0, -20), /damaged, or no Sessiondeck backup/],
    ['empty', '', /damaged/],
    ['other JSON', '{"name":"package"}', /is no Sessiondeck backup/],
    ['a list', '[1, 2]', /is no Sessiondeck backup/],
    ['newer', changed({ version: 2, more: true }), /newer Sessiondeck.*Update/],
    ['older than the first', changed({ version: 0 }), /mistake at version/],
    [
      'with a part of the wrong kind',
      changed({ hosts: {} }),
      /mistake at hosts: must be a list. Nothing was imported/,
    ],
    [
      'with too many',
      changed({ accounts: Array(101).fill({}) }),
      /mistake at accounts: must hold at most 100/,
    ],
    ['with a part that nobody knows', changed({ plugins: [] }), /nothing is called plugins/],
    ['without a part', changed({ settings: undefined }), /mistake at settings: is missing/],
    [
      'with a view as large as a book',
      changed({ window: { view: 'x'.repeat(300_000), terminal: {} } }),
      /too large/,
    ],
    ['nested without end', `${'['.repeat(2_000_000)}`, /is no Sessiondeck backup/],
    [
      'with a deep view',
      changed({ window: { view: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`), terminal: {} } }),
      /is no/,
    ],
  ])('that is %s is refused in a sentence', (_what, content, sentence) => {
    expect(sentenceOf(content)).toMatch(sentence)
  })

  it('counts no brackets inside of texts', () => {
    expect(sentenceOf(changed({ app: '[[[[[[[[[[[[[[[["\\[[[[[[[[[[[[[' }))).toBe('a backup')
  })

  it('is not read where it is huge, a folder, a pipe or not there', async () => {
    const huge = file()
    await writeFile(huge, text.padEnd(largestBackup + 1))
    const folder = file()
    await mkdir(folder)
    const pipe = file()
    execFileSync('mkfifo', [pipe])
    const sentences = await Promise.all(
      [huge, folder, pipe, file()].map(async (each) => {
        const read = await readBackup(each)
        return read.ok ? 'a backup' : read.error.message
      }),
    )
    expect(sentences).toEqual([
      expect.stringContaining('too large'),
      expect.stringContaining('is no Sessiondeck backup'),
      expect.stringContaining('is no Sessiondeck backup'),
      expect.stringContaining('cannot be read'),
    ])
  })
})
