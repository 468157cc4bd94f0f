import { Search } from 'lucide-react'
import { useRef } from 'react'
import { isPressed, keysOf } from '../lib/shortcuts'
import { classNames } from './class-names'
import { Kbd } from './Kbd'
import styles from './SearchField.module.css'
import search from './search.module.css'
import { useSearchShortcut } from './use-search-shortcut'

/** Gives the focus to the one row of the list that is in the tab order; `false`: there is none. */
function focusList(): boolean {
  const row = document.querySelector<HTMLElement>('[role=grid] tr[tabindex="0"]')
  row?.focus()
  return row !== null
}

/**
 * The search of a section. Ctrl/Cmd+F or `/` brings the focus here, the down arrow takes it to the list. Esc empties it,
 * and an empty one leaves to the list.
 * `hits` stands at its end: how many match, where something is hidden.
 */
export function SearchField(props: {
  label: string
  value: string
  onChange(value: string): void
  hits: string | null
  maxLength?: number
  /** What is typed is shown as dots. */
  covered?: boolean
}) {
  const { label, value, onChange, hits } = props
  const input = useRef<HTMLInputElement>(null)
  useSearchShortcut(() => {
    input.current?.select()
    input.current?.focus()
  })
  return (
    <div className={classNames(search.inset, styles.field)}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        className={props.covered ? styles.covered : undefined}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={props.maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (isPressed('leaveSearch', event)) {
            event.preventDefault()
            focusList()
          }
          if (!isPressed('close', event)) return
          if (value !== '') onChange('')
          else if (!focusList()) return
          event.preventDefault()
        }}
      />
      {hits === null ? <Kbd keys={keysOf('search')} /> : <output>{hits}</output>}
    </div>
  )
}
