import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CellText } from '../../../src/renderer/components/CellText'
import { MarkedWords, useMarkedWords } from '../../../src/renderer/components/marked-words'
import { show } from '../../harness/component'

/** What a cell says, with brackets around what is marked. */
function said(text: string, words: readonly string[], length?: number): string {
  show(
    <MarkedWords value={words}>
      <CellText text={text} length={length} />
    </MarkedWords>,
  )
  const cell = [...document.querySelectorAll('bdi')].at(-1)
  for (const mark of cell?.querySelectorAll('mark') ?? []) mark.textContent = `[${mark.textContent}]`
  return cell?.textContent ?? ''
}

it('marks what was found, and nothing while nothing is looked for', () => {
  expect(said('wompus_dompus', ['ompus'])).toBe('w[ompus]_d[ompus]')
  expect(said('wompus_dompus', [])).toBe('wompus_dompus')
  expect(said('wompus_dompus', ['kaitlyn'])).toBe('wompus_dompus')
})

it('marks the dots of an id where what was found lies behind them', () => {
  expect(said('0123456789abcdef', ['6789'], 7)).toBe('012[…]def')
  expect(said('0123456789abcdef', ['0123'], 7)).toBe('[012][…]def')
  expect(said('0123456789abcdef', ['ef'], 7)).toBe('012…d[ef]')
  expect(said('0123456789abcdef', ['ef'], 16)).toBe('0123456789abcd[ef]')
})

const wordsOf = (query: string, covered: boolean) =>
  renderHook(() => useMarkedWords(query, covered)).result.current

it('marks each word of a search once, and none of one that is covered', () => {
  expect(wordsOf(' Hub one  HUB ', false)).toEqual(['hub', 'one'])
  expect(wordsOf('hub one', true)).toEqual([])
  expect(wordsOf(Array.from({ length: 5_000 }, (_, index) => index).join(' '), false)).toHaveLength(20)
})
