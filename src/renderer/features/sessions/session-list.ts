import type { ScopeKey } from '../../../shared/account'
import type { ListContext } from '../../../shared/columns/column'
import type { Criteria } from '../../../shared/list/criteria'
import { ListOrder } from '../../../shared/list/order'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { RosterChange, RosterReplica } from '../../stores/roster-replica'
import { adopt, emptyList, type FrozenList, follow, hold, release } from './frozen-list'

/** What the table draws. */
export type ListSnapshot = {
  /** The rows in their order on screen; departed ones that are still shown are among them. */
  keys: readonly SessionKey[]
  /** New rows that wait because the person is on the list. */
  waiting: number
  /** Live sessions that match search and filters, those that wait included. */
  matched: number
  /** Live sessions among the rows on screen: whom an action on everything that is shown reaches. */
  reached: number
}

/** What the list stands still for. */
type Holder = 'list' | 'row menu' | 'shown button' | 'shown menu'

/** Time, so that tests have their own. */
type ListClock = {
  /** Never goes back, ms. */
  monotonicMs(): number
  /** Calls `run` after `delayMs`; returns how to call it off. */
  schedule(delayMs: number, run: () => void): () => void
}

type SessionListSources = {
  roster: Pick<RosterReplica, 'rows' | 'departed' | 'arrivedMs'>
  readCriteria(): Criteria
  readContext(): ListContext
  clock: ListClock
}

/** A list of so many rows is put in order and drawn within a frame; a longer one lets the person's keys go first. */
export const longList = 2_000
/** The order on screen changes by itself at most this often. */
const settleMs = 250
/** A departed row fades for so long before it goes. */
const leavingMs = 1_500
/** An arrival is tinted for so long after it came on screen. */
export const tintMs = 2_000

/** From the roster's changes to the rows on screen: ordered, throttled, and still while the person is on the list. */
export class SessionList {
  readonly #sources: SessionListSources
  readonly #order: ListOrder
  #frozen: FrozenList = emptyList
  #snapshot: ListSnapshot = { keys: [], waiting: 0, matched: 0, reached: 0 }
  readonly #holders = new Set<Holder>()
  /** A scope has answered for the first time since the list was shown. */
  #hasFirstAnswer = false
  #upserts = new Map<SessionKey, RosterRow>()
  #contextChanged = false
  /** When each departed row goes; the earliest first. */
  readonly #leaving = new Map<SessionKey, number>()
  /** Arrivals that nobody has seen yet. */
  readonly #unseen = new Set<SessionKey>()
  /** When an arrival that had to wait came on screen. */
  readonly #tints = new Map<SessionKey, number>()
  #flushedAt = Number.NEGATIVE_INFINITY
  #timer: { at: number; cancel(): void } | null = null
  readonly #listeners = new Set<() => void>()

  constructor(sources: SessionListSources) {
    this.#sources = sources
    this.#order = new ListOrder(sources.readCriteria(), sources.readContext())
    this.#order.patch(sources.roster.rows.values(), [])
    this.#show(adopt(this.#frozen, this.#order.keys))
  }

  get snapshot(): ListSnapshot {
    return this.#snapshot
  }

