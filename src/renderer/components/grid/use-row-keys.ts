import type { KeyboardEvent, MouseEvent } from 'react'
import { useRef } from 'react'
import { movedIndex } from '../../lib/list-keys'
import { isPressed } from '../../lib/shortcuts'

/** Rows that somebody chose, by their keys. */
export type RowSelection = {
  readonly selected: ReadonlySet<string>
  onChange(selected: ReadonlySet<string>): void
}

type RowKeys = {
  keyAt(index: number): string | null
  count: number
  /** Rows that fit on screen. */
  pageRows(): number
  selection: RowSelection | undefined
  open(index: number): void
  /** Brings a row into view and gives it the focus. */
  reveal(index: number, key: string): void
  /** A row was pressed: the focus is there. */
  touch(key: string): void
}

/**
 * What the pointer and the keyboard do to rows, as in the list of sessions: arrows, Page, Home and End move, Enter or a
 * click opens; where rows can be chosen, Space, Ctrl/Cmd and Shift do.
 */
export function useRowKeys(rows: RowKeys): {
  click(event: MouseEvent, index: number): void
  press(event: KeyboardEvent, index: number): void
} {
  const { selection } = rows
  /** Where a range begins. */
  const anchor = useRef(0)

  const toggle = (index: number) => {
    const key = rows.keyAt(index)
    if (!selection || key === null) return
    anchor.current = index
    const next = new Set(selection.selected)
    if (!next.delete(key)) next.add(key)
    selection.onChange(next)
  }
  const selectTo = (index: number) => {
    const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
    const keys = Array.from({ length: last - first + 1 }, (_, offset) => rows.keyAt(first + offset))
    selection?.onChange(new Set(keys.filter((key) => key !== null)))
  }

  return {
    click(event, index) {
      const key = rows.keyAt(index)
      if (key === null) return
      rows.touch(key)
      if (selection && event.shiftKey) return selectTo(index)
      if (selection && (event.ctrlKey || event.metaKey)) return toggle(index)
      anchor.current = index
      rows.open(index)
    },
    press(event, index) {
      if (event.target !== event.currentTarget) return
      const to = movedIndex(event.key, index, rows.count, rows.pageRows())
      const target = to === null ? null : rows.keyAt(to)
      if (to !== null && target !== null) {
        event.preventDefault()
        if (selection && event.shiftKey) selectTo(to)
        else anchor.current = to
        rows.reveal(to, target)
      } else if (isPressed('open', event)) {
        event.preventDefault()
        rows.open(index)
      } else if (selection && isPressed('select', event)) {
        event.preventDefault()
        toggle(index)
      } else if (selection && isPressed('selectAll', event)) {
        event.preventDefault()
        anchor.current = 0
        selectTo(rows.count - 1)
      } else if (selection && selection.selected.size > 0 && isPressed('close', event)) {
        event.preventDefault()
        selection.onChange(new Set())
      }
    },
  }
}
