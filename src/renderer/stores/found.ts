import { create } from 'zustand'
import { dropOldest } from '../../shared/drop-oldest'
import type { RosterRow, Session, SessionKey } from '../../shared/session'
import { unlistedRow } from '../../shared/unlisted-row'

/** A session as a look-up found it. `foundAt` is epoch ms; `foundMs` orders it, monotonic. */
export type Found = { row: RosterRow; foundAt: number; foundMs: number }

/** Most sessions that are kept, as many as the watch thread remembers. */
const kept = 20_000

/** The sessions that look-ups found lately. The map is replaced, never changed. */
export const useFound = create<{ byKey: ReadonlyMap<SessionKey, Found> }>(() => ({ byKey: new Map() }))

/** Remembers what a look-up found; the longest unseen are forgotten. */
export function addFound(sessions: readonly Session[]): void {
  const byKey = new Map(useFound.getState().byKey)
  const when = { foundAt: Date.now(), foundMs: performance.now() }
  for (const session of sessions) {
    byKey.delete(session.key)
    byKey.set(session.key, { row: unlistedRow(session), ...when })
  }
  dropOldest(byKey, kept)
  useFound.setState({ byKey })
}
