import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { SessionKey } from '../../../shared/session'
import { act } from '../../actions/row-actions'
import { movedIndex } from '../../lib/list-keys'
import { pressedOf } from '../../lib/shortcuts'
import { loadKeys, roster } from '../../stores/roster'
import {
  clearSelection,
  closeDetails,
  openDetails,
  selectOnly,
  toggleSelected,
  useSelection,
} from '../../stores/selection'
import { chooseAll, extendTo } from './choose-rows'

/** Open details follow the focus after it has rested so long: each row on the way would cost a request. */
const restMs = 300

/** The grid's keys. `pageRows` fit on screen; `reveal` brings a row into view and gives it the focus. */
export function useListKeys(
  pageRows: () => number,
  reveal: (key: SessionKey, index: number) => void,
): (event: KeyboardEvent, key: SessionKey) => void {
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  return useCallback(
    (event, key) => {
      if (event.target !== event.currentTarget) return
      const { keys } = roster.list
      const to = movedIndex(event.key, keys.indexOf(key), keys.length, pageRows())
      if (to !== null) {
        event.preventDefault()
        clearTimeout(rest.current)
        const { shiftKey, ctrlKey, metaKey } = event
        const move = (target: SessionKey) => {
          const isCommand = ctrlKey || metaKey
          if (shiftKey) void extendTo(target)
          else if (isCommand) useSelection.setState({ focused: target })
          else selectOnly(target)
          reveal(target, to)
          if (!isCommand && !shiftKey && useSelection.getState().open !== null)
            rest.current = setTimeout(() => openDetails(target), restMs)
        }
        const target = keys.at(to)
        if (target !== undefined) move(target)
        // Far away: the first or the last of a long list.
        else
          void loadKeys(to, to + 1).then(([found]) => {
            if (found === undefined) return
            // Else the row with the focus would not be drawn until its place is told, and the focus be lost.
            roster.learnPlace(found, to)
            move(found)
          })
        return
      }
      const pressed = pressedOf(rowShortcuts, event)
      if (!pressed) return
      event.preventDefault()
      clearTimeout(rest.current)
      runs[pressed](key)
    },
    [pageRows, reveal],
  )
}

const rowShortcuts = ['open', 'select', 'message', 'disconnect', 'close', 'selectAll'] as const

const runs: Readonly<Record<(typeof rowShortcuts)[number], (key: SessionKey) => void>> = {
  open: openDetails,
  select: toggleSelected,
  message: (key) => act('message', key),
  disconnect: (key) => act('disconnect', key),
  close: () => {
    if (useSelection.getState().open !== null) closeDetails()
    else clearSelection()
  },
  selectAll: () => void chooseAll(),
}
