import { expect, it } from 'vitest'
import { clipboardText } from '../../../../../../src/renderer/features/terminal/view/remote-clipboard'

it('reads what a program wants on the clipboard, as UTF-8', () => {
  expect(clipboardText('c;aGVsbG8=')).toBe('hello')
  expect(clipboardText(`c;${Buffer.from('漢字').toString('base64')}`)).toBe('漢字')
})

it('answers no question and takes no nonsense', () => {
  for (const data of ['c;?', 'c;', 'c;!!!', 'c;/w==', `c;${'A'.repeat(2_000_000)}`])
    expect(clipboardText(data)).toBeNull()
})
