import type { ScopeKey } from '../../../shared/account'
import type { ListContext } from '../../../shared/columns/column'
import { dropOldest } from '../../../shared/drop-oldest'
import type { Criteria } from '../../../shared/list/criteria'
import { tintMs } from '../../../shared/list/window'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import { adopt, emptyList, type FrozenList, follow, hold, release } from './frozen-list'
import { ListOrder } from './order'
import type { RosterMemory } from './roster-memory'

/** The list as it is on screen. */
export type ListSnapshot = {
  /** The number of this order; every order has its own. */
  revision: number
  /** The rows in their order on screen; departed ones that are still shown are among them. */
  keys: readonly SessionKey[]
  /** New rows that wait because the person is on the list. */
  waiting: number
  /** Live sessions that match search and filters, those that wait included. */
  matched: number
  /** Live sessions among the rows on screen: those that an action on everything shown reaches. */
  reached: number
}

/** What changed in the roster. */
type ListChange = {
  upserts: readonly RosterRow[]
  removes: readonly SessionKey[]
  /** The upserts that were not listed before. */
  arrivals: readonly SessionKey[]
}

type SessionListSources = {
  row(key: SessionKey): RosterRow | undefined
  rows(): Iterable<RosterRow>
  memory: Pick<RosterMemory, 'departed' | 'arrivedMs'>
  readContext(): ListContext
  clock: Pick<Clock, 'now' | 'monotonicMs' | 'schedule'>
}

/** Shortest time between two changes of the order on screen that nobody asked for, ms. */
const settleMs = 250
/** Time for which a departed row fades before it goes, ms. */
const leavingMs = 1_500
/** Replaced orders that are remembered: what the window shows may be some messages old. */
const ordersKept = 8

/** From the roster's changes to the rows on screen: ordered, throttled, and still while the person is on the list. */
export class SessionList {
  readonly #sources: SessionListSources
  readonly #order: ListOrder
  readonly #onChange: () => void
  #criteria: Criteria
  #context: ListContext
  #frozen: FrozenList = emptyList
  #snapshot: ListSnapshot
  /** The latest orders by their revisions, the oldest first. */
  readonly #orders = new Map<number, readonly SessionKey[]>()
  /** A scope has answered for the first time since the list was shown. */
  #hasFirstAnswer = false
  #upserts = new Map<SessionKey, RosterRow>()
  #contextChanged = false
  /** When each departed row goes; the earliest first. */
  readonly #leaving = new Map<SessionKey, number>()
  /** Arrivals that nobody has seen yet. */
  readonly #unseen = new Set<SessionKey>()
  /** When each arrival that had to wait came on screen. */
  readonly #tints = new Map<SessionKey, number>()
  /** When the order on screen last moved by itself, monotonic. */
  #movedAt = Number.NEGATIVE_INFINITY
  #timer: { at: number; cancel(): void } | null = null

  /** `onChange` is called when the snapshot has changed. */
  constructor(sources: SessionListSources, criteria: Criteria, onChange: () => void) {
    this.#sources = sources
    this.#criteria = criteria
    this.#context = sources.readContext()
    this.#onChange = onChange
    // An order of a thread that died must not be taken for one of this.
    this.#snapshot = { revision: sources.clock.now(), keys: [], waiting: 0, matched: 0, reached: 0 }
    this.#order = new ListOrder(criteria, this.#context)
    this.#order.patch(sources.rows(), [])
    this.#show(adopt(this.#frozen, this.#order.keys))
  }

  get snapshot(): ListSnapshot {
    return this.#snapshot
  }

  /** The keys of an order that is or was on screen; `undefined` once it is forgotten. */
  order(revision: number): readonly SessionKey[] | undefined {
    return revision === this.#snapshot.revision ? this.#snapshot.keys : this.#orders.get(revision)
  }

