import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBelieved, notesOf, packageFiles, signedFeed } from '../../../packaging/update-feed.mjs'
import { fileFor, openFeed } from '../../../src/main/updates/feed'
import { temporaryFolder } from '../../harness/temporary-folder'
import { newUpdateKey, sourceOf } from '../../harness/update-feed'

const name = temporaryFolder()

/** A folder with empty-handed packages. */
function folderWith(...files: string[]): string {
  const folder = name()
  mkdirSync(folder)
  for (const file of files) writeFileSync(path.join(folder, file), file)
  return folder
}

describe('packageFiles', () => {
  it('knows each package of a release by its name, and passes over the rest', () => {
    const folder = folderWith(
      'sessiondeck-0.2.0-linux-amd64.deb',
      'sessiondeck-0.2.0-linux-x86_64.AppImage',
      'sessiondeck-0.2.0-linux-x64.tar.gz',
      'sessiondeck-0.2.0-linux-x86_64.rpm',
      'sessiondeck-0.2.0-mac-universal.zip',
      'sessiondeck-0.2.0-mac-universal.dmg',
      'sessiondeck-0.2.0-win-x64.exe',
      'SHA256SUMS',
    )
    expect(packageFiles(folder, '0.2.0').map(({ format, arch }) => `${format} ${arch}`)).toEqual([
      'deb x64',
      'tar.gz x64',
      'AppImage x64',
      'rpm x64',
      'dmg universal',
      'zip universal',
      'exe x64',
    ])
  })

  it('refuses an empty folder and another version', () => {
    expect(() => packageFiles(folderWith(), '0.2.0')).toThrow('There are no packages')
    const older = folderWith('sessiondeck-0.1.0-win-x64.exe')
    expect(() => packageFiles(older, '0.2.0')).toThrow('is not of version 0.2.0')
  })
})

it('takes what is new from the changelog, as plain lines', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [0.2.0] - 2027-01-01\n\n### Added\n\n- **Updates** by `itself`.\n\n## [0.1.0]\n\n- First.\n'
  expect(notesOf(changelog, '0.2.0')).toBe('Added\n\n- Updates by itself.')
  expect(notesOf(changelog, '0.1.0')).toBe('- First.')
  expect(notesOf(changelog, '0.3.0')).toBe('')
})

it('signs what the application believes, and says when it would not', () => {
  const key = newUpdateKey()
  const source = sourceOf(key.publicKey)
  const files = packageFiles(folderWith('sessiondeck-0.2.0-linux-amd64.deb'), '0.2.0')
  const folder = 'https://updates.example/v0.2.0'
  const feed = signedFeed({ version: '0.2.0', notes: '', stagingPercentage: 100, folder, files }, [
    key.privateKey,
  ])
  expect(isBelieved(feed, source.keys)).toBe(true)
  expect(isBelieved(feed, [newUpdateKey().publicKey])).toBe(false)
  expect(isBelieved(feed, [])).toBe(false)
  const opened = openFeed(feed, source)
  if (!opened.ok) throw new Error(opened.error.message)
  expect(fileFor(opened.value, source, 'deb', 'x64')?.url).toBe(`${folder}/sessiondeck-0.2.0-linux-amd64.deb`)
})
