import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, printableLine, printableLines, shortened } from '../../../src/shared/printable'

describe('a name from outside', () => {
  it('becomes one line without marks of direction', () => {
    expect(printable(' a\u0000b\u202ec\nd\u2028e\u200f ')).toBe('a b c d e')
  })

  it('keeps the joiners that words and emoji are written with', () => {
    for (const name of ['👩\u200d👩\u200d👧 crew', '👩🏽\u200d🚀', '🏳\ufe0f\u200d🌈', 'می\u200cخواهم'])
      expect(printable(name)).toBe(name)
  })

  it('is empty where nobody could see anything of it', () => {
    for (const name of ['\u200d', '\u200b\u0007', '\u202e\u200c\u200d', '\ud83e'])
      expect(printable(name)).toBe('')
  })
})

describe('words from outside', () => {
  it('lose all that steers a terminal or a reader’s eye', () => {
    expect(printableLine('\u001b]0;title\u0007a\u009b31mb\u202ec\u200b\ud83e\udd4a\td\u2028e', 300)).toBe(
      ']0;titlea31mbc\ud83e\udd4a d e',
    )
  })

  it('keep what an honest title says, and lose what turns or hides it', () => {
    expect(printableLine('ops@web-1: ~/shop — vim 漢字', 80)).toBe('ops@web-1: ~/shop — vim 漢字')
    expect(printableLine('safe\u202Etxt.exe', 80)).toBe('safetxt.exe')
    expect(printableLine('\u0000\u0001 ', 80)).toBe('')
  })

  it('are one line of at most so many characters, all of which can be seen', () => {
    expect(printableLine('x'.repeat(10_000_000), 5)).toBe('xxxx…')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const shown = printableLine(text, 80)
        expect(shown.length).toBeLessThanOrEqual(80)
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u)
      }),
    )
  })

  it('are never cut in the middle of a character', () => {
    expect(shortened('ab🥊d', 4)).toBe('ab…')
    expect(shortened('ab🥊', 4)).toBe('ab🥊')
  })

  it('of several lines keep those and their spaces', () => {
    expect(printableLines('one\r\n  two\u001b[2J\n\n\tthree\u2028four \n\n', 100)).toEqual([
      'one',
      '  two[2J',
      '',
      '    three four',
    ])
  })

  it('of several lines are cut line by line, and as a whole', () => {
    expect(printableLines(`${'x'.repeat(2_000)}\ny`, 10_000)).toEqual([`${'x'.repeat(999)}…`, 'y'])
    expect(printableLines('one\ntwo', 5)).toEqual(['one', '…'])
  })
})
