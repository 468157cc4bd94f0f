import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { movedIndex } from '../../lib/list-keys'
import { isPressed } from '../../lib/shortcuts'
import type { RowActions, RowAt, RowSource } from './rows'

/** What a row's element calls. The same object as long as the body lives. */
export interface RowHandlers {
  click(event: MouseEvent, row: RowAt): void
  press(event: KeyboardEvent, row: RowAt): void
  focus(key: string): void
}

type RowSurroundings = {
  rows: RowSource
  actions: RowActions
  /** Rows that fit on screen. */
  pageRows(): number
  scrollTo(index: number): void
  /** Gives a row the focus, at once or when it is drawn. */
  giveFocus(key: string): void
  onFocus(key: string): void
  /** Whether the keyboard is still here: the person may have gone on to something else. */
  hasKeyboard(): boolean
}

/** What is held while a key moves the focus. */
type Modifiers = Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>

/**
 * What the pointer and the keyboard do to rows: arrows, Page, Home and End move, Enter or a click opens; where rows can be
 * chosen, Space, Ctrl/Cmd and Shift do.
 */
export function useRowHandlers(surroundings: RowSurroundings): RowHandlers {
  const latest = useRef(surroundings)
  /** Where a key led while the row there was not at hand yet. */
  const awaited = useRef<{ index: number; modifiers: Modifiers } | null>(null)
  useLayoutEffect(() => {
    latest.current = surroundings
  })

  const [handlers, arrive] = useMemo(() => {
    const arriveAt = (index: number, modifiers: Modifiers) => {
      const { rows, actions, scrollTo, giveFocus, onFocus } = latest.current
      const key = rows.keyAt(index)
      awaited.current = key === undefined ? { index, modifiers } : null
      if (key !== undefined) {
        const row = { key, index }
        if (modifiers.shiftKey && actions.choice) actions.choice.extendTo(row)
        else actions.choice?.move(row, modifiers.ctrlKey || modifiers.metaKey)
        onFocus(key)
      }
      scrollTo(index)
      if (key !== undefined) giveFocus(key)
    }
    const all: RowHandlers = {
      click(event, row) {
        const { actions, onFocus } = latest.current
        awaited.current = null
        onFocus(row.key)
        if (actions.choice && event.shiftKey) actions.choice.extendTo(row)
        else if (actions.choice && (event.ctrlKey || event.metaKey)) actions.choice.toggle(row)
        else actions.open?.(row)
      },
      press(event, row) {
        if (event.target !== event.currentTarget) return
        const { rows, actions, pageRows } = latest.current
        const to = movedIndex(event.key, row.index, rows.count, pageRows())
        if (to !== null) arriveAt(to, event)
        else if (!runs(actions, event, row)) return
        event.preventDefault()
      },
      focus: (key) => latest.current.onFocus(key),
    }
    return [all, arriveAt]
  }, [])

  const { rows } = surroundings
  useEffect(() => {
    const goal = awaited.current
    if (!goal || rows.keyAt(goal.index) === undefined) return
    if (latest.current.hasKeyboard()) arrive(goal.index, goal.modifiers)
    else awaited.current = null
  }, [rows, arrive])
  return handlers
}

/** Handles a key that does not move the focus; `false`: it is not a row's. */
function runs({ open, choice, leave, shortcuts }: RowActions, event: KeyboardEvent, row: RowAt): boolean {
  if (isPressed('open', event)) open?.(row)
  else if (choice && isPressed('select', event)) choice.toggle(row)
  else if (choice && isPressed('selectAll', event)) choice.all()
  else if (isPressed('close', event)) return leave?.() ?? false
  else {
    const pressed = shortcuts?.find(({ id }) => isPressed(id, event))
    if (!pressed) return false
    pressed.run(row.key)
  }
  return true
}
