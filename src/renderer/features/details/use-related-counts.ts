import { useEffect, useState } from 'react'
import type { Relation } from '../../../shared/list/related'
import { request } from '../../bridge'
import { roster } from '../../stores/roster'

/** Shortest time between two counts while the roster changes, ms. */
const settleMs = 1_000

/** How many other live sessions are of each relation; follows the roster. `null` until they are counted. */
export function useRelatedCounts(relations: readonly Relation[]): readonly number[] | null {
  const [counts, setCounts] = useState<{ of: readonly Relation[]; counts: readonly number[] } | null>(null)
  useEffect(() => {
    let isOpen = true
    let timer: ReturnType<typeof setTimeout> | null = null
    const count = async () => {
      timer = null
      const result = await request('session.relatives', { relations: [...relations] })
      if (isOpen && result.ok) setCounts({ of: relations, counts: result.value })
    }
    void count()
    const stop = roster.subscribe(() => {
      timer ??= setTimeout(() => void count(), settleMs)
    })
    return () => {
      isOpen = false
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [relations])
  return counts?.of === relations ? counts.counts : null
}
