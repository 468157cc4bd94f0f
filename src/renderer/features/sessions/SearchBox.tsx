import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Kbd } from '../../components/Kbd'
import { count } from '../../lib/format'
import { isPressed, keysOf } from '../../lib/shortcuts'
import { useRosterSummary } from '../../stores/roster'
import { isNarrowed, setQuery, useView } from '../../stores/view'
import { useSessionList } from './list'
import styles from './SessionsPanel.module.css'

/** A key that is meant for a field, or for a dialog that lies over the list. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null

/** Gives the focus to the one row of the list that is in the tab order. */
const focusList = (): void => document.querySelector<HTMLElement>('[role=grid] tr[tabindex="0"]')?.focus()

/**
 * Searches every field of every session, at once. Ctrl/Cmd+F or `/` brings the focus here, the down arrow takes it to
 * the list, Esc empties it. How many rows match stands at its end.
 */
export function SearchBox() {
  const query = useView((view) => view.query)
  const narrowed = useView(isNarrowed)
  const { matched } = useSessionList()
  const { total } = useRosterSummary()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey
      if (!isPressed('search', event) || (plain && isTyping(event.target))) return
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <div className={styles.search}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label="Search sessions"
        placeholder="Search sessions"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (isPressed('leaveSearch', event)) {
            event.preventDefault()
            focusList()
          }
          if (!isPressed('close', event)) return
          event.preventDefault()
          if (query === '') event.currentTarget.blur()
          setQuery('')
        }}
      />
      {narrowed ? <output>{`${count(matched)} of ${count(total)}`}</output> : <Kbd keys={keysOf('search')} />}
    </div>
  )
}
