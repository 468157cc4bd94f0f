import { dropOldest } from '../../../shared/drop-oldest'
import type { LookupQuestion } from '../../../shared/lookup'
import type { RosterRow, Session, SessionKey } from '../../../shared/session'
import { unlistedRow } from '../../../shared/unlisted-row'

/** Most sessions that are remembered: four of the largest look-ups. */
const kept = 20_000

/** The sessions that look-ups found lately, in memory: what a person sees of them can be acted on. */
export class FoundSessions {
  readonly #found = new Map<SessionKey, { row: RosterRow; question: LookupQuestion }>()

  /** Remembers them as they are now, and what found them; the longest unseen ones are forgotten. */
  add(sessions: readonly Session[], question: LookupQuestion): void {
    for (const session of sessions) {
      this.#found.delete(session.key)
      this.#found.set(session.key, { row: unlistedRow(session), question })
    }
    dropOldest(this.#found, kept)
  }

  /** An account is no longer watched, or not as it was: its ids may mean others to the service that it has now. */
  forget(accountId: string): void {
    for (const [key, { row }] of this.#found) if (row.accountId === accountId) this.#found.delete(key)
  }

  /** The session as it was found; `undefined` when no look-up found it, or too long ago. */
  get(key: SessionKey): RosterRow | undefined {
    return this.#found.get(key)?.row
  }

  /** The question that found it last. */
  questionOf(key: SessionKey): LookupQuestion | undefined {
    return this.#found.get(key)?.question
  }
}
