import { applyPatch, createSnapshotReader, decodePatch, type Replica } from '../../shared/replica'
import type { RosterChunk, RosterPatchMessage, RosterRow, SessionKey } from '../../shared/session'

/**
 * A session that is no longer in the list, as it was when it was last listed. `leftAt` is epoch ms; `leftMs` orders it,
 * monotonic. `isWatched`: it left; else nobody asks about it any more, and it may well be there.
 */
export type Departed = { row: RosterRow; leftAt: number; leftMs: number; isWatched: boolean }

/** What one patch or snapshot changed here. */
export type RosterChange = {
  upserts: readonly RosterRow[]
  removes: readonly SessionKey[]
  /** The upserts that were not listed before; none in the first snapshot. */
  arrivals: readonly SessionKey[]
}

/** Time, so that tests have their own: epoch ms, and ms that never go back. */
type ReplicaClock = { now(): number; monotonicMs(): number }

/** `loading` until the first snapshot is complete. */
export type RosterSummary = { status: 'loading' | 'ready'; total: number }

/** So many departed sessions are kept, so that a row or the details can still say who that was. */
const departedKept = 5_000
/** An arrival is told apart from the rest for so long. */
const arrivalKeptMs = 60_000

/**
 * The window's replica of the roster. The map is changed in place, because copying 50,000 entries per heartbeat would
 * cost more than the patch; readers subscribe to one key, to the summary, or to every change.
 */
export class RosterReplica {
  #replica: Replica | null = null
  #readChunk = createSnapshotReader()
  /** Patches that came while a snapshot is under way. `null`: none is. */
  #waiting: RosterPatchMessage[] | null = []
  #summary: RosterSummary = { status: 'loading', total: 0 }
  readonly #departed = new Map<SessionKey, Departed>()
  readonly #arrivedMs = new Map<SessionKey, number>()
  readonly #rowListeners = new Map<SessionKey, Set<() => void>>()
  readonly #summaryListeners = new Set<() => void>()
  readonly #changeListeners = new Set<(change: RosterChange) => void>()
  readonly #askForSnapshot: () => void
  readonly #clock: ReplicaClock
  readonly #isWatched: (row: RosterRow) => boolean

  /**
   * `askForSnapshot` has the roster sent again, as chunks. `isWatched` tells whether anybody still asks about a session:
   * what nobody asks about leaves the list, too.
   */
  constructor(askForSnapshot: () => void, clock: ReplicaClock, isWatched: (row: RosterRow) => boolean) {
    this.#askForSnapshot = askForSnapshot
    this.#clock = clock
    this.#isWatched = isWatched
  }

  get rows(): ReadonlyMap<SessionKey, RosterRow> {
    return this.#replica?.rows ?? new Map()
  }

  get summary(): RosterSummary {
    return this.#summary
  }

  row(key: SessionKey): RosterRow | undefined {
    return this.#replica?.rows.get(key)
  }

  departed(key: SessionKey): Departed | undefined {
    return this.#departed.get(key)
  }

  /** When a session appeared after the first snapshot, monotonic, within the last minute; `undefined` otherwise. */
  arrivedMs(key: SessionKey): number | undefined {
    return this.#arrivedMs.get(key)
  }

  /** Asks for the roster anew; what is shown stays until it is there. */
  resync(): void {
    this.#waiting = []
    this.#readChunk = createSnapshotReader()
    this.#askForSnapshot()
  }

  chunk(chunk: RosterChunk): void {
    const fresh = this.#readChunk(chunk)
    if (!fresh) return
    const old = this.#replica
    const removes = old ? [...old.rows.keys()].filter((key) => !fresh.rows.has(key)) : []
    // A new watch thread counts from the start, and has asked nobody yet.
    const isNewThread = old !== null && fresh.revision < old.revision
    for (const key of removes) this.#leave(key, !isNewThread)
    const known = old?.rows
    this.#replica = fresh
    const arrivals = known ? [...fresh.rows.keys()].filter((key) => !known.has(key)) : []
    for (const key of arrivals) this.#arrive(key)
    this.#changed({ upserts: [...fresh.rows.values()], removes, arrivals })
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const patch of waiting) this.patch(patch)
  }

  patch(message: RosterPatchMessage): void {
    if (this.#waiting || !this.#replica) {
      this.#waiting?.push(message)
      return
    }
    const replica = this.#replica
    if (message.to <= replica.revision) return
    if (message.from !== replica.revision) {
      this.resync()
      return
    }
    const patch = decodePatch(message)
    for (const key of patch.removes) this.#leave(key, true)
    const arrivals = patch.upserts.map((row) => row.key).filter((key) => !replica.rows.has(key))
    for (const key of arrivals) this.#arrive(key)
    applyPatch(replica, patch)
    this.#changed({ upserts: patch.upserts, removes: patch.removes, arrivals })
  }

  /** Calls `listener` when that row changes, arrives or leaves; returns how to stop. */
  subscribeRow(key: SessionKey, listener: () => void): () => void {
    const listeners = this.#rowListeners.get(key) ?? new Set()
    this.#rowListeners.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#rowListeners.get(key) === listeners) this.#rowListeners.delete(key)
    }
  }

  /** Calls `listener` when the status or the number of sessions changes; returns how to stop. */
  subscribeSummary(listener: () => void): () => void {
    this.#summaryListeners.add(listener)
    return () => {
      this.#summaryListeners.delete(listener)
    }
  }

  /** Calls `listener` with every change; returns how to stop. */
  subscribe(listener: (change: RosterChange) => void): () => void {
    this.#changeListeners.add(listener)
    return () => {
      this.#changeListeners.delete(listener)
    }
  }

  #leave(key: SessionKey, isTold: boolean): void {
    const row = this.#replica?.rows.get(key)
    if (!row) return
    this.#arrivedMs.delete(key)
    this.#departed.delete(key)
    const isWatched = isTold && this.#isWatched(row)
    this.#departed.set(key, {
      row,
      leftAt: this.#clock.now(),
      leftMs: this.#clock.monotonicMs(),
      isWatched,
    })
    for (const oldest of this.#departed.keys()) {
      if (this.#departed.size <= departedKept) break
      this.#departed.delete(oldest)
    }
  }

  #arrive(key: SessionKey): void {
    const now = this.#clock.monotonicMs()
    this.#departed.delete(key)
    this.#arrivedMs.set(key, now)
    for (const [oldest, at] of this.#arrivedMs) {
      if (now - at < arrivalKeptMs) break
      this.#arrivedMs.delete(oldest)
    }
  }

  #changed(change: RosterChange): void {
    const total = this.rows.size
    if (this.#summary.status !== 'ready' || this.#summary.total !== total) {
      this.#summary = { status: 'ready', total }
      for (const listener of this.#summaryListeners) listener()
    }
    for (const listener of this.#changeListeners) listener(change)
    if (this.#rowListeners.size < change.upserts.length) {
      // A snapshot: far more rows changed than are on screen.
      for (const listeners of this.#rowListeners.values()) for (const listener of listeners) listener()
      return
    }
    for (const row of change.upserts) for (const listener of this.#rowListeners.get(row.key) ?? []) listener()
    for (const key of change.removes) for (const listener of this.#rowListeners.get(key) ?? []) listener()
  }
}
