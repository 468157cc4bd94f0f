import { useEffect, useMemo } from 'react'
import type { SessionKey } from '../../../shared/session'
import { act } from '../../actions/row-actions'
import type { RowActions } from '../../components/grid/rows'
import {
  clearSelection,
  closeDetails,
  openDetails,
  selectOnly,
  toggleSelected,
  useSelection,
} from '../../stores/selection'
import { chooseAll, extendTo } from './choose-rows'

/** Time that the focus rests before open details follow it, ms: each row on the way would cost a request. */
const restMs = 300

/** Opens the details of sessions, at once or where the focus has come to rest. */
class RestingDetails {
  #timer: ReturnType<typeof setTimeout> | undefined

  follow(key: SessionKey): void {
    this.stop()
    if (useSelection.getState().open !== null) this.#timer = setTimeout(() => openDetails(key), restMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

/** What clicks and keys do to the rows of the list. */
export function useListActions(): RowActions {
  const details = useMemo(() => new RestingDetails(), [])
  useEffect(() => () => details.stop(), [details])
  return useMemo(() => actionsOn(details), [details])
}

function actionsOn(details: RestingDetails): RowActions {
  const atOnce =
    (run: (key: SessionKey) => void) =>
    (key: SessionKey): void => {
      details.stop()
      run(key)
    }
  const toggle = atOnce(toggleSelected)
  const extend = atOnce(extendTo)
  const open = atOnce(openDetails)
  return {
    open: ({ key }) => open(key),
    choice: {
      move({ key }, keeps) {
        details.stop()
        if (keeps) return
        selectOnly(key)
        details.follow(key)
      },
      toggle: ({ key }) => toggle(key),
      extendTo: ({ key }) => extend(key),
      all() {
        details.stop()
        chooseAll()
      },
    },
    leave() {
      details.stop()
      if (useSelection.getState().open !== null) closeDetails()
      else clearSelection()
      return true
    },
    shortcuts: [
      { id: 'message', run: atOnce((key) => act('message', key)) },
      { id: 'disconnect', run: atOnce((key) => act('disconnect', key)) },
    ],
  }
}
