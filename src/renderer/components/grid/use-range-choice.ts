import { useRef } from 'react'
import type { RowChoice, RowSource } from './rows'

/** Rows that somebody chose, by their keys. */
export type RowSelection = {
  readonly selected: ReadonlySet<string>
  onChange(selected: ReadonlySet<string>): void
}

/** Chooses among rows that are all at hand. `begin`: a range that Shift extends begins at this row. */
export function useRangeChoice(
  rows: RowSource,
  selection: RowSelection | undefined,
): { choice: RowChoice | undefined; begin(index: number): void } {
  const start = useRef(0)
  const begin = (index: number) => {
    start.current = index
  }
  if (!selection) return { choice: undefined, begin }
  const extendTo = (index: number) => {
    const [first, last] = [Math.min(start.current, index), Math.max(start.current, index)]
    const keys = Array.from({ length: last - first + 1 }, (_, offset) => rows.keyAt(first + offset))
    selection.onChange(new Set(keys.filter((key) => key !== undefined)))
  }
  const choice: RowChoice = {
    move: ({ index }) => begin(index),
    toggle({ key, index }) {
      begin(index)
      const next = new Set(selection.selected)
      if (!next.delete(key)) next.add(key)
      selection.onChange(next)
    },
    extendTo: ({ index }) => extendTo(index),
    all() {
      begin(0)
      extendTo(rows.count - 1)
    },
  }
  return { choice, begin }
}
