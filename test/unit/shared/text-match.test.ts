import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, legible, piecesOf, placesOf, reads, searchWords } from '../../../src/shared/text-match'

const same: readonly (readonly [why: string, a: string, b: string])[] = [
  ['capitals', 'SNORKLE', 'snorkle'],
  ['full width', 'Ｓｎｏｒｋｌｅ９', 'snorkle9'],
  ['composed and decomposed', 'Caf\u00e9', 'cafe\u0301'],
  ['composed and decomposed Hangul', '한글', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
  ['a dotted capital I', 'İstanbul', 'istanbul'],
  ['the same, decomposed', 'I\u0307stanbul', 'istanbul'],
  ['a dotless i', 'Ispartalı', 'ispartalI'],
  ['sharp s', 'Straße', 'STRASSE'],
  ['a capital sharp s', 'STRAẞE', 'strasse'],
  ['a long s', 'ſnorkle', 'snorkle'],
  ['a sigma at the end', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['zero width', 'snor\u200bkle\u2060\ufeff', 'snorkle'],
  ['a soft hyphen', 'snor\u00adkle', 'snorkle'],
  ['marks of direction', '\u202esnorkle\u202c', 'snorkle'],
  ['letters that nobody sees', 'snor\u3164\u115fkle', 'snorkle'],
  ['ligatures', 'ﬁnn', 'finn'],
  ['a space that does not break', 'John\u00a0Doe', 'John Doe'],
]

describe('two texts that read the same', () => {
  it.each(same)('are the same, whatever wrote them: %s', (_why, a, b) => {
    expect(folded(a)).toBe(folded(b))
    expect(reads(a, folded(b)) && reads(b, folded(a))).toBe(true)
  })

  it.each([
    ['an accent', 'José', 'Jose'],
    ['a digit that looks like a letter', 'l1l', 'lll'],
    ['another script', 'снорк', 'chopk'],
  ])('are not taken for others: %s', (_why, a, b) => {
    expect(reads(a, folded(b))).toBe(false)
  })

  it('have one form only: to fold it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(folded(folded(text))).toBe(folded(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('are the same in capitals, in small letters and decomposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const form = folded(text)
        for (const other of [text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')])
          expect(folded(other)).toBe(form)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('takes what is pasted without what nobody sees, and leaves its capitals', () => {
  expect(legible('\u200bUSR_Ａ\ufeff')).toBe('USR_A')
  expect(legible('KEY-1')).toBe('KEY-1')
})

it('cuts a search into words at every kind of space', () => {
  expect(searchWords(' Hub\u00a0One　ＬＩＶＥ\u200b ')).toEqual(['hub', 'one', 'live'])
  expect(searchWords('\u200b')).toEqual([])
})

describe('the places of a text', () => {
  it.each([
    ['plain', 'Error: error', 'ERROR', ['Error', 'error']],
    ['wide', 'ＥＲＲＯＲ ok', 'error', ['ＥＲＲＯＲ']],
    ['decomposed', 'un cafe\u0301 noir', 'café', ['cafe\u0301']],
    ['beyond a letter of two', 'Straße 1', 'sse', ['ße']],
    ['within a letter of two', 'Straße', 's', ['S', 'ß']],
    ['across what nobody sees', 'a sn\u200bork', 'snork', ['sn\u200bork']],
  ])('are found and marked as they stand there: %s', (_why, text, query, expected) => {
    const places = placesOf(text, folded(query))
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it('are where the search says that the text has it, in order and apart', () => {
    const letters = fc.constantFrom(
      'a',
      'A',
      'ß',
      's',
      'İ',
      'ı',
      'Ａ',
      'e\u0301',
      'é',
      'Σ',
      'ς',
      '한',
      '\u200b',
      ' ',
    )
    const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (line, query) => {
        const wanted = folded(query)
        const places = placesOf(line, wanted)
        expect(places.length > 0).toBe(wanted !== '' && folded(line).includes(wanted))
        let before = 0
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(folded(line.slice(start, end))).toContain(wanted)
          before = end
        }
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('the pieces of a text', () => {
  it.each([
    ['one word, twice side by side', 'abab c', ['ab'], ['[ab]', '[ab]', ' c']],
    ['several words', 'hub one live', ['live', 'hub'], ['[hub]', ' one ', '[live]']],
    ['words that overlap', 'autofarm', ['autof', 'tofar'], ['[autofar]', 'm']],
    ['a word within another', 'autofarm', ['autofarm', 'far'], ['[autofarm]']],
    ['no word', 'autofarm', [], ['autofarm']],
  ])('mark what was found: %s', (_why, text, words, expected) => {
    expect(piecesOf(text, words).map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))).toEqual(
      expected,
    )
  })
})
