import type { LookupQuestion } from '../../../shared/lookup'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Roster } from '../monitor/roster'
import type { FoundSessions } from './found-sessions'

/** The sessions that a person can act on: those that heartbeats list, and those that look-ups found. */
export class KnownSessions {
  readonly #roster: Roster
  readonly #found: FoundSessions

  constructor(roster: Roster, found: FoundSessions) {
    this.#roster = roster
    this.#found = found
  }

  /** A session that heartbeats list or a look-up found. */
  get(key: SessionKey): RosterRow | undefined {
    return this.listed(key) ?? this.#found.get(key)
  }

  /** A session that heartbeats list. */
  listed(key: SessionKey): RosterRow | undefined {
    return this.#roster.get(key)
  }

  /** All that heartbeats list. */
  allListed(): Iterable<RosterRow> {
    return this.#roster.rows()
  }

  /** The question by which a look-up found a session last. */
  questionOf(key: SessionKey): LookupQuestion | undefined {
    return this.#found.questionOf(key)
  }
}
