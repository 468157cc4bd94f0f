import { useEffect, useState } from 'react'
import { countRelated, type Relation } from '../../../shared/list/related'
import { roster } from '../../stores/roster'

/** Counted again at most this often while the roster changes. */
const settleMs = 1_000

/** How many other live sessions are of each relation; follows the roster. `null` until they are counted. */
export function useRelatedCounts(relations: readonly Relation[]): readonly number[] | null {
  const [counts, setCounts] = useState<{ of: readonly Relation[]; counts: readonly number[] } | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const count = () => {
      timer = null
      setCounts({ of: relations, counts: countRelated(relations, roster.rows.values()) })
    }
    // Not while the panel opens: 50,000 rows take a frame.
    timer = setTimeout(count, 0)
    const stop = roster.subscribe(() => {
      timer ??= setTimeout(count, settleMs)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [relations])
  return counts?.of === relations ? counts.counts : null
}
