import { describe, expect, it } from 'vitest'
import { hostAndPort, plainLine, plainLines, utf16Text } from '../../../../src/main/terminal/text'

describe('remote text', () => {
  it('loses all that steers a terminal or a reader’s eye', () => {
    expect(plainLine('\u001b]0;title\u0007a\u009b31mb\u202ec\u200b\ud83e\udd4a\td\u2028e')).toBe(
      ']0;titlea31mbc\ud83e\udd4a d e',
    )
  })

  it('is cut where it is too long', () => {
    expect(plainLine('x'.repeat(1_000_000), 5)).toBe('xxxxx…')
  })

  it('keeps its lines and their spaces', () => {
    expect(plainLines('one\r\n  two\u001b[2J\n\n\tthree\u2028four \n\n', 100)).toEqual([
      'one',
      '  two[2J',
      '',
      '    three four',
    ])
  })

  it('is cut line by line, and as a whole', () => {
    expect(plainLines(`${'x'.repeat(2_000)}\ny`, 10_000)).toEqual([`${'x'.repeat(1_000)}…`, 'y'])
    expect(plainLines('one\ntwo', 5)).toEqual(['one', 't…'])
  })

  it('of Windows is read from UTF-16 in both orders, and from nothing else', () => {
    const bytes = Buffer.from('\ufeffHost größe 🥊', 'utf16le')
    expect(utf16Text(bytes)).toBe('Host größe 🥊')
    expect(utf16Text(Buffer.from(bytes).swap16())).toBe('Host größe 🥊')
    expect(utf16Text(Buffer.from('\ufeffHost größe'))).toBeNull()
    expect(utf16Text(Buffer.alloc(0))).toBeNull()
  })

  it('names a host as OpenSSH does', () => {
    expect(hostAndPort('a', 22)).toBe('a')
    expect(hostAndPort('::1', 2222)).toBe('[::1]:2222')
  })
})
