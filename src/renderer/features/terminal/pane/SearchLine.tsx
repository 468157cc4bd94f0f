import { useEffect, useRef, useState } from 'react'
import { terminalText } from '../../../../shared/text/terminal'
import { FindLine } from '../../../components/FindLine'
import { closeSearch } from '../view/search-state'
import type { SearchResults } from '../view/terminal-search'
import { viewOf } from '../view/views'
import { enterPane } from './enter-pane'

/** "3 of 12", "none", or how many so far while they are counted. */
const resultText = (text: string, { place, count, isComplete }: SearchResults): string => {
  if (text === '') return ''
  if (!isComplete) return terminalText.hitsSoFar(count)
  if (count === 0) return terminalText.noHits
  return place === 0 ? terminalText.hitCount(count) : terminalText.hits(place, count)
}

/** Searches the output of one terminal, all of its scrollback. `asked` counts how often the person asked for it. */
export function SearchLine({ paneId, asked }: { paneId: string; asked: number }) {
  const [text, setText] = useState('')
  const [results, setResults] = useState<SearchResults>({ place: 0, count: 0, isComplete: true })
  const field = useRef<HTMLInputElement>(null)
  const view = viewOf(paneId)
  useEffect(() => view.search.onResults(setResults), [view])
  useEffect(() => {
    if (asked > 0) field.current?.select()
  }, [asked])
  const type = (next: string) => {
    setText(next)
    view.search.find(next)
  }
  const close = () => {
    view.search.find('')
    closeSearch(paneId)
    enterPane(paneId)
  }
  return (
    <FindLine
      label={terminalText.find}
      field={field}
      query={text}
      result={resultText(text, results)}
      onQuery={type}
      fromEnd
      onStep={(by) => view.search.step(by > 0 ? 'newer' : 'older')}
      onClose={close}
    />
  )
}
