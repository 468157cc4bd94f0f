import { expect, it } from 'vitest'
import { maySend, updateSource } from '../../../../src/main/updates/source'
import { sourceOf } from '../../../harness/update-feed'

const source = { ...sourceOf('key'), hosts: ['updates.example', 'files.example', '127.0.0.1'] }

it('is what the package says, if it can be asked', () => {
  expect(updateSource({ name: 'sessiondeck', updates: source })).toEqual(source)
  for (const wrong of [
    null,
    {},
    { updates: { ...source, keys: [] } },
    { updates: { ...source, feed: 'http://updates.example/update.json' } },
    { updates: { ...source, feed: 'https://elsewhere.example/update.json' } },
  ])
    expect(updateSource(wrong)).toBeNull()
})

it.each([
  ['https://updates.example/a', true],
  ['https://files.example/a?b', true],
  ['http://127.0.0.1:8080/a', true],
  ['http://updates.example/a', false],
  ['https://elsewhere.example/a', false],
  ['https://updates.example.elsewhere.example/a', false],
  ['https://a:b@updates.example/a', false],
  ['file:///etc/passwd', false],
  ['', false],
])('may ask %s: %s', (address, may) => {
  expect(maySend(source, address)).toBe(may)
})
