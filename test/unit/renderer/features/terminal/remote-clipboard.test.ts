import { expect, it } from 'vitest'
import { clipboardText } from '../../../../../src/renderer/features/terminal/remote-clipboard'
import { isSafeLink } from '../../../../../src/renderer/features/terminal/safe-link'

it('reads what a program wants on the clipboard, as UTF-8', () => {
  expect(clipboardText('c;aGVsbG8=')).toBe('hello')
  expect(clipboardText(`c;${Buffer.from('漢字').toString('base64')}`)).toBe('漢字')
})

it('answers no question and takes no nonsense', () => {
  for (const data of ['c;?', 'c;', 'c;!!!', 'c;/w==', `c;${'A'.repeat(2_000_000)}`])
    expect(clipboardText(data)).toBeNull()
})

it('opens https only, and no address that hides a name', () => {
  expect(isSafeLink('https://example.com/a?b')).toBe(true)
  for (const address of [
    'http://example.com',
    'file:///etc/passwd',
    'https://a@b.example',
    'javascript:1',
    'x',
  ])
    expect(isSafeLink(address)).toBe(false)
})
