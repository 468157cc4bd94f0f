import type { RosterRow, Session } from './session'

/** A session that was looked up, as a row that no scope lists. */
export const unlistedRow = (session: Session): RosterRow => ({
  ...session,
  scopes: [],
  missedSince: null,
  disconnecting: null,
})

/** Whether a look-up found a session that is over: VSay's word for it. */
export const isOver = ({ status }: Pick<Session, 'status'>): boolean => status === 'ended'
