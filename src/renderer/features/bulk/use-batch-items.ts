import { useEffect, useState } from 'react'
import type { Action } from '../../../shared/action'
import { on, request } from '../../bridge'

/** Shortest time between two renders of the results, ms: a bulk action changes hundreds within a second. */
const settleMs = 250

/** The actions of a bulk action with their outcomes as they come; `null` until they are there. */
export function useBatchItems(id: string): { items: readonly Action[] | null; error: string | null } {
  const [items, setItems] = useState<readonly Action[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    const known = new Map<string, Action>()
    let timer: ReturnType<typeof setTimeout> | null = null
    let isOpen = true
    const stop = on('action.changed', (action) => {
      if (action.batchId !== id) return
      known.set(action.id, action)
      timer ??= setTimeout(() => {
        timer = null
        setItems((list) => list?.map((each) => known.get(each.id) ?? each) ?? null)
      }, settleMs)
    })
    void request('bulk.items', { id }).then((result) => {
      if (!isOpen) return
      if (result.ok) setItems(result.value.map((each) => known.get(each.id) ?? each))
      else setError(result.error.message)
    })
    return () => {
      isOpen = false
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [id])
  return { items, error }
}
