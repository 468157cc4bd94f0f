import type { Roster } from './roster'

/** How many sessions are live; sent when the number changed. */
export class RosterTotal {
  readonly #roster: Pick<Roster, 'size'>
  readonly #tell: (live: number) => void
  #last = 0

  constructor(roster: Pick<Roster, 'size'>, tell: (live: number) => void) {
    this.#roster = roster
    this.#tell = tell
  }

  /** The roster changed. */
  changed(): void {
    const live = this.#roster.size
    if (live === this.#last) return
    this.#last = live
    this.#tell(live)
  }
}
