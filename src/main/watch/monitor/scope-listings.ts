import type { ScopeKey } from '../../../shared/account'
import type { RosterRow, Session } from '../../../shared/session'

/** One answer of a scope: one object for all that it listed. `order` grows over all scopes; `at`: epoch ms. */
export type Sighting = { readonly order: number; readonly at: number }

/** One scope's report of one session. */
export class Listing {
  /** Complete sweeps in a row that did not list it. */
  missed = 0
  /** The latest complete sweep did not list it, whatever that means. */
  unseen = false
  isListed = true
  /** Its place among those that the sweep saw which saw it last. */
  place = 0

  constructor(
    public entry: Entry,
    readonly scope: ScopeKey,
    public session: Session,
    /** The latest answer that listed it. */
    public seen: Sighting,
  ) {}
}

const none: readonly Listing[] = []

/** A row and every scope's report of it. Nearly all have one: a list of it would cost as much as the rest. */
export class Entry {
  row: RosterRow
  #newest: Listing
  /** {@link none} where there are no others. */
  #older = none
  /** It changed since the last update. */
  isTouched = false

  /** Of a session that only this scope lists. */
  constructor(row: RosterRow, scope: ScopeKey, session: Session, seen: Sighting) {
    this.row = row
    this.#newest = new Listing(this, scope, session, seen)
  }

  get newest(): Listing {
    return this.#newest
  }

  /** Whether only one scope lists it. */
  get isAlone(): boolean {
    return this.#older === none
  }

  /** Every scope's report, the newest first; never none. */
  get listings(): readonly Listing[] {
    return [this.#newest, ...this.#older]
  }

  set listings([newest = this.#newest, ...older]: readonly Listing[]) {
    this.#newest = newest
    this.#older = older.length > 0 ? older : none
  }

  /** What a scope says of it. */
  listingIn(scope: ScopeKey): Listing | undefined {
    if (this.#newest.scope === scope) return this.#newest
    return this.#older.find((listing) => listing.scope === scope)
  }
}

/** Listings that are compared when the expected one is not the next: as many may have left in a row at no cost. */
const reach = 3

/**
 * What one scope lists. An answer has nearly the order of the one before, and its reader gives the very same object for a
 * session that did not change. So the session that had the place before is compared first, and nothing else of an unchanged
 * session is touched: what lies in no cache of the processor takes longer to reach than to compare. For the same reason the
 * order is an array: along linked entries, the processor could not fetch several at a time.
 */
export class ScopeListings {
  readonly scope: ScopeKey
  /** The scopes of a row that only this one lists: one list for all of them. */
  readonly alone: ScopeKey[]
  /** The sessions that the sweep before saw, in its order, and those that it missed; also some that left since. */
  #before: Listing[] = []
  /** The sessions that this sweep has seen, each once, in its order; also some that left since. */
  #now: Listing[] = []
  /** The session that this sweep is expected to see next, of those before. */
  #expected = 0
  #size = 0
  /** The order of the sweep's first answer. */
  #sweepFrom = 0
  /** How many were seen in this sweep. */
  #seen = 0
  #sighting: Sighting = { order: 0, at: 0 }

  constructor(scope: ScopeKey) {
    this.scope = scope
    this.alone = [scope]
  }

  get size(): number {
    return this.#size
  }

  /** The answer that is taken in. */
  get sighting(): Sighting {
    return this.#sighting
  }

  /** Whether the sweep has not yet seen everything that the scope lists. */
  get lacksSome(): boolean {
    return this.#seen < this.#size
  }

  /** All that it lists. */
  all(): Listing[] {
    return [...this.#now.filter(({ isListed }) => isListed), ...this.missed()]
  }

  /** All that it lists and this sweep has not seen. */
  missed(): Listing[] {
    return this.#before.filter((listing) => listing.isListed && !this.hasSeen(listing))
  }

  /** Takes in the next answer. `begins`: it is the first of a sweep. */
  answered(sighting: Sighting, begins: boolean): void {
    this.#sighting = sighting
    if (!begins) return
    this.#before = this.lacksSome ? this.#now.concat(this.missed()) : this.#now
    this.#now = []
    this.#expected = 0
    this.#sweepFrom = sighting.order
    this.#seen = 0
  }

  /** Whether this sweep has seen it. */
  hasSeen(listing: Listing): boolean {
    return listing.seen.order >= this.#sweepFrom
  }

  /**
   * Sees sessions from `first` on as long as they did not change and only this scope lists them, so that nothing else is
   * to be done. Returns the index of the first other one, or how many there are. A small loop of its own: it is compiled
   * soon, and again soon where the compiled code was collected.
   */
  sawSame(sessions: readonly Session[], first: number): number {
    const { length } = sessions
    for (let index = first; index < length; index += 1) {
      const likely = this.#likely(sessions[index])
      if (!likely?.isListed || likely.unseen || !likely.entry.isAlone || this.hasSeen(likely)) return index
      this.#see(likely)
    }
    return length
  }

  /** The sweep has seen a session, for the first time or again. */
  saw(listing: Listing): void {
    if (this.hasSeen(listing)) {
      listing.seen = this.#sighting
      return
    }
    this.#expected = listing.place + 1
    this.#see(listing)
  }

  /** Adds one that the sweep has just seen. */
  add(listing: Listing): void {
    this.#size += 1
    this.#see(listing)
  }

  remove(listing: Listing): void {
    if (!listing.isListed) return
    listing.isListed = false
    this.#size -= 1
    if (this.hasSeen(listing)) this.#seen -= 1
  }

  /** The expected entry that has this very session; those before it are not expected any more. */
  #likely(session: Session | undefined): Listing | null {
    const from = this.#expected
    for (let place = from; place <= from + reach; place += 1) {
      const listing = this.#before[place]
      if (listing?.session !== session) continue
      this.#expected = place + 1
      return listing ?? null
    }
    return null
  }

  #see(listing: Listing): void {
    listing.seen = this.#sighting
    listing.place = this.#now.length
    this.#now.push(listing)
    this.#seen += 1
  }
}
