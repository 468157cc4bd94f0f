import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanTitle } from '../../../../../../src/renderer/features/terminal/view/terminal-title'

it('keeps an honest title', () => {
  expect(cleanTitle('ops@web-1: ~/shop — vim 漢字')).toBe('ops@web-1: ~/shop — vim 漢字')
})

it('takes out what turns the text around, hides or starts a line', () => {
  expect(cleanTitle('safe\u202Etxt.exe')).toBe('safetxt.exe')
  expect(cleanTitle('a\nb\u0007\u001b]c\u200b\u2066')).toBe('a b]c')
  expect(cleanTitle('\u0000\u0001 ')).toBe('')
})

it('shows at most 80 characters of whatever comes, and none that cannot be seen', () => {
  expect([...cleanTitle('x'.repeat(10_000_000))]).toHaveLength(80)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (title) => {
      const shown = cleanTitle(title)
      expect([...shown].length).toBeLessThanOrEqual(80)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }),
  )
})
