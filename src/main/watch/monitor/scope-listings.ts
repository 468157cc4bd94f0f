import type { ScopeKey } from '../../../shared/account'
import type { RosterRow, Session } from '../../../shared/session'

/**
 * One scope's word about one session. It knows its entry: the usual case is then one look-up a session. `missed`: complete
 * sweeps in a row that did not list it; `unseen`: the latest did not, whatever that tells.
 */
export type Listing = {
  entry: Entry
  readonly scope: ScopeKey
  session: Session
  sweep: number
  seenAt: number
  order: number
  missed: number
  unseen: boolean
  /** The one that followed in the scope's last answer. */
  next: Listing | null
  isListed: boolean
}

/** A row and every scope's word about it, the newest first. */
export type Entry = { row: RosterRow; listings: Listing[] }

/** A first word about a session, of no sweep yet. */
export const createListing = (
  entry: Entry,
  scope: ScopeKey,
  session: Session,
  seenAt: number,
  order: number,
): Listing => ({
  entry,
  scope,
  session,
  sweep: -1,
  seenAt,
  order,
  missed: 0,
  unseen: false,
  next: null,
  isListed: true,
})

/**
 * What one scope lists, by session id: a scope is of one account, and ids need not be put together to be looked up.
 *
 * Answers come in the order of the one before, nearly, and whoever read them gives the very same object for a session that
 * did not change. So whoever followed the session before is looked at first: a look-up takes ten times as long.
 */
export class ScopeListings {
  readonly scope: ScopeKey
  /** The scopes of a row that only this one lists: one list for all of them. */
  readonly alone: ScopeKey[]
  readonly #byId = new Map<string, Listing>()
  #sweep = 0
  /** How many were seen in this sweep. */
  #seen = 0
  /** The one that was seen last. */
  #latest: Listing | null = null

  constructor(scope: ScopeKey) {
    this.scope = scope
    this.alone = [scope]
  }

  get size(): number {
    return this.#byId.size
  }

  /** The sweep that answers belong to. */
  get sweep(): number {
    return this.#sweep
  }

  /** Whether the sweep has not seen everybody. */
  get lacksSome(): boolean {
    return this.#seen < this.#byId.size
  }

  all(): Iterable<Listing> {
    return this.#byId.values()
  }

  begin(): void {
    this.#sweep += 1
    this.#seen = 0
    this.#latest = null
  }

  find(session: Session): Listing | undefined {
    const likely = this.#latest?.next
    return likely?.session === session && likely.isListed ? likely : this.#byId.get(session.id)
  }

  /** The sweep has seen a session, for the first time or again. */
  saw(listing: Listing): void {
    if (listing.sweep !== this.#sweep) {
      listing.sweep = this.#sweep
      this.#seen += 1
    }
    const latest = this.#latest
    if (latest && latest.next !== listing) latest.next = listing
    this.#latest = listing
  }

  /** Adds one that the sweep has just seen. */
  add(listing: Listing): void {
    this.#byId.set(listing.session.id, listing)
    this.saw(listing)
  }

  remove(listing: Listing): void {
    if (!this.#byId.delete(listing.session.id)) return
    listing.isListed = false
    if (listing.sweep === this.#sweep) this.#seen -= 1
  }
}
