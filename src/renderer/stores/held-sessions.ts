import { type ListUpdate, tintMs } from '../../shared/list/window'
import type { Departed, RosterRow, SessionKey } from '../../shared/session'

/** Time, so that tests have their own: epoch ms, and ms that never go back. */
export type ViewClock = { now(): number; monotonicMs(): number }

/** The sessions that the window has: as they are, or as they were when they left. */
export class HeldSessions {
  readonly #clock: ViewClock
  readonly #rows = new Map<SessionKey, RosterRow>()
  readonly #departed = new Map<SessionKey, Departed>()
  readonly #tints = new Map<SessionKey, number>()
  readonly #listeners = new Map<SessionKey, Set<() => void>>()

  constructor(clock: ViewClock) {
    this.#clock = clock
  }

  /** A live session, if the window has it. */
  row(key: SessionKey): RosterRow | undefined {
    return this.#rows.get(key)
  }

  /** A session that left, if the window has it. */
  departed(key: SessionKey): Departed | undefined {
    return this.#departed.get(key)
  }

  /** When an arrival came on screen (monotonic), if its tint is not over. */
  tintedMs(key: SessionKey): number | null {
    const at = this.#tints.get(key)
    return at !== undefined && this.#clock.monotonicMs() - at < tintMs ? at : null
  }

  /** The sessions that are shown. */
  looked(): SessionKey[] {
    return [...this.#listeners.keys()]
  }

  /** Calls `listener` when that session changes, arrives or leaves; returns how to stop. */
  subscribe(key: SessionKey, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key)
    }
  }

  /** Takes a live session from another answer. */
  learn(row: RosterRow): void {
    if (!this.#rows.has(row.key)) this.#rows.set(row.key, row)
  }

  /** Takes what changed; returns a function that calls the listeners. */
  take({ rows, departed, tints }: Pick<ListUpdate, 'rows' | 'departed' | 'tints'>): () => void {
    const nowMs = this.#clock.monotonicMs()
    for (const row of rows) {
      this.#rows.set(row.key, row)
      this.#departed.delete(row.key)
    }
    for (const { leftMs, ...left } of departed) {
      this.#rows.delete(left.row.key)
      this.#departed.set(left.row.key, { ...left, leftMs: nowMs + leftMs })
    }
    for (const [key, agoMs] of tints) this.#tints.set(key, nowMs - agoMs)
    return () => {
      for (const { key } of rows) this.#tell(key)
      for (const { row } of departed) this.#tell(row.key)
    }
  }

  /** Forgets all but these and those that are shown. */
  keep(keys: ReadonlySet<SessionKey>): void {
    for (const held of [this.#rows, this.#departed, this.#tints])
      for (const key of held.keys()) if (!keys.has(key) && !this.#listeners.has(key)) held.delete(key)
  }

  /** Their scopes are no longer polled: they may well be there. */
  unwatch(): void {
    const left = { leftAt: this.#clock.now(), leftMs: this.#clock.monotonicMs(), isWatched: false }
    for (const [key, row] of this.#rows) this.#departed.set(key, { row, ...left })
    this.#rows.clear()
    for (const key of this.#listeners.keys()) this.#tell(key)
  }

  #tell(key: SessionKey): void {
    for (const listener of this.#listeners.get(key) ?? []) listener()
  }
}