  /** Takes what changed; shown at once after a quiet time, else when the list has settled. */
  rosterChanged({ upserts, removes, arrivals }: ListChange): void {
    const { clock, memory } = this.#sources
    for (const row of upserts) {
      this.#upserts.set(row.key, row)
      this.#leaving.delete(row.key)
    }
    if (this.#frozen.held) {
      for (const key of arrivals) this.#unseen.add(key)
      this.#hasFirstAnswer ||= this.#includesFirstAnswer(arrivals)
    }
    // Read once: those of one answer go together, which costs one new order instead of two.
    const nowMs = clock.monotonicMs()
    for (const key of removes) {
      this.#upserts.delete(key)
      this.#unseen.delete(key)
      // A session that is merely not watched any more has not left: the row goes without fading.
      const isWatched = memory.departed(key)?.isWatched ?? true
      this.#leaving.set(key, nowMs + (isWatched ? leavingMs : 0))
    }
    // In an empty list nothing can jump: the first rows after the start need not wait.
    if (this.#snapshot.keys.length === 0) this.#flush()
    else this.#flushBy(this.#movedAt + settleMs)
  }

  /** The person asked for another search, filter or sort: shown at once, even under the pointer. */
  ask(criteria: Criteria): void {
    this.#criteria = criteria
    // A pointer that comes to the list before the answer is shown must not keep the list before it.
    this.#orders.clear()
    this.#readContext()
    this.#show(adopt(this.#frozen, this.#order.keys))
  }

  /** Labels or health changed. */
  contextChanged(): void {
    this.#contextChanged = true
    this.#flushBy(this.#movedAt + settleMs)
  }

  /** Keeps the order still that the person is on; it may have been replaced a moment ago. */
  hold(revision: number): void {
    if (this.#frozen.held) return
    const shown = this.#orders.get(revision) ?? this.#frozen.shown
    this.#show(hold(this.#frozen, shown, this.#order.keys))
  }

  /** The person is on it no longer. */
  release(): void {
    if (this.#frozen.held) this.#show(release(this.#frozen, this.#order.keys))
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

  /** When an arrival came on screen, monotonic, if its tint is not over. */
  tintedMs(key: SessionKey): number | null {
    const { memory, clock } = this.#sources
    const at = this.#tints.get(key) ?? memory.arrivedMs(key)
    return at !== undefined && clock.monotonicMs() - at < tintMs ? at : null
  }

  /** Calls off what is planned. */
  stop(): void {
    this.#timer?.cancel()
    this.#timer = null
  }

  #flushBy(at: number): void {
    const { clock } = this.#sources
    if (this.#timer && this.#timer.at <= at) return
    if (at <= clock.monotonicMs()) {
      this.#flush()
      return
    }
    this.#timer?.cancel()
    // A timer of less than a whole ms is cut to one that ends early, and would find no row to remove.
    const cancel = clock.schedule(Math.ceil(at - clock.monotonicMs()), () => {
      this.#timer = null
      this.#flush()
    })
    this.#timer = { at, cancel }
  }

  #flush(): void {
    this.stop()
    const now = this.#sources.clock.monotonicMs()
    const { revision } = this.#snapshot
    if (this.#contextChanged) this.#readContext()
    const gone: SessionKey[] = []
    for (const [key, at] of this.#leaving) if (at <= now) gone.push(key)
    for (const key of gone) this.#leaving.delete(key)
    this.#order.patch(this.#upserts.values(), gone)
    this.#upserts = new Map()
    // A list that is held before all scopes have answered once is too short for anybody to lose their place.
    const merge = this.#hasFirstAnswer ? adopt : follow
    this.#hasFirstAnswer = false
    this.#show(merge(this.#frozen, this.#order.keys))
    // A change that moved no row does not delay the next one.
    if (this.#snapshot.revision !== revision) this.#movedAt = now
    const [next] = this.#leaving.values()
    if (next !== undefined) this.#flushBy(Math.max(next, now + settleMs))
  }

  #readContext(): void {
    this.#contextChanged = false
    this.#context = this.#sources.readContext()
    this.#order.change(this.#criteria, this.#context)
  }

  #show(frozen: FrozenList): void {
    const moved = frozen.shown !== this.#frozen.shown
    this.#frozen = frozen
    if (moved) this.#tintUnseen()
    const matched = this.#order.keys.length - this.#order.countMatches(this.#leaving.keys())
    const reached = frozen.held ? this.#countLive(frozen.shown) : matched
    const { revision, keys } = this.#snapshot
    const isOther = frozen.shown !== keys
    const next: ListSnapshot = {
      revision: isOther ? revision + 1 : revision,
      keys: frozen.shown,
      waiting: frozen.waiting,
      matched,
      reached,
    }
    if (isSame(next, this.#snapshot)) return
    this.#snapshot = next
    if (isOther) this.#remember(next)
    this.#onChange()
  }

  #remember({ revision, keys }: ListSnapshot): void {
    this.#orders.set(revision, keys)
    dropOldest(this.#orders, ordersKept)
  }

  /** Its health says so only after its rows have arrived. */
  #includesFirstAnswer(arrivals: readonly SessionKey[]): boolean {
    const { scopes } = this.#context
    const isFirst = (scope: ScopeKey) => (scopes.get(scope)?.lastSuccessAt ?? null) === null
    return arrivals.some((key) => this.#sources.row(key)?.scopes.some(isFirst))
  }

  #countLive(keys: readonly SessionKey[]): number {
    let count = 0
    for (const key of keys) if (this.#sources.row(key)) count += 1
    return count
  }

  #tintUnseen(): void {
    const now = this.#sources.clock.monotonicMs()
    for (const [key, at] of this.#tints) if (now - at >= tintMs) this.#tints.delete(key)
    for (const key of this.#unseen) this.#tints.set(key, now)
    this.#unseen.clear()
  }
}

const isSame = (a: ListSnapshot, b: ListSnapshot): boolean =>
  a.keys === b.keys && a.waiting === b.waiting && a.matched === b.matched && a.reached === b.reached
