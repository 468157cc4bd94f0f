import { expect, it } from 'vitest'
import { safeLink } from '../../../src/shared/links'

it.each([
  'http://a.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://user@a.example',
  'https://:secret@a.example',
  'nonsense',
  '',
])('does not open %j', (url) => {
  expect(safeLink(url)).toBeNull()
})

it('opens an https: link as it was understood', () => {
  expect(safeLink('https://example.com/a?b')).toBe('https://example.com/a?b')
  expect(safeLink('HTTPS://A.example/x y')).toBe('https://a.example/x%20y')
})
