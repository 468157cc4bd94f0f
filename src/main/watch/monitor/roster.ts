import type { ScopeKey } from '../../../shared/account'
import { sameItems } from '../../../shared/same-items'
import type { PendingDisconnect, RosterRow, Session, SessionKey } from '../../../shared/session'
import { isSomebodyElse } from '../../../shared/somebody-else'
import type { Unsure } from '../providers/provider'
import { mergeSessions, rowOf, sameFields } from './roster-row'
import { createListing, type Entry, type Listing, ScopeListings } from './scope-listings'

/** What one heartbeat of a scope listed. */
export type Listed = {
  sessions: readonly Session[]
  /** Our time of the heartbeat, epoch ms. */
  at: number
  /** The first answer of a sweep: what an unfinished one listed before no longer counts. */
  begins: boolean
  /** The last answer of a sweep: whoever it did not list was missed. */
  completes: boolean
  /** How many complete sweeps in a row must miss a session until this scope no longer lists it. */
  sweepsUntilGone: 1 | 2
  /** Of whom its not listing them tells nothing, nobody unless said: they are kept as missed, but never counted as gone. */
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
 * So many sessions a scope has here at most. A service that never stops giving new ones, while its answers tell nothing of
 * the old ones, would fill the memory.
 */
export const mostListed = 200_000

/** Whether a sweep that does not list the session says that it left. */
const tellsOf = ({ scriptId }: Session, unsure: Unsure): boolean =>
  unsure === 'nobody' || (unsure !== 'everybody' && !(scriptId !== null && unsure.has(scriptId)))

/** Collects what one call changed. */
class Changes {
  readonly touched = new Map<SessionKey, Entry>()
  readonly arrived: Entry[] = []
  readonly left: RosterRow[] = []
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
  #order = 0

  /** How many sessions are live, each counted once. */
  get size(): number {
    return this.#entries.size
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
    if (listed.begins) listings.begin()
    this.#order += 1
    const changes = new Changes()
    for (const session of listed.sessions) this.#see(listings, session, listed.at, changes)
    // Whoever was not seen in this sweep was missed; when all were seen there is nobody to look for.
    if (listed.completes && listings.lacksSome)
      for (const listing of listings.all())
        if (listing.sweep !== listings.sweep) this.#miss(listings, listing, listed, changes)
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
      changes.touched.set(key, entry)
    }
    return this.#commit(changes)
  }

  #see(listings: ScopeListings, session: Session, at: number, changes: Changes): void {
    const known = listings.find(session)
    if (!known) {
      if (listings.size < mostListed) this.#list(listings, session, at, changes)
      return
    }
    // Whoever read an answer may know that nothing changed.
    const isSame = known.session === session || sameFields(known.session, session)
    // Within one sweep it is a service that lists one id twice, which would come and go with every heartbeat.
    if (!isSame && known.sweep !== listings.sweep && isSomebodyElse(known.session, session)) {
      this.#replace(listings, known.entry, session, at, changes)
      return
    }
    listings.saw(known)
    const unchanged = !known.unseen && isSame
    known.session = session
    known.seenAt = at
    known.order = this.#order
    known.missed = 0
    known.unseen = false
    const { entry } = known
    if (unchanged && entry.listings.length === 1) return
    // Where scopes differ, even an unchanged word may now be the newest one.
    const agreed = (other: Listing) => other === known || sameFields(other.session, session)
    if (!(unchanged && entry.listings.every(agreed))) this.#refresh(entry, changes)
  }

  /** The service gave the id to somebody else: the one who had it left, and the other came. */
  #replace(listings: ScopeListings, entry: Entry, session: Session, at: number, changes: Changes): void {
    const agreeing = entry.listings.filter((listing) => !isSomebodyElse(listing.session, session))
    for (const listing of entry.listings)
      if (!agreeing.includes(listing)) this.#scopes.get(listing.scope)?.remove(listing)
    this.#depart(entry, changes)
    this.#list(listings, session, at, changes)
    const successor = this.#entries.get(session.key)
    if (!successor || agreeing.length === 0) return
    for (const listing of agreeing) listing.entry = successor
    successor.listings.push(...agreeing)
    this.#refresh(successor, changes)
  }

  #depart({ row }: Entry, changes: Changes): void {
    this.#entries.delete(row.key)
    changes.touched.delete(row.key)
    changes.left.push(row)
  }

  #miss(
    listings: ScopeListings,
    listing: Listing,
    { sweepsUntilGone, unsure = 'nobody' }: Listed,
    changes: Changes,
  ): void {
    listing.unseen = true
    if (tellsOf(listing.session, unsure)) listing.missed += 1
    if (listing.missed >= sweepsUntilGone) {
      listings.remove(listing)
      this.#unlist(listing, changes)
      return
    }
    this.#refresh(listing.entry, changes)
  }

  #list(listings: ScopeListings, session: Session, at: number, changes: Changes): void {
    const known = this.#entries.get(session.key)
    const entry = known ?? this.#arrive(listings, session, changes)
    const listing = createListing(entry, listings.scope, session, at, this.#order)
    listings.add(listing)
    // A list that grows makes room for sixteen more.
    if (known) entry.listings.push(listing)
    else entry.listings = [listing]
    if (known) this.#refresh(entry, changes)
  }

  #arrive({ alone }: ScopeListings, session: Session, changes: Changes): Entry {
    const row = rowOf(session, { scopes: alone, missedSince: null, disconnecting: null })
    const entry: Entry = { row, listings: [] }
    this.#entries.set(session.key, entry)
    changes.arrived.push(entry)
    changes.touched.set(session.key, entry)
    return entry
  }

  #unlist(listing: Listing, changes: Changes): void {
    const { entry } = listing
    entry.listings = entry.listings.filter((other) => other !== listing)
    if (entry.listings.length > 0) {
      this.#refresh(entry, changes)
      return
    }
    this.#depart(entry, changes)
  }

  /** Works out a row anew from what the scopes say; touches it only when something differs. */
  #refresh(entry: Entry, changes: Changes): void {
    const { listings, row } = entry
    if (listings.length > 1) listings.sort((a, b) => b.order - a.order)
    const [newest, ...older] = listings
    if (!newest) return
    const others = older.map((listing) => listing.session)
    const session = others.length > 0 ? mergeSessions(newest.session, others) : newest.session
    const missedSince = listings.every((listing) => listing.unseen) ? newest.seenAt : null
    const scopes = listings.map((listing) => listing.scope).sort()
    const sameScopes = sameItems(scopes, row.scopes)
    if (sameScopes && missedSince === row.missedSince && sameFields(session, row)) return
    const { disconnecting } = row
    entry.row = rowOf(session, { scopes: sameScopes ? row.scopes : scopes, missedSince, disconnecting })
    changes.touched.set(row.key, entry)
  }

  #commit({ touched, arrived, left }: Changes): RosterChange | null {
    if (touched.size === 0 && left.length === 0) return null
    return {
      patch: {
        upserts: Array.from(touched.values(), (entry) => entry.row),
        // An id that was given to somebody else is a row that changed.
        removes: left.map((row) => row.key).filter((key) => !this.#entries.has(key)),
      },
      arrived: arrived.map((entry) => entry.row),
      left,
    }
  }
}
