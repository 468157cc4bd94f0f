import { describe, expect, it } from 'vitest'
import { printable } from '../../../src/shared/printable'

describe('printable', () => {
  it('makes one line without marks of direction', () => {
    expect(printable(' a\u0000b\u202ec\nd\u2028e\u200f ')).toBe('a b c d e')
  })

  it('keeps the joiners that words and emoji are written with', () => {
    for (const name of ['👩\u200d👩\u200d👧 crew', '👩🏽\u200d🚀', '🏳\ufe0f\u200d🌈', 'می\u200cخواهم'])
      expect(printable(name)).toBe(name)
  })

  it('leaves nothing of a name that nobody could see', () => {
    for (const name of ['\u200d', '\u200b\u0007', '\u202e\u200c\u200d']) expect(printable(name)).toBe('')
  })
})
