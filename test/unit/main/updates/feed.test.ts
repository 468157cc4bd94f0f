import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fileFor, openFeed, type Release } from '../../../../src/main/updates/feed'
import { manifestOf, newUpdateKey, signedFeed, sourceOf } from '../../../harness/update-feed'

const key = newUpdateKey()
const source = sourceOf(key.publicKey)
const feed = signedFeed(manifestOf({}), [key.privateKey])
const opened = (text: string, keys = source.keys) => openFeed(text, { keys })
const release = (): Release => {
  const result = opened(feed)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const refusalOf = (text: string, keys?: string[]) => {
  const result = opened(text, keys)
  return result.ok ? result.value : result.error.message
}
const signedAs = (fields: object) => signedFeed({ ...manifestOf({}), ...fields }, [key.privateKey])

describe('openFeed', () => {
  it('reads what the release has signed', () => {
    expect(release()).toEqual(manifestOf({}))
  })

  it('takes no other release for one in which a single character was changed, wherever it is', () => {
    const believed: unknown[] = []
    for (let at = 0; at < feed.length; at += 1) {
      const other = feed[at] === 'A' ? 'B' : 'A'
      const result = opened(feed.slice(0, at) + other + feed.slice(at + 1))
      if (result.ok) believed.push(result.value)
    }
    // Only what decodes to the very same signature and text can be left.
    for (const each of believed) expect(each).toEqual(release())
    expect(believed.length).toBeLessThan(10)
  })

  it('refuses another key, and a key of another kind', () => {
    expect(refusalOf(feed, [newUpdateKey().publicKey])).toContain('not signed by Sessiondeck’s makers')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    const der = rsa.export({ format: 'der', type: 'spki' }).toString('base64')
    expect(refusalOf(feed, [der, 'no key', ''])).toContain('not signed by Sessiondeck’s makers')
  })

  it('refuses a signature of the same text that was made for something else', () => {
    const { manifest } = JSON.parse(feed)
    const elsewhere = JSON.parse(signedFeed(JSON.parse(manifest.replace('0.2.0', '0.3.0')), [key.privateKey]))
    expect(refusalOf(JSON.stringify({ manifest, signatures: elsewhere.signatures }))).toContain('not signed')
    expect(refusalOf(JSON.stringify({ manifest, signatures: [] }))).toContain('no signed list')
  })

  it('believes either key while keys change', () => {
    const next = newUpdateKey()
    const both = signedFeed(manifestOf({}), [key.privateKey, next.privateKey])
    expect(opened(both).ok).toBe(true)
    expect(opened(both, [next.publicKey]).ok).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['a page of a network that wants a sign-in', '<html><body>Sign in</body></html>'],
    ['a list without a signature', JSON.stringify(manifestOf({}))],
    ['no object', '"text"'],
  ])('refuses %s', (_what, text) => {
    expect(refusalOf(text)).toContain('no signed list of versions')
  })

  it.each([
    ['a version that is none', { version: 'latest' }],
    ['a version that is not final', { version: '0.2.0-beta.1' }],
    ['a version with more in it', { version: '0.2.0\n' }],
    ['a share that is none', { stagingPercentage: 101 }],
    ['a file in another folder', { files: [{ ...manifestOf({}).files[0], name: '../evil.deb' }] }],
    ['a file without its sum', { files: [{ ...manifestOf({}).files[0], sha512: '' }] }],
    ['a file of no size', { files: [{ ...manifestOf({}).files[0], size: 0 }] }],
  ])('refuses %s, even when it is signed', (_what, fields) => {
    expect(refusalOf(signedAs(fields))).toContain('does not understand')
  })

  it('cleans and shortens the notes', () => {
    const result = opened(signedAs({ notes: `a\u202eb\u001b[31m\n${'x'.repeat(100_000)}` }))
    if (!result.ok) throw new Error('refused')
    expect(result.value.notes).toMatch(/^ab\[31m\nx/)
    expect(result.value.notes.length).toBeLessThan(6_001)
  })
})

describe('fileFor', () => {
  it('is the one for this package and this computer', () => {
    expect(fileFor(release(), source, 'deb', 'x64')).toMatchObject({
      name: 'sessiondeck-0.2.0-any-x64.deb',
      url: 'https://updates.example/v/sessiondeck-0.2.0-any-x64.deb',
    })
    expect(fileFor(release(), source, 'deb', 'arm64')).toBeNull()
    expect(fileFor(release(), source, 'zip', 'x64')).toBeNull()
  })

  it.each([
    'https://elsewhere.example/v',
    'http://updates.example/v',
    'https://me:secret@updates.example/v',
    'file:///tmp',
    'no address',
  ])('is none below %s', (folder) => {
    const result = opened(signedAs({ folder }))
    if (!result.ok) throw new Error(result.error.message)
    expect(fileFor(result.value, source, 'deb', 'x64')).toBeNull()
  })
})
