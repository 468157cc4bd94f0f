import { writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettingsFile } from '../../../../src/main/settings/stored'
import { settingsSchema } from '../../../../src/shared/settings'
import { sshHost } from '../../../harness/connection-recorder'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-stored-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const defaults = settingsSchema.parse({})

describe('the settings file', () => {
  it('is what the last of several quick changes made of it', async () => {
    const file = openSettingsFile(folder)
    const changes = (['light', 'dark', 'system'] as const).map((theme) =>
      file.save({ accounts: [], hosts: [], settings: { ...defaults, theme } }),
    )
    await Promise.all(changes)
    expect(file.content.settings.theme).toBe('system')
    expect(openSettingsFile(folder)).toMatchObject({ problem: null, content: file.content })
  })

  it('of another version is kept aside whole, and said', async () => {
    const text = JSON.stringify({ version: 2, accounts: [], settings: {}, more: 'of a later version' })
    await writeFile(path.join(folder, 'settings.json'), text)
    const { content, problem } = openSettingsFile(folder)
    expect(content).toEqual({ accounts: [], hosts: [], settings: defaults })
    expect(problem).toMatchObject({
      kind: 'config',
      message: expect.stringMatching(/another version of Sessiondeck.*settings\.json\.broken/),
    })
    expect(await readFile(path.join(folder, 'settings.json.broken'), 'utf8')).toBe(text)
  })

  it('does not take the English of an earlier version, which nobody could choose, for a choice', async () => {
    const languageOf = (file: object) => {
      writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, accounts: [], ...file }))
      return openSettingsFile(folder)
    }
    const before = languageOf({ settings: { language: 'en', theme: 'dark' } })
    expect(before).toMatchObject({
      problem: null,
      content: { settings: { language: 'system', theme: 'dark' } },
    })
    expect(languageOf({ settings: { language: 'de' } }).content.settings.language).toBe('de')
    await before.save({ ...before.content, settings: { ...defaults, language: 'en' } })
    expect(openSettingsFile(folder).content.settings.language).toBe('en')
  })

  it('loses a host that no name leads to, and nothing else', async () => {
    const good = sshHost({ id: 'good', host: 'db.example.net' })
    const hosts = [sshHost({ id: 'bad', host: '*' }), good]
    await writeFile(
      path.join(folder, 'settings.json'),
      JSON.stringify({ version: 1, accounts: [], settings: {}, hosts }),
    )
    expect(openSettingsFile(folder)).toMatchObject({ problem: null, content: { hosts: [good] } })
  })
})
