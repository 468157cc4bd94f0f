import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LogLine } from '../../../../../src/renderer/features/logs/log-lines'
import { findHits, hitsText, mostHits } from '../../../../../src/renderer/features/logs/log-search'
import { folded, piecesOf } from '../../../../../src/shared/text-match'

const linesOf = (...texts: string[]): LogLine[] =>
  texts.map((text) => ({ text, entry: null, isCommand: false }))

it('finds every place, capital or not, in order', () => {
  expect(findHits(linesOf('Error: error', 'fine', 'ERROR'), 'error')).toEqual([
    { line: 0, start: 0, end: 5 },
    { line: 0, start: 7, end: 12 },
    { line: 2, start: 0, end: 5 },
  ])
})

it('finds what reads the same, and marks it as it stands there', () => {
  expect(findHits(linesOf('un cafe\u0301, une CAFÉ'), 'café')).toEqual([
    { line: 0, start: 3, end: 8 },
    { line: 0, start: 14, end: 18 },
  ])
})

it('takes the query for a text, not for a pattern', () => {
  expect(findHits(linesOf('abc', 'a.c', '(a-c)[/]'), '.')).toEqual([{ line: 1, start: 1, end: 2 }])
  expect(findHits(linesOf('(a-c)[/]'), '(a-c)[/]')).toHaveLength(1)
})

it('finds nothing without a query', () => {
  expect(findHits(linesOf('abc'), '')).toEqual([])
})

it('stops counting in time and says so', () => {
  const found = findHits(linesOf('a'.repeat(mostHits + 5)), 'a').length
  expect(hitsText('a', 2, found)).toBe('3 of 10000+')
  expect(hitsText('a', -1, 0)).toBe('none')
  expect(hitsText('', -1, 0)).toBe('')
  expect(hitsText('a', 0, 12)).toBe('1 of 12')
})

it('cuts a line into pieces that agree with what was found and lose nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
      (text, query) => {
        const pieces = piecesOf(text, [folded(query)])
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const marked = pieces.filter((piece) => piece.isHit).map(({ start }) => start)
        expect(marked).toEqual(findHits(linesOf(text), query).map(({ start }) => start))
      },
    ),
  )
})
