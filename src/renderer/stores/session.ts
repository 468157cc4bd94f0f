import type { RosterRow, SessionKey } from '../../shared/session'
import { useDeparted, useRow } from './roster'

/** A session that somebody looks at: live, or as it was when it left. */
export type ShownSession = {
  row: RosterRow
  /** Epoch ms; `null` while it is live. */
  leftAt: number | null
}

/** The session with that key; `null` where nobody remembers it. */
export function useSession(key: SessionKey): ShownSession | null {
  const live = useRow(key)
  const departed = useDeparted(key)
  if (live) return { row: live, leftAt: null }
  return departed ? { row: departed.row, leftAt: departed.leftAt } : null
}
