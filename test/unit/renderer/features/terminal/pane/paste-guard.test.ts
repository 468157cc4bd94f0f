import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forTerminal,
  pastePreview,
  pasteRisk,
  plainText,
} from '../../../../../../src/renderer/features/terminal/pane/paste-guard'

describe('pasteRisk', () => {
  it('lets one line of plain text pass, in any script', () => {
    for (const text of ['ls -la', '\tmake test', 'écho 漢字 👩‍💻', '']) expect(pasteRisk(text)).toBeNull()
  })

  it('counts lines, and knows that a last line break runs the line', () => {
    expect(pasteRisk('a\nb')).toEqual({ lines: 2, hidden: 0 })
    expect(pasteRisk('a\r\nb\r\n')).toEqual({ lines: 2, hidden: 0 })
    expect(pasteRisk('reboot\n')).toEqual({ lines: 1, hidden: 0 })
    expect(pasteRisk('reboot\r')).toEqual({ lines: 1, hidden: 0 })
  })

  it('finds what hides in a text', () => {
    expect(pasteRisk('ls\u001b[201~rm')).toEqual({ lines: 1, hidden: 1 })
    expect(pasteRisk('a\u0003b\u009bc')).toEqual({ lines: 1, hidden: 2 })
    expect(pasteRisk('ls \u202etxt.exe')).toEqual({ lines: 1, hidden: 1 })
    expect(pasteRisk('ls\u2028rm')).toEqual({ lines: 1, hidden: 1 })
  })

  it.each(['\u00a0', '\u1680', '\u2009', '\u202f', '\u205f', '\u3000'])(
    'finds a space that no shell takes for one: %j',
    (space) => {
      expect(pasteRisk(`sudo${space}rm`)).toEqual({ lines: 1, hidden: 1 })
      expect(plainText(`sudo${space}rm`)).toBe('sudo rm')
    },
  )

  it.each(['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u034f', '\u17b4', '\u180b', '\u{e0100}'])(
    'finds a letter or a mark that nobody sees: %j',
    (letter) => {
      expect(pasteRisk(`if [ $a${letter}= 1 ]`)).toEqual({ lines: 1, hidden: 1 })
      expect(plainText(`a${letter}b`)).toBe('ab')
    },
  )

  it('lets marks pass that choose how an emoji or a letter is drawn', () => {
    for (const text of [
      'echo ❤️',
      'echo ☎︎',
      'echo 👩‍👩‍👧',
      'echo می‌خواهم',
      'echo é',
      'echo é'.normalize('NFD'),
    ])
      expect(pasteRisk(text)).toBeNull()
  })
})

it('makes a text plain and leaves tabs and line breaks', () => {
  expect(plainText('a\u001b[31m\tb\r\nc\u202e')).toBe('a[31m\tb\r\nc')
})

describe('a text for the terminal', () => {
  it('has its line breaks as Return', () => {
    expect(forTerminal('a\r\nb\nc')).toBe('a\rb\rc')
  })

  it('never ends its own bracketed paste, and shows where it tried to', () => {
    expect(forTerminal('a\u001b[201~b\u009b201~c')).toBe('a␛[201~b␛201~c')
    expect(forTerminal('a\u001b\u001b[201~b')).toBe('a\u001b␛[201~b')
    expect(forTerminal('\u001b[31m')).toBe('\u001b[31m')
  })

  it('has no such end, whatever was nested', () => {
    const parts = fc.array(fc.constantFrom('\u001b', '\u009b', '[', '201~', '2', '01~', 'a'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(parts, (pieces) => {
        const taken = forTerminal(pieces.join(''))
        expect(taken).not.toContain('\u001b[201~')
        expect(taken).not.toContain('\u009b201~')
      }),
      { numRuns: 2_000 },
    )
  })
})

it('writes what is hidden out in the preview and bounds it', () => {
  expect(pastePreview('a\u001b[0m\r\nb\u007f\u202e')).toBe('a^[[0m\nb^?<U+202E>')
  expect(pastePreview('a\u00a0b\u3164')).toBe('a<U+00A0>b<U+3164>')
  expect(pastePreview('x'.repeat(1_000_000)).length).toBeLessThan(2_100)
})
