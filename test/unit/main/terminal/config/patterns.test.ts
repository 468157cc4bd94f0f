import { describe, expect, it } from 'vitest'
import { matchesPattern, matchesPatternList } from '../../../../../src/main/terminal/config/patterns'

describe('an OpenSSH pattern', () => {
  it.each([
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*c', 'abbc', true],
    ['a*c', 'abbcd', false],
    ['a*b*c', 'aXbYbZc', true],
    ['?', '', false],
    ['?b', 'ab', true],
    ['a.c', 'abc', false],
    ['(a|b)+', '(a|b)+', true],
    ['Web*', 'WEB1', true],
  ])('%s against %s: %s', (pattern, text, matches) => {
    expect(matchesPattern(pattern, text)).toBe(matches)
  })

  it('does not take for ever over a hostile one', () => {
    expect(matchesPattern(`${'*a'.repeat(2_000)}b`, 'a'.repeat(4_000))).toBe(false)
  })

  it('in a list wants one that matches and none that forbids', () => {
    expect(matchesPatternList(['web*', '!web2'], 'web1')).toBe(true)
    expect(matchesPatternList(['web*', '!web2'], 'web2')).toBe(false)
    expect(matchesPatternList(['!web2'], 'web1')).toBe(false)
    expect(matchesPatternList([], 'web1')).toBe(false)
  })
})
