import { useSyncExternalStore } from 'react'
import type { RosterRow } from '../../shared/session'
import { roster } from './roster'

/** At most this often are 50,000 rows counted again, ms. */
const settleMs = 250

/** A hook that counts the live sessions by what `keyOf` says of each; `null` counts nowhere. */
export function createRosterCounts(
  keyOf: (row: RosterRow) => string | null,
): () => ReadonlyMap<string, number> {
  let counts: ReadonlyMap<string, number> = new Map()
  const recount = () => {
    const next = new Map<string, number>()
    for (const row of roster.rows.values()) {
      const key = keyOf(row)
      if (key !== null) next.set(key, (next.get(key) ?? 0) + 1)
    }
    counts = next
  }
  const subscribe = (listener: () => void) => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const update = () => {
      timer = null
      recount()
      listener()
    }
    const stop = roster.subscribe(({ arrivals, removes, upserts }) => {
      const first = counts.size === 0 && upserts.length > 0
      if (first) update()
      else if (timer === null && arrivals.length + removes.length > 0) timer = setTimeout(update, settleMs)
    })
    update()
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }
  return () => useSyncExternalStore(subscribe, () => counts)
}
