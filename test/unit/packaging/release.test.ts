import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { objections } from '../../../packaging/release.mjs'
import { updateSource } from '../../../packaging/update-feed.mjs'

const root = path.join(__dirname, '../../..')
const fit = {
  runtime: 'official' as const,
  platform: 'linux',
  manifest: { version: '1.2.0', homepage: 'https://sessiondeck.org', author: 'Us <us@sessiondeck.org>' },
  changelog: '# Changelog\n\n## [1.2.0] - 2027-01-01\n',
  metainfo: '<release version="1.2.0" date="2027-01-01"/>',
  updates: {
    feed: 'https://sessiondeck.org/update.json',
    hosts: ['sessiondeck.org'],
    keys: ['key'],
    page: 'https://sessiondeck.org/download',
  },
  env: { GITHUB_REF_NAME: 'v1.2.0' },
}

describe('objections', () => {
  it('has none against a release that is complete', () => {
    expect(objections(fit)).toEqual([])
  })

  it.each([
    ['the runtime', { runtime: 'development' as const }, 'It is made with the Electron for development.'],
    ['the tag', { env: { GITHUB_REF_NAME: 'v1.1.0' } }, 'The tag is v1.1.0, not v1.2.0.'],
    [
      'the changelog',
      { changelog: '## [Unreleased]\n' },
      'CHANGELOG.md has no section of 1.2.0 with a date.',
    ],
    ['the metainfo', { metainfo: '' }, 'The metainfo file has no release 1.2.0.'],
    [
      'stand-ins',
      { manifest: { ...fit.manifest, homepage: 'https://sessiondeck.example' } },
      'Homepage and author in package.json are still stand-ins that lead nowhere.',
    ],
    [
      'updates that nobody could check',
      { updates: { ...fit.updates, keys: [] } },
      'packaging/updates.json names no key that signs updates.',
    ],
    [
      'updates from nowhere',
      { updates: { ...fit.updates, feed: 'https://sessiondeck.example/update.json' } },
      'packaging/updates.json leads nowhere: its addresses are still stand-ins.',
    ],
    [
      'what is unsigned',
      { platform: 'win32', env: { ...fit.env, WIN_CSC_LINK: 'x' } },
      'It cannot be signed without WIN_CSC_KEY_PASSWORD.',
    ],
  ])('names %s', (_what, change, objection) => {
    expect(objections({ ...fit, ...change })).toEqual([objection])
  })

  it('refuses the stand-ins that updates have until there is a first release', () => {
    expect(objections({ ...fit, updates: updateSource() })).toHaveLength(2)
  })

  it('names each secret that the workflow hands over, and the workflow hands over each', () => {
    const workflow = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')
    for (const platform of ['darwin', 'win32']) {
      const [words = ''] = objections({ ...fit, platform })
      const names = words.match(/[A-Z][A-Z_]{5,}/g) ?? []
      expect(names.length).toBeGreaterThan(1)
      for (const name of names) expect(workflow).toContain(`secrets.${name} }}`)
    }
    // Asked for by scripts/sign-update.mjs.
    expect(workflow).toContain('secrets.UPDATE_KEYS }}')
  })
})
