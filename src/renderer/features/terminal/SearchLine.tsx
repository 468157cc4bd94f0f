import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../components/IconButton'
import { closeSearch } from './search-state'
import styles from './terminal.module.css'
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
  const find = (direction: 'next' | 'previous') => view.search.find(text, direction, false)
  const type = (next: string) => {
    setText(next)
    view.search.find(next, 'next', true)
  }
  const close = () => {
    view.search.find('', 'next', false)
    closeSearch(paneId)
    view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') find(event.shiftKey ? 'previous' : 'next')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles.search} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label="Find in the terminal"
        placeholder="Find"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <output className="tabular">{resultText(text, results)}</output>
      <IconButton
        label="Previous hit"
        shortcut={{ keys: 'Shift+Enter' }}
        icon={<ArrowUp />}
        onClick={() => find('previous')}
      />
      <IconButton
        label="Next hit"
        shortcut={{ keys: 'Enter' }}
        icon={<ArrowDown />}
        onClick={() => find('next')}
      />
      <IconButton label="Close the search" shortcut={{ keys: 'Esc' }} icon={<X />} onClick={close} />
    </search>
  )
}
