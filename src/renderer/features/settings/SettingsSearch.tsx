import { Search } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { settingsText } from '../../../shared/text/settings'
import search from '../../components/search.module.css'
import { useSearchShortcut } from '../../components/use-search-shortcut'
import { isPressed } from '../../lib/shortcuts'
import styles from './settings.module.css'

/** Narrows the settings while one types. Esc empties it, Enter or the down arrow goes to the first that is left. */
export function SettingsSearch(props: {
  value: string
  /** Settings and shortcuts that are left. */
  hits: number
  onChange(value: string): void
  onEnter(): void
}) {
  const { value, hits, onChange, onEnter } = props
  const input = useRef<HTMLInputElement>(null)
  useSearchShortcut(() => {
    input.current?.select()
    input.current?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const isClearing = isPressed('close', event) && value !== ''
    const isEntering = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    if (isClearing) onChange('')
    else if (isEntering || isPressed('leaveSearch', event)) onEnter()
    else return
    // The dialog neither closes nor is submitted.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.searchLine}>
      <div className={search.inset}>
        <Search aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={settingsText.search}
          placeholder={settingsText.search}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <output>{value.trim() === '' ? '' : settingsText.matches(hits)}</output>
      </div>
    </div>
  )
}
