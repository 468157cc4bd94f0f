import { useEffect, useRef, useState } from 'react'
import { FindLine } from '../../components/FindLine'
import { closeSearch } from './search-state'
import type { SearchResults } from './terminal-search'
import { viewOf } from './views'

/** "3 of 12", "none", or how many when they are too many to count. */
const resultText = (text: string, { index, count }: SearchResults): string => {
  if (text === '') return ''
  if (count === 0) return 'none'
  return index < 0 ? `${count}+` : `${index + 1} of ${count}`
}

/** Searches the output of one terminal, all of its scrollback. `asked` counts how often the person asked for it. */
export function SearchLine({ paneId, asked }: { paneId: string; asked: number }) {
  const [text, setText] = useState('')
  const [results, setResults] = useState<SearchResults>({ index: -1, count: 0 })
  const field = useRef<HTMLInputElement>(null)
  const view = viewOf(paneId)
  useEffect(() => view.search.onResults(setResults), [view])
  useEffect(() => {
    if (asked > 0) field.current?.select()
  }, [asked])
  const type = (next: string) => {
    setText(next)
    view.search.find(next, 'next', true)
  }
  const close = () => {
    view.search.find('', 'next', false)
    closeSearch(paneId)
    view.focus()
  }
  return (
    <FindLine
      label="Find in the terminal"
      field={field}
      query={text}
      result={resultText(text, results)}
      onQuery={type}
      onStep={(by) => view.search.find(text, by > 0 ? 'next' : 'previous', false)}
      onClose={close}
    />
  )
}
