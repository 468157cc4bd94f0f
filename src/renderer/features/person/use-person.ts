import { useCallback, useEffect, useState } from 'react'
import { on } from '../../bridge'
import { roster } from '../../stores/roster'
import { PersonSearch, type PersonState } from './person-search'

/** Shortest time between two searches of the list while people arrive, ms. */
const settleMs = 1_000

/** Finds a person, and their sessions that arrive while the box is open. Nothing of it is kept after. */
export function usePerson(): { state: PersonState; find(text: string): void } {
  const [state, setState] = useState<PersonState>({ kind: 'idle' })
  const [search] = useState(() => new PersonSearch(setState))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const again = () => {
      timer = null
      void search.refresh()
    }
    const unsubscribe = roster.subscribe(({ hasArrivals }) => {
      if (hasArrivals) timer ??= setTimeout(again, settleMs)
    })
    const stopListening = on('action.changed', (action) => search.actionChanged(action))
    return () => {
      unsubscribe()
      stopListening()
      if (timer !== null) clearTimeout(timer)
      search.stop()
    }
  }, [search])
  const find = useCallback((text: string) => void search.find(text), [search])
  return { state, find }
}
