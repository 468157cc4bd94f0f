import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Kbd } from '../../components/Kbd'
import { setQuery, useView } from '../../stores/view'
import styles from './SessionsPanel.module.css'

/** A key that is meant for a field, or for a dialog that lies over the list. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null

/** Gives the focus to the one row of the list that is in the tab order. */
const focusList = (): void => document.querySelector<HTMLElement>('[role=grid] tr[tabindex="0"]')?.focus()

/**
 * Searches every field of every session, at once. Ctrl/Cmd+F or `/` brings the focus here, the down arrow takes it to
 * the list, Esc empties it.
 */
export function SearchBox() {
  const query = useView((view) => view.query)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const find = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
      const slash = event.key === '/' && !isTyping(event.target)
      if (!find && !slash) return
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
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            focusList()
          }
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (query === '') event.currentTarget.blur()
          setQuery('')
        }}
      />
      {query === '' ? <Kbd keys="/" /> : null}
    </div>
  )
}
