import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openScriptDrafts } from '../../../../src/main/settings/script-drafts'
import type { UnsavedDraft } from '../../../../src/shared/script-draft'
import { longestSource } from '../../../../src/shared/script-facts'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'sessiondeck-drafts-'))
  folder = path.join(parent, 'script-drafts')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const script = { accountId: 'a', scriptId: '../s/1' }
const base = {
  name: 'Farm',
  freeForAll: false,
  useHeartbeat: true,
  kickOutdated: null,
  requireSessions: false,
  enabled: true,
}
const draft = (part: Partial<UnsavedDraft> = {}): UnsavedDraft => ({
  ...script,
  base,
  edit: { name: 'Farm 2' },
  source: 'print("secret")\n\n',
  ...part,
})
const open = () => openScriptDrafts(folder, () => 7)

describe('drafts of scripts', () => {
  it('are there again in another run, to the letter', async () => {
    expect(await open().list()).toEqual({ ok: true, value: [] })
    const odd = '\r\n\ufeff{"version":2}\n\0\ud83d\ude00 end'
    await open().keep(draft({ source: odd }))
    expect(await open().list()).toEqual({
      ok: true,
      value: [{ ...script, base, edit: { name: 'Farm 2' }, savedAt: 7, sourceLength: odd.length }],
    })
    expect(await open().source(script)).toEqual({ ok: true, value: { source: odd } })
  })

  it('hold the longest source, and none where none was typed', async () => {
    const drafts = open()
    const long = 'x'.repeat(longestSource)
    await drafts.keep(draft({ source: long }))
    const kept = await drafts.source(script)
    expect(kept.ok && kept.value.source === long).toBe(true)
    await drafts.keep(draft({ source: null }))
    expect(await drafts.list()).toMatchObject({ value: [{ sourceLength: null }] })
    expect(await drafts.source(script)).toEqual({ ok: true, value: { source: null } })
  })

  it.skipIf(process.platform === 'win32')(
    'are read by their owner only, and named after nothing',
    async () => {
      await open().keep(draft())
      const [name = ''] = await readdir(folder)
      expect(name).toMatch(/^[\da-f]{64}\.draft$/)
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
    },
  )

  it('leave nothing behind when they are discarded, or their account is removed', async () => {
    const drafts = open()
    await drafts.keep(draft())
    await drafts.keep(draft({ scriptId: '2' }))
    await drafts.keep(draft({ accountId: 'b' }))
    await drafts.discard(script)
    expect(await readdir(folder)).toHaveLength(2)
    await drafts.discardAccount('a')
    expect(await drafts.list()).toMatchObject({ value: [{ accountId: 'b' }] })
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('are discarded after they were kept, however quickly it is asked', async () => {
    const drafts = open()
    const asked = [drafts.keep(draft()), drafts.keep(draft({ source: 'later' })), drafts.discard(script)]
    await drafts.settled()
    expect(await readdir(folder)).toEqual([])
    await Promise.all(asked)
  })

  it('survive a kill in the middle of writing: the whole old one is there, the half one is not', async () => {
    await open().keep(draft())
    const [name = ''] = await readdir(folder)
    await writeFile(path.join(folder, `${name}.123.tmp`), 'half a secret')
    await writeFile(path.join(folder, 'other.draft'), 'no draft of ours')
    expect(await open().list()).toMatchObject({ ok: true, value: [{ scriptId: script.scriptId }] })
    expect((await readdir(folder)).sort()).toEqual([name, 'other.draft'].sort())
    expect(await readFile(path.join(folder, 'other.draft'), 'utf8')).toBe('no draft of ours')
  })

  it('are listed and removed beside what nobody can read', async () => {
    const drafts = open()
    await drafts.keep(draft())
    for (const name of ['other.draft', 'other.tmp']) await mkdir(path.join(folder, name))
    expect(await drafts.list()).toMatchObject({ ok: true, value: [{ accountId: 'a' }] })
    expect(await drafts.discardAccount('a')).toEqual({ ok: true, value: undefined })
    expect((await readdir(folder)).sort()).toEqual(['other.draft', 'other.tmp'])
  })

  it('say that they cannot be kept', async () => {
    await writeFile(folder, 'in the way')
    expect(await open().keep(draft())).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })
})
