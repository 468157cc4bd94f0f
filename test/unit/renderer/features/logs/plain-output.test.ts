import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainOutput } from '../../../../../src/renderer/features/logs/plain-output'

describe('what a terminal printed, as plain text', () => {
  it.each([
    ['colours', '\u001b[1;31mred\u001b[0m text', 'red text'],
    ['a window title', 'a\u001b]0;evil\u0007b', 'ab'],
    ['a title that ends with ST', 'a\u001b]0;evil\u001b\\b', 'ab'],
    ['the clipboard', 'a\u001b]52;c;cm0gLXJm\u0007b', 'ab'],
    ['a device control string', 'a\u001bP1$r0m\u001b\\b', 'ab'],
    ['8-bit sequences', 'a\u009b31mb\u009d0;t\u009cc', 'abc'],
    ['character sets', '\u001b(Ba\u001b)0b', 'ab'],
    ['a bell and a backspace', 'a\u0007b\u0008c\u007f', 'abc'],
    ['text that runs backwards', 'a\u202ecod.exe\u2066\u200f', 'acod.exe'],
    ['invisible tags', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['Windows line ends', 'a\r\nb', 'a\nb'],
    ['a line that is begun anew', '10%\r20%', '10%\n20%'],
    ['a cut sequence', 'a\u001b[12', 'a'],
    ['a cut escape', 'a\u001b', 'a'],
  ])('takes away %s', (_, raw, plain) => {
    expect(plainOutput(raw)).toBe(plain)
  })

  it('keeps tabs, line ends, and what scripts and emoji need', () => {
    const text = 'a\tb\n漢字 👩\u200d💻 می\u200cخواهم'
    expect(plainOutput(text)).toBe(text)
  })

  it.each(['\u001b]0;', '\u001bP', '\u009d', '\u001b['])(
    'lets a sequence that never ends (%j) hide no later line',
    (opener) => {
      expect(plainOutput(`${opener}x\nrm -rf /`)).toMatch(/\nrm -rf \/$/)
    },
  )

  it('leaves no control character, whatever comes, and changes nothing the second time', () => {
    const piece = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0;',
      'm',
      '\u0007',
      '\u009b',
      '\u009c',
      '\n',
      '\r',
      'a',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        const plain = plainOutput(pieces.join(''))
        expect(plain).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
        expect(plainOutput(plain)).toBe(plain)
      }),
    )
  })
})
