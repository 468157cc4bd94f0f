import { describe, expect, it } from 'vitest'
import { intervalText, parseInterval } from '../../../../../src/renderer/features/settings/interval'

describe('parseInterval', () => {
  it.each([
    ['2', 2_000],
    ['10', 10_000],
    ['2.5', 2_500],
    ['2,5', 2_500],
    ['600', 600_000],
  ])('reads %s s', (text, ms) => {
    expect(parseInterval(text)).toEqual({ ok: true, value: ms })
  })

  it.each(['', '1', '601', 'ten', '-5'])('refuses "%s" and says what goes', (text) => {
    expect(parseInterval(text)).toEqual({ ok: false, error: 'From 2 to 600 seconds.' })
  })

  it('reads back what it shows', () => {
    expect(parseInterval(intervalText(12_500))).toEqual({ ok: true, value: 12_500 })
  })
})
