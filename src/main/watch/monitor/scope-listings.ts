import type { ScopeKey } from '../../../shared/account'
import type { RosterRow, Session } from '../../../shared/session'

/** One answer of a scope: one object for all that it listed. `order` grows over all scopes; `at`: epoch ms. */
export type Sighting = { readonly order: number; readonly at: number }

/** One scope's word about one session. */
export class Listing {
  /** Complete sweeps in a row that did not list it. */
  missed = 0
  /** The latest complete sweep did not, whatever that tells. */
  unseen = false
  /** The one that followed in the scope's last answer. */
  next: Listing | null = null
  isListed = true

  constructor(
    public entry: Entry,
    readonly scope: ScopeKey,
    public session: Session,
    /** The latest answer that listed it. */
    public seen: Sighting,
  ) {}
}

const none: readonly Listing[] = []

/** A row and every scope's word about it. Nearly all have one: a list of it would cost as much as the rest. */
export class Entry {
  row: RosterRow
  #newest: Listing
  /** {@link none} where there are no others. */
  #older = none
  /** It changed, and nobody was told yet. */
  isTouched = false

  /** Of a session that only this scope lists. */
  constructor(row: RosterRow, scope: ScopeKey, session: Session, seen: Sighting) {
    this.row = row
    this.#newest = new Listing(this, scope, session, seen)
  }

  get newest(): Listing {
    return this.#newest
  }

  /** Whether only one scope tells of it. */
  get isAlone(): boolean {
    return this.#older === none
  }

  /** Every scope's word, the newest first; never none. */
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

/** Listings that left, as a part of those there, until they are let go of. */
const mostGone = 1 / 4

/**
 * What one scope lists. Answers come in the order of the one before, nearly, and whoever read them gives the very same
 * object for a session that did not change. So whoever followed the session before is looked at first, and nothing else of
 * an unchanged session is touched: what lies in no cache of the processor takes longer to reach than to compare.
 */
export class ScopeListings {
  readonly scope: ScopeKey
  /** The scopes of a row that only this one lists: one list for all of them. */
  readonly alone: ScopeKey[]
  /** In the order in which they came, also some that left. */
  #all: Listing[] = []
  #size = 0
  /** The order of the sweep's first answer. */
  #sweepFrom = 0
  /** How many were seen in this sweep. */
  #seen = 0
  #sighting: Sighting = { order: 0, at: 0 }
  /** The one that was seen last. */
  #latest: Listing | null = null

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

  /** Whether the sweep has not seen everybody. */
  get lacksSome(): boolean {
    return this.#seen < this.#size
  }

  /** All that it lists. */
  all(): Listing[] {
    return this.#all.filter(({ isListed }) => isListed)
  }

  /** All that it lists and this sweep has not seen. */
  missed(): Listing[] {
    return this.#all.filter((listing) => listing.isListed && !this.hasSeen(listing))
  }

  /** Takes in the next answer. `begins`: it is the first of a sweep. */
  answered(sighting: Sighting, begins: boolean): void {
    this.#sighting = sighting
    if (!begins) return
    this.#sweepFrom = sighting.order
    this.#seen = 0
    this.#latest = null
    if (this.#all.length > this.#size * (1 + mostGone)) this.#all = this.all()
  }

  /** Whether this sweep has seen it. */
  hasSeen(listing: Listing): boolean {
    return listing.seen.order >= this.#sweepFrom
  }

  /**
   * Whether the session is one that did not change and of which only this scope tells: it is then seen, and nothing else
   * is to be done.
   */
  sawSame(session: Session): boolean {
    const likely = this.#latest?.next
    if (likely?.session !== session || !likely.isListed || likely.unseen || !likely.entry.isAlone)
      return false
    this.saw(likely)
    return true
  }

  /** The sweep has seen a session, for the first time or again. */
  saw(listing: Listing): void {
    if (!this.hasSeen(listing)) this.#seen += 1
    listing.seen = this.#sighting
    const latest = this.#latest
    if (latest && latest.next !== listing) latest.next = listing
    this.#latest = listing
  }

  /** Adds one that the sweep has just seen. */
  add(listing: Listing): void {
    this.#all.push(listing)
    this.#size += 1
    this.#seen += 1
    const latest = this.#latest
    if (latest) latest.next = listing
    this.#latest = listing
  }

  remove(listing: Listing): void {
    if (!listing.isListed) return
    listing.isListed = false
    this.#size -= 1
    if (this.hasSeen(listing)) this.#seen -= 1
  }
}
