import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { SessionKey } from '../../../shared/session'
import { act } from '../../actions/row-actions'
import { movedIndex } from '../../lib/list-keys'
import { pressedOf } from '../../lib/shortcuts'
import {
  clearSelection,
  closeDetails,
  openDetails,
  selectAll,
  selectOnly,
  selectTo,
  toggleSelected,
  useSelection,
} from '../../stores/selection'
import { sessionList } from './list'

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
      const { keys } = sessionList.snapshot
      const command = event.ctrlKey || event.metaKey
      const to = movedIndex(event.key, keys.indexOf(key), keys.length, pageRows())
      const target = to === null ? undefined : keys[to]
      if (to !== null && target !== undefined) {
        event.preventDefault()
        if (event.shiftKey) selectTo(target, keys)
        else if (command) useSelection.setState({ focused: target })
        else selectOnly(target)
        reveal(target, to)
        clearTimeout(rest.current)
        if (!command && !event.shiftKey && useSelection.getState().open !== null)
          rest.current = setTimeout(() => openDetails(target), restMs)
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
  selectAll: () => selectAll(sessionList.snapshot.keys),
}
