import type { RosterRow, Session } from './session'

/** A session that was looked up, as a row that no scope lists. */
export const unlistedRow = (session: Session): RosterRow => ({
  ...session,
  scopes: [],
  missedSince: null,
  disconnecting: null,
})

/** Whether a session is over: VSay says so of some by any word but “active”, the other services list none of those. */
export const isOver = ({ status }: Pick<Session, 'status'>): boolean =>
  status !== null && status.trim().toLowerCase() !== 'active'
