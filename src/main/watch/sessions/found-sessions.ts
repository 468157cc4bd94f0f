import type { RosterRow, Session, SessionKey } from '../../../shared/session'
import { unlistedRow } from '../../../shared/unlisted-row'

/** So many sessions are remembered: four of the largest look-ups. */
const kept = 20_000

/** The sessions that look-ups found lately, in memory: what a person sees of them can be acted on. */
export class FoundSessions {
  readonly #rows = new Map<SessionKey, RosterRow>()

  /** Remembers them as they are now; the longest unseen ones are forgotten. */
  add(sessions: readonly Session[]): void {
    for (const session of sessions) {
      this.#rows.delete(session.key)
      this.#rows.set(session.key, unlistedRow(session))
    }
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= kept) break
      this.#rows.delete(oldest)
    }
  }

  /** An account is no longer watched, or not as it was: its ids may mean others to the service that it has now. */
  forget(accountId: string): void {
    for (const [key, row] of this.#rows) if (row.accountId === accountId) this.#rows.delete(key)
  }

  /** The session as it was found; `undefined` when no look-up found it, or too long ago. */
  get(key: SessionKey): RosterRow | undefined {
    return this.#rows.get(key)
  }
}
