import { type RowState, rowState, type Scopes } from '../../shared/list/row-state'
import type { Departed, RosterRow, SessionKey } from '../../shared/session'
import { refusalsText } from '../../shared/text/refusals'
import { isOver } from '../../shared/unlisted-row'
import { type Found, useFound } from './found'
import { roster, useDeparted, useRow } from './roster'

/** A session that is shown: live, as it was when it left, or as a look-up found it. */
export type ShownSession = {
  row: RosterRow
  /** Since when it is no longer in the list, epoch ms; `null` while it is live. */
  leftAt: number | null
  /** `false`: its scope is no longer polled, so that it may well be there. */
  isWatched: boolean
  /** When a look-up found it, epoch ms; `null` where the list knows it. */
  foundAt: number | null
}

function shown(
  live: RosterRow | undefined,
  departed: Departed | undefined,
  found: Found | undefined,
): ShownSession | null {
  if (live) return { row: live, leftAt: null, isWatched: true, foundAt: null }
  // The look-up is newer than its departure.
  if (departed && !(found && found.foundMs > departed.leftMs)) {
    const { row, leftAt, isWatched } = departed
    return { row, leftAt, isWatched, foundAt: null }
  }
  if (!found) return null
  const { row, foundAt } = found
  return { row, foundAt, isWatched: true, leftAt: isOver(row) ? (row.lastBeatAt ?? foundAt) : null }
}

/** The session with that key; `null` where it is forgotten. */
export const useSession = (key: SessionKey): ShownSession | null =>
  shown(
    useRow(key),
    useDeparted(key),
    useFound(({ byKey }) => byKey.get(key)),
  )

/** The same, outside React. */
export const getSession = (key: SessionKey): ShownSession | null =>
  shown(roster.row(key), roster.departed(key), useFound.getState().byKey.get(key))

/** The session as it is known now. */
export function sessionState({ row, leftAt, isWatched }: ShownSession, scopes: Scopes): RowState {
  if (leftAt === null) return rowState(row, scopes)
  return isWatched ? 'left' : 'unwatched'
}

/** Why nothing can be done with a session that is no longer in the list; `null` while it is. */
export function goneReason({ leftAt, isWatched }: ShownSession): string | null {
  if (leftAt === null) return null
  return isWatched ? refusalsText.hasLeft : refusalsText.notWatched
}
