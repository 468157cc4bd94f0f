import type { ScopeKey } from '../../../shared/account'
import type { SessionCounts } from '../../../shared/list/window'
import { sameItems } from '../../../shared/same-items'
import type { PendingDisconnect, RosterRow, Session, SessionKey } from '../../../shared/session'
import { isSomebodyElse } from '../../../shared/somebody-else'
import type { Unsure } from '../providers/provider'
import { mergeSessions, rowOf, sameFields } from './roster-row'
import { RowCounts } from './row-counts'
import { Entry, Listing, ScopeListings } from './scope-listings'

/** What one heartbeat of a scope listed. */
export type Listed = {
  sessions: readonly Session[]
  /** Our time of the heartbeat, epoch ms. */
  at: number
  /** The first answer of a sweep: what an unfinished one listed before no longer counts. */
  begins: boolean
  /** The last answer of a sweep: sessions that the sweep did not list were missed. */
  completes: boolean
  /** How many complete sweeps in a row must miss a session until this scope no longer lists it. */
  sweepsUntilGone: 1 | 2
  /** Sessions whose absence says nothing (by default none): they are kept as missed, but never counted as gone. */
  unsure?: Unsure
}

/** A row is being disconnected, or with `null` is not any more. */
export type DisconnectMark = { key: SessionKey; pending: PendingDisconnect | null }

/** What a change did: what is another row now, and who came and went for alerts and actions. */
export type RosterChange = {
  patch: {
    /** New rows and rows that changed, whole. */
    upserts: readonly RosterRow[]
    removes: readonly SessionKey[]
  }
  arrived: RosterRow[]
  left: RosterRow[]
}

/**
 * Most sessions of a scope. A service that never stops listing new ones, while its answers say nothing of the old ones,
 * would fill the memory.
 */
export const mostListed = 200_000

/** Whether a sweep that does not list the session says that it left. */
const provesGone = ({ scriptId }: Session, unsure: Unsure): boolean =>
  unsure === 'nobody' || (unsure !== 'everybody' && !(scriptId !== null && unsure.has(scriptId)))

/** Collects what one call changed. */
class Changes {
  /** Each once; one that left meanwhile is in {@link left} alone. */
  readonly #touched: Entry[] = []
  readonly arrived: Entry[] = []
  readonly left: RosterRow[] = []

  touch(entry: Entry): void {
    if (!entry.isTouched) this.#touched.push(entry)
    entry.isTouched = true
  }

  /** The rows that are others now, for the only time. */
  takeTouched(): RosterRow[] {
    const rows: RosterRow[] = []
    for (const entry of this.#touched) {
      if (entry.isTouched) rows.push(entry.row)
      entry.isTouched = false
    }
    return rows
  }
}

/**
 * All live sessions of all accounts, merged; its single writer. Every call that changes something answers with
 * what changed; one that changes nothing answers `null` and leaves no trace.
 *
 * A session that is unchanged costs a comparison of its fields and no memory: this is what keeps a heartbeat of 50,000
 * sessions cheap.
 */
export class Roster {
  readonly #entries = new Map<SessionKey, Entry>()
  readonly #scopes = new Map<ScopeKey, ScopeListings>()
  readonly #counts = new RowCounts()
  #order = 0

  /** How many sessions are live, each counted once. */
  get size(): number {
    return this.#entries.size
  }

  /** How many of them each account and each script has; the same object until a number is another. */
  get counts(): SessionCounts {
    return this.#counts.value
  }

  get(key: SessionKey): RosterRow | undefined {
    return this.#entries.get(key)?.row
  }

