import { ArrowDown, ArrowUp, Search, X } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { componentsText } from '../../shared/text/components'
import { classNames } from './class-names'
import styles from './FindLine.module.css'
import { IconButton } from './IconButton'
import search from './search.module.css'

/** Finds a text in what is shown beside it: Enter goes on to the next place, Shift+Enter back. */
export function FindLine(props: {
  /** Such as "Find in the logs". */
  label: string
  field: RefObject<HTMLInputElement | null>
  query: string
  /** Which place is shown, and of how many. */
  result: string
  onQuery(query: string): void
  /** 1 is down, -1 up. */
  onStep(by: 1 | -1): void
  /** The search begins at the end: Enter goes up. */
  fromEnd?: boolean
  /** Also Esc. With it the line floats over what it searches; without, it is part of a bar. */
  onClose?(): void
}) {
  const { onStep, onClose, fromEnd = false } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === props.field.current)
      onStep(event.shiftKey === fromEnd ? 1 : -1)
    else if (event.key === 'Escape' && onClose) onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search
      className={onClose ? styles.floating : classNames(search.inset, styles.inset)}
      onKeyDown={onKeyDown}
    >
      {onClose ? null : <Search aria-hidden />}
      <input
        ref={props.field}
        type="text"
        aria-label={props.label}
        placeholder={componentsText.find}
        autoComplete="off"
        spellCheck={false}
        value={props.query}
        onChange={(event) => props.onQuery(event.target.value)}
      />
      <output className="tabular">{props.result}</output>
      <IconButton
        label={componentsText.previousHit}
        shortcut={{ keys: fromEnd ? 'Enter' : 'Shift+Enter' }}
        icon={<ArrowUp />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        label={componentsText.nextHit}
        shortcut={{ keys: fromEnd ? 'Shift+Enter' : 'Enter' }}
        icon={<ArrowDown />}
        onClick={() => onStep(1)}
      />
      {onClose ? (
        <IconButton
          label={componentsText.closeSearch}
          shortcut={{ keys: 'Esc' }}
          icon={<X />}
          onClick={onClose}
        />
      ) : null}
    </search>
  )
}
