import { describe, expect, it } from 'vitest'
import { hostAndPort, plainLine, plainLines } from '../../../../src/main/terminal/text'

describe('remote text', () => {
  it('loses all that steers a terminal or a reader’s eye', () => {
    expect(plainLine('\u001b]0;title\u0007a\u009b31mb\u202ec\u200b\ud83e\udd4a\td\u2028e')).toBe(
      ']0;titlea31mbc\ud83e\udd4a d e',
    )
  })

  it('is cut where it is too long', () => {
    expect(plainLine('x'.repeat(1_000_000), 5)).toBe('xxxxx…')
  })

  it('keeps its lines', () => {
    expect(plainLines('one\r\ntwo\n\nthree\n\n')).toEqual(['one', 'two', '', 'three'])
  })

  it('names a host as OpenSSH does', () => {
    expect(hostAndPort('a', 22)).toBe('a')
    expect(hostAndPort('::1', 2222)).toBe('[::1]:2222')
  })
})
