import { ArrowDown, ArrowUp, Search } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { IconButton } from '../../components/IconButton'
import { hitsText } from './log-search'
import styles from './logs.module.css'

/** The search over the logs: Enter goes to the next place, Shift+Enter back. */
export function LogSearch(props: {
  field: RefObject<HTMLInputElement | null>
  query: string
  /** Which place is shown, from 0. */
  current: number
  found: number
  onQuery(query: string): void
  onStep(by: 1 | -1): void
}) {
  const { query, current, found, onStep } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onStep(event.shiftKey ? -1 : 1)
  }
  return (
    <search className={styles.search}>
      <Search aria-hidden />
      <input
        ref={props.field}
        type="text"
        aria-label="Find in the logs"
        placeholder="Find"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className="tabular">{hitsText(query, current, found)}</output>
      <IconButton
        label="Previous hit"
        shortcut={{ keys: 'Shift+Enter' }}
        icon={<ArrowUp />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        label="Next hit"
        shortcut={{ keys: 'Enter' }}
        icon={<ArrowDown />}
        onClick={() => onStep(1)}
      />
    </search>
  )
}
