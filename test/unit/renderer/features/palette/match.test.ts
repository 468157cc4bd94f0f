import { describe, expect, it } from 'vitest'
import { matchable, matchOf, queryWords } from '../../../../../src/renderer/features/palette/match'

const match = (text: string, query: string) => matchOf(matchable(text), queryWords(query))
const scoreOf = (text: string, query: string) => match(text, query)?.score ?? 0

/** The text with what was matched in brackets. */
function marked(text: string, query: string): string | null {
  const found = match(text, query)
  if (!found) return null
  let from = 0
  let line = ''
  for (const { start, end } of found.parts) {
    line += `${text.slice(from, start)}[${text.slice(start, end)}]`
    from = end
  }
  return line + text.slice(from)
}

describe('what is matched', () => {
  it.each([
    ['Settings', 'set', '[Set]tings'],
    ['Add an account', 'acc', 'Add an [acc]ount'],
    ['Terminal settings', 'min', 'Ter[min]al settings'],
    ['Pause watching', 'pw', '[P]ause [w]atching'],
    ['web-1.example', 'ex', 'web-1.[ex]ample'],
    ['Add an SSH host', 'ssh add', '[Add] an [SSH] host'],
    ['aaab', 'aab', 'a[aab]'],
    ['Straße', 'STRASS', '[Straß]e'],
    ['Ｈｕｂ Two', 'hub', '[Ｈｕｂ] Two'],
    ['Cafe\u0301 one', 'café', '[Cafe\u0301] one'],
    ['İstanbul', 'istan', '[İstan]bul'],
    ['👨‍👩‍👧 family', 'fam', '👨‍👩‍👧 [fam]ily'],
  ])('%s by %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it.each([
    ['Settings', 'ing x'],
    ['Settings', 'sgt'],
    ['Settings', 'eg'],
    ['', 'a'],
  ])('not %s by %s', (text, query) => {
    expect(match(text, query)).toBeNull()
  })

  it('is everything without a query', () => {
    expect(match('Settings', '  ')).toEqual({ score: 0, parts: [] })
  })

  it('marks what two words name once', () => {
    expect(marked('Sessions', 'sess ses')).toBe('[Sess]ions')
  })
})

it('puts the beginning before a word, a word before the middle of one, and that before scattered letters', () => {
  const found = ['the settings', 'Settings', 'upsets', 'See the terminals'].sort(
    (a, b) => scoreOf(b, 'set') - scoreOf(a, 'set'),
  )
  expect(found).toEqual(['Settings', 'the settings', 'upsets', 'See the terminals'])
})