  *rows(): Generator<RosterRow> {
    for (const entry of this.#entries.values()) yield entry.row
  }

  /** How many sessions a scope lists. */
  countOf(scope: ScopeKey): number {
    return this.#scopes.get(scope)?.size ?? 0
  }

  /** Takes in what a heartbeat of `scope` listed. A failed heartbeat is no answer: it never comes here. */
  apply(scope: ScopeKey, listed: Listed): RosterChange | null {
    const listings = this.#scopes.get(scope) ?? new ScopeListings(scope)
    this.#scopes.set(scope, listings)
    this.#order += 1
    listings.answered({ order: this.#order, at: listed.at }, listed.begins)
    const changes = new Changes()
    const { sessions } = listed
    let next = listings.sawSame(sessions, 0)
    for (let session = sessions[next]; session; session = sessions[next]) {
      this.#see(listings, session, changes)
      next = listings.sawSame(sessions, next + 1)
    }
    // Sessions that this sweep did not see were missed; when all were seen there is nothing to look for.
    if (listed.completes && listings.lacksSome)
      for (const listing of listings.missed()) this.#miss(listings, listing, listed, changes)
    return this.#commit(changes)
  }

  /** Forgets a scope that is no longer watched; the rows that only it listed leave. */
  dropScope(scope: ScopeKey): RosterChange | null {
    const changes = new Changes()
    const listings = this.#scopes.get(scope)
    this.#scopes.delete(scope)
    for (const listing of listings?.all() ?? []) this.#unlist(listing, changes)
    return this.#commit(changes)
  }

  /** Marks rows as being disconnected, or unmarks them with `null`. */
  markDisconnecting(marks: readonly DisconnectMark[]): RosterChange | null {
    const changes = new Changes()
    for (const { key, pending } of marks) {
      const entry = this.#entries.get(key)
      if (!entry || entry.row.disconnecting === pending) continue
      entry.row = { ...entry.row, disconnecting: pending }
      changes.touch(entry)
    }
    return this.#commit(changes)
  }

  #see(listings: ScopeListings, session: Session, changes: Changes): void {
    const entry = this.#entries.get(session.key)
    const known = entry?.listingIn(listings.scope)
    if (known) this.#seeAgain(listings, known, session, changes)
    else if (listings.size >= mostListed) return
    else if (entry) this.#join(listings, entry, session, changes)
    else this.#arrive(listings, session, changes)
  }

  #seeAgain(listings: ScopeListings, known: Listing, session: Session, changes: Changes): void {
    const { entry } = known
    // The reader of an answer gives the same object where nothing changed.
    const isSame = known.session === session || sameFields(known.session, session)
    // Within one sweep it is a service that lists one id twice, which would come and go with every heartbeat.
    if (!isSame && !listings.hasSeen(known) && isSomebodyElse(known.session, session)) {
      this.#replace(listings, entry, session, changes)
      return
    }
    listings.saw(known)
    const unchanged = !known.unseen && isSame
    known.session = session
    known.missed = 0
    known.unseen = false
    if (unchanged && entry.isAlone) return
    // Where scopes differ, even an unchanged report may now be the newest one.
    const agreed = (other: Listing) => other === known || sameFields(other.session, session)
    if (!(unchanged && entry.listings.every(agreed))) this.#refresh(entry, changes)
  }

  /** The service gave the id to somebody else: the one who had it left, and the other came. */
  #replace(listings: ScopeListings, entry: Entry, session: Session, changes: Changes): void {
    const agreeing: Listing[] = []
    for (const listing of entry.listings)
      if (isSomebodyElse(listing.session, session)) this.#scopes.get(listing.scope)?.remove(listing)
      else agreeing.push(listing)
    this.#depart(entry, changes)
    const successor = this.#arrive(listings, session, changes)
    if (agreeing.length === 0) return
    for (const listing of agreeing) listing.entry = successor
    successor.listings = [successor.newest, ...agreeing]
    this.#refresh(successor, changes)
  }

  #depart(entry: Entry, changes: Changes): void {
    this.#entries.delete(entry.row.key)
    this.#counts.remove(entry.row)
    entry.isTouched = false
    changes.left.push(entry.row)
  }

  #miss(
    listings: ScopeListings,
    listing: Listing,
    { sweepsUntilGone, unsure = 'nobody' }: Listed,
    changes: Changes,
  ): void {
    listing.unseen = true
    if (provesGone(listing.session, unsure)) listing.missed += 1
    if (listing.missed >= sweepsUntilGone) {
      listings.remove(listing)
      this.#unlist(listing, changes)
      return
    }
    this.#refresh(listing.entry, changes)
  }

  /** A session that no scope listed. */
  #arrive(listings: ScopeListings, session: Session, changes: Changes): Entry {
    const row = rowOf(session, { scopes: listings.alone, missedSince: null, disconnecting: null })
    const entry = new Entry(row, listings.scope, session, listings.sighting)
    this.#entries.set(session.key, entry)
    this.#counts.add(row)
    listings.add(entry.newest)
    changes.arrived.push(entry)
    changes.touch(entry)
    return entry
  }

  /** A session that other scopes list, and this one did not. */
  #join(listings: ScopeListings, entry: Entry, session: Session, changes: Changes): void {
    const listing = new Listing(entry, listings.scope, session, listings.sighting)
    listings.add(listing)
    entry.listings = [listing, ...entry.listings]
    this.#refresh(entry, changes)
  }

  #unlist(listing: Listing, changes: Changes): void {
    const { entry } = listing
    const others = entry.listings.filter((other) => other !== listing)
    if (others.length === 0) {
      this.#depart(entry, changes)
      return
    }
    entry.listings = others
    this.#refresh(entry, changes)
  }

  /** Computes a row anew from what the scopes report; touches it only when something differs. */
  #refresh(entry: Entry, changes: Changes): void {
    if (!entry.isAlone) entry.listings = [...entry.listings].sort((a, b) => b.seen.order - a.seen.order)
    const { listings, row } = entry
    const { newest } = entry
    const others = listings.slice(1).map((listing) => listing.session)
    const session = others.length > 0 ? mergeSessions(newest.session, others) : newest.session
    const missedSince = listings.every((listing) => listing.unseen) ? newest.seen.at : null
    const scopes = listings.map((listing) => listing.scope).sort()
    const sameScopes = sameItems(scopes, row.scopes)
    if (sameScopes && missedSince === row.missedSince && sameFields(session, row)) return
    const { disconnecting } = row
    entry.row = rowOf(session, { scopes: sameScopes ? row.scopes : scopes, missedSince, disconnecting })
    this.#counts.remove(row)
    this.#counts.add(entry.row)
    changes.touch(entry)
  }

  #commit(changes: Changes): RosterChange | null {
    const { arrived, left } = changes
    const upserts = changes.takeTouched()
    if (upserts.length === 0 && left.length === 0) return null
    return {
      patch: {
        upserts,
        // An id that was given to somebody else is a row that changed.
        removes: left.map((row) => row.key).filter((key) => !this.#entries.has(key)),
      },
      arrived: arrived.map((entry) => entry.row),
      left,
    }
  }
}
