import type { RosterRow, SessionKey } from '../../shared/session'
import { isOver } from '../../shared/unlisted-row'
import { type Found, useFound } from './found'
import { roster, useDeparted, useRow } from './roster'
import type { Departed } from './roster-replica'

/** A session that somebody looks at: live, as it was when it left, or as a look-up found it. */
export type ShownSession = {
  row: RosterRow
  /** Epoch ms; `null` while it is live. */
  leftAt: number | null
  /** When a look-up found it, epoch ms; `null` where the list knows it. */
  foundAt: number | null
}

function shown(
  live: RosterRow | undefined,
  departed: Departed | undefined,
  found: Found | undefined,
): ShownSession | null {
  if (live) return { row: live, leftAt: null, foundAt: null }
  // What a look-up says is newer than that it left.
  if (departed && !(found && found.foundMs > departed.leftMs))
    return { row: departed.row, leftAt: departed.leftAt, foundAt: null }
  if (!found) return null
  const { row, foundAt } = found
  return { row, foundAt, leftAt: isOver(row) ? (row.lastBeatAt ?? foundAt) : null }
}

/** The session with that key; `null` where nobody remembers it. */
export const useSession = (key: SessionKey): ShownSession | null =>
  shown(
    useRow(key),
    useDeparted(key),
    useFound(({ byKey }) => byKey.get(key)),
  )

/** The same, outside React. */
export const getSession = (key: SessionKey): ShownSession | null =>
  shown(roster.row(key), roster.departed(key), useFound.getState().byKey.get(key))
