import { dropOldest } from '../../../shared/drop-oldest'
import type { Departed, RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { RosterChange } from '../monitor/roster'

/** Most departed sessions that are kept, so that a row or the details can still say who that was. */
const departedKept = 5_000
/** Time for which an arrival is marked as new, ms. */
const arrivalKeptMs = 60_000

/** What is remembered of who came and went, for those who look at the list. */
export class RosterMemory {
  readonly #clock: Pick<Clock, 'now' | 'monotonicMs'>
  readonly #departed = new Map<SessionKey, Departed>()
  readonly #arrivedMs = new Map<SessionKey, number>()

  constructor(clock: Pick<Clock, 'now' | 'monotonicMs'>) {
    this.#clock = clock
  }

  /** A session that is no longer in the list, as it was when it was last listed; `undefined` after it is forgotten. */
  departed(key: SessionKey): Departed | undefined {
    return this.#departed.get(key)
  }

  /** When a session arrived, monotonic, within the last minute; `undefined` otherwise. */
  arrivedMs(key: SessionKey): number | undefined {
    return this.#arrivedMs.get(key)
  }

  /**
   * Takes in who came and went; returns the keys of the new ones. `isWatched`: those who are no longer listed left; else
   * their scope is no longer polled, and they may well be there.
   */
  changed({ patch, arrived, left }: RosterChange, isWatched: boolean): SessionKey[] {
    const gone = new Set(patch.removes)
    for (const row of left) if (gone.has(row.key)) this.#leave(row, isWatched)
    // An id that was given to somebody else is a row that changed.
    const changedHands = new Set(left.map(({ key }) => key))
    const fresh = arrived.map(({ key }) => key).filter((key) => !changedHands.has(key))
    for (const key of fresh) this.#arrive(key)
    this.#forgetOldest()
    return fresh
  }

  #leave(row: RosterRow, isWatched: boolean): void {
    this.#arrivedMs.delete(row.key)
    this.#departed.delete(row.key)
    this.#departed.set(row.key, {
      row,
      leftAt: this.#clock.now(),
      leftMs: this.#clock.monotonicMs(),
      isWatched,
    })
  }

  #arrive(key: SessionKey): void {
    this.#departed.delete(key)
    this.#arrivedMs.set(key, this.#clock.monotonicMs())
  }

  /** Once for each change: the way to the oldest one leads past the places of thousands that were dropped before. */
  #forgetOldest(): void {
    dropOldest(this.#departed, departedKept)
    const now = this.#clock.monotonicMs()
    for (const [oldest, at] of this.#arrivedMs) {
      if (now - at < arrivalKeptMs) break
      this.#arrivedMs.delete(oldest)
    }
  }
}
