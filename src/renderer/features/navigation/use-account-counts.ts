import { useSyncExternalStore } from 'react'
import { roster } from '../../stores/roster'

/** At most this often are 50,000 rows counted again. */
const settleMs = 250

let counts: ReadonlyMap<string, number> = new Map()

function recount(): void {
  const next = new Map<string, number>()
  for (const { accountId } of roster.rows.values()) next.set(accountId, (next.get(accountId) ?? 0) + 1)
  counts = next
}

function subscribe(listener: () => void): () => void {
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

/** How many sessions each account has; a session in two scopes counts once. */
export const useAccountCounts = (): ReadonlyMap<string, number> =>
  useSyncExternalStore(subscribe, () => counts)
