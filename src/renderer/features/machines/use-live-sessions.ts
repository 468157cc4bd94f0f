import { useEffect, useState } from 'react'
import type { RosterRow } from '../../../shared/session'
import { loadRows, roster } from '../../stores/roster'

/** Shortest time between two loads of the rows while the roster changes, ms. */
const settleMs = 250

const nobody: readonly RosterRow[] = []

/** The live sessions of an account; none until they are there. */
export function useLiveSessions(accountId: string): readonly RosterRow[] {
  const [loaded, setLoaded] = useState<{ of: string; rows: readonly RosterRow[] } | null>(null)
  useEffect(() => {
    let isOpen = true
    let timer: ReturnType<typeof setTimeout> | null = null
    const load = async () => {
      timer = null
      const rows = await loadRows({ kind: 'account', accountId })
      if (isOpen) setLoaded({ of: accountId, rows })
    }
    void load()
    const stop = roster.subscribe(() => {
      timer ??= setTimeout(() => void load(), settleMs)
    })
    return () => {
      isOpen = false
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [accountId])
  return loaded?.of === accountId ? loaded.rows : nobody
}
