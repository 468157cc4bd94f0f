import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { SessionKey } from '../../../shared/session'
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
import { movedIndex } from './list-keys'
import { act } from './row-actions'

/** Open details follow the focus after it has rested so long: each row on the way would cost a request. */
const restMs = 300

/** The grid's keys. `pageRows` fit on screen; `reveal` brings a row into view and gives it the focus. */
export function useListKeys(
  pageRows: RefObject<number>,
  reveal: (key: SessionKey, index: number) => void,
): (event: KeyboardEvent, key: SessionKey) => void {
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  return useCallback(
    (event, key) => {
      if (event.target !== event.currentTarget) return
      const { keys } = sessionList.snapshot
      const command = event.ctrlKey || event.metaKey
      const to = movedIndex(event.key, keys.indexOf(key), keys.length, pageRows.current)
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
      const run = command ? withCommand[event.key.toLowerCase()] : plain[event.key]
      if (!run || event.altKey) return
      event.preventDefault()
      clearTimeout(rest.current)
      run(key)
    },
    [pageRows, reveal],
  )
}

const plain: Readonly<Record<string, (key: SessionKey) => void>> = {
  Enter: openDetails,
  ' ': toggleSelected,
  m: (key) => act('message', key),
  Delete: (key) => act('disconnect', key),
  Escape: () => {
    if (useSelection.getState().open !== null) closeDetails()
    else clearSelection()
  },
}

const withCommand: Readonly<Record<string, (key: SessionKey) => void>> = {
  a: () => selectAll(sessionList.snapshot.keys),
}