  /** Calls `listener` when the snapshot is another; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Takes what a patch or a snapshot changed; shown soon after a quiet time, else when the list has settled. */
  rosterChanged({ upserts, removes, arrivals }: RosterChange): void {
    const { clock, roster } = this.#sources
    for (const row of upserts) {
      this.#upserts.set(row.key, row)
      this.#leaving.delete(row.key)
    }
    if (this.#frozen.held) {
      for (const key of arrivals) this.#unseen.add(key)
      this.#hasFirstAnswer ||= this.#includesFirstAnswer(arrivals)
    }
    for (const key of removes) {
      this.#upserts.delete(key)
      this.#unseen.delete(key)
      // Who is merely not watched any more has not left: the row goes without a word.
      const isWatched = roster.departed(key)?.isWatched ?? true
      this.#leaving.set(key, clock.monotonicMs() + (isWatched ? leavingMs : 0))
    }
    // In an empty list nothing can jump: the first rows after the start need not wait.
    if (this.#snapshot.keys.length === 0) this.#flush()
    else this.#flushBy(this.#flushedAt + settleMs)
  }

  /** The person asked for another search, filter or sort: shown at once, even under the pointer. */
  criteriaChanged(): void {
    this.#order.change(this.#sources.readCriteria(), this.#sources.readContext())
    this.#show(adopt(this.#frozen, this.#order.keys))
  }

  /** Labels or health changed. */
  contextChanged(): void {
    this.#contextChanged = true
    this.#flushBy(this.#flushedAt + settleMs)
  }

  /** Keeps the list still for `holder`, or no longer; it moves again when the last one has let go. */
  setHeld(holder: Holder, held: boolean): void {
    if (held) this.#holders.add(holder)
    else this.#holders.delete(holder)
    if (this.#holders.size > 0) this.#frozen = hold(this.#frozen)
    else if (this.#frozen.held) this.#show(release(this.#frozen, this.#order.keys))
  }

  /** The person wants to see who waits. */
  showWaiting(): void {
    this.#show(adopt(this.#frozen, this.#order.keys))
  }

  /** Brings a session among the rows if it waits; `false`: search or filters keep it out, or it is not live. */
  reveal(key: SessionKey): boolean {
    if (!this.#frozen.shown.includes(key)) this.showWaiting()
    return this.#frozen.shown.includes(key)
  }

  /** When an arrival came on screen (`performance.now()`), if its tint is not over. */
  tintedAt(key: SessionKey): number | null {
    const { roster, clock } = this.#sources
    const at = this.#tints.get(key) ?? roster.arrivedMs(key)
    return at !== undefined && clock.monotonicMs() - at < tintMs ? at : null
  }

  /** Calls off what is planned. */
  stop(): void {
    this.#timer?.cancel()
    this.#timer = null
  }

  #flushBy(at: number): void {
    const { clock, roster } = this.#sources
    if (this.#timer && this.#timer.at <= at) return
    if (at <= clock.monotonicMs() && roster.rows.size <= longList) {
      this.#flush()
      return
    }
    this.#timer?.cancel()
    // A long list waits even when it is time: a key that was pressed while a patch was taken comes before its order.
    const cancel = clock.schedule(Math.max(0, at - clock.monotonicMs()), () => {
      this.#timer = null
      this.#flush()
    })
    this.#timer = { at, cancel }
  }

  #flush(): void {
    const { clock, readCriteria, readContext } = this.#sources
    this.stop()
    this.#flushedAt = clock.monotonicMs()
    if (this.#contextChanged) this.#order.change(readCriteria(), readContext())
    this.#contextChanged = false
    const gone: SessionKey[] = []
    for (const [key, at] of this.#leaving) if (at <= this.#flushedAt) gone.push(key)
    for (const key of gone) this.#leaving.delete(key)
    this.#order.patch(this.#upserts.values(), gone)
    this.#upserts = new Map()
    // Whoever holds the list before all have answered once has too little of it to lose their place.
    const merge = this.#hasFirstAnswer ? adopt : follow
    this.#hasFirstAnswer = false
    this.#show(merge(this.#frozen, this.#order.keys))
    const [next] = this.#leaving.values()
    if (next !== undefined) this.#flushBy(Math.max(next, this.#flushedAt + settleMs))
  }

  #show(frozen: FrozenList): void {
    const moved = frozen.shown !== this.#frozen.shown
    this.#frozen = frozen
    if (moved) this.#tintUnseen()
    const matched = this.#order.keys.length - this.#leavingMatched()
    const reached = frozen.held ? this.#countLive(frozen.shown) : matched
    const next: ListSnapshot = { keys: frozen.shown, waiting: frozen.waiting, matched, reached }
    if (isSame(next, this.#snapshot)) return
    this.#snapshot = next
    for (const listener of this.#listeners) listener()
  }

  /** Its health says so only after its rows have come. */
  #includesFirstAnswer(arrivals: readonly SessionKey[]): boolean {
    const { scopes } = this.#sources.readContext()
    const isFirst = (scope: ScopeKey) => (scopes.get(scope)?.lastSuccessAt ?? null) === null
    return arrivals.some((key) => this.#sources.roster.rows.get(key)?.scopes.some(isFirst))
  }

  #countLive(keys: readonly SessionKey[]): number {
    const { rows } = this.#sources.roster
    let count = 0
    for (const key of keys) if (rows.has(key)) count += 1
    return count
  }

  #tintUnseen(): void {
    const now = this.#sources.clock.monotonicMs()
    for (const [key, at] of this.#tints) if (now - at >= tintMs) this.#tints.delete(key)
    for (const key of this.#unseen) this.#tints.set(key, now)
    this.#unseen.clear()
  }

  #leavingMatched(): number {
    const rows: RosterRow[] = []
    for (const key of this.#leaving.keys()) {
      const departed = this.#sources.roster.departed(key)
      if (departed) rows.push(departed.row)
    }
    return this.#order.countMatches(rows)
  }
}

const isSame = (a: ListSnapshot, b: ListSnapshot): boolean =>
  a.keys === b.keys && a.waiting === b.waiting && a.matched === b.matched && a.reached === b.reached
