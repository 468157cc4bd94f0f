import { isDeepStrictEqual } from 'node:util'
import type { ListContext } from '../../../shared/columns/column'
import type { Stretch } from '../../../shared/list/choice'
import type { Criteria } from '../../../shared/list/criteria'
import type { ListUpdate, ListWish, SessionCounts } from '../../../shared/list/window'
import { sameItems } from '../../../shared/same-items'
import { type ScriptNames, sameNames } from '../../../shared/script-names'
import type { Departed, RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { DisconnectMark, Roster, RosterChange } from '../monitor/roster'
import { RosterMemory } from './roster-memory'
import { SessionList } from './session-list'

type ListWindowSources = {
  clock: Clock
  roster: Roster
  /** What a list must know besides its rows; each part is the same object until it says something else. */
  readContext(): Omit<ListContext, 'scriptNames' | 'now'>
  emit(update: ListUpdate): void
}

/** A stretch that a person chose, with the order that it is of: one at a time, however long it stays chosen. */
type ChosenStretch = { stretch: Stretch; order: readonly SessionKey[]; keys: ReadonlySet<SessionKey> }

/** What was last sent to the window; only what differs is sent again. */
type Sent = {
  facts: Pick<
    ListUpdate,
    'total' | 'revision' | 'count' | 'waiting' | 'matched' | 'reached' | 'places' | 'unchosen'
  > | null
  from: number
  keys: readonly SessionKey[]
  sessions: Map<SessionKey, RosterRow | Departed>
  tints: Map<SessionKey, number>
  counts: SessionCounts | null
}

const nothingSent = (): Sent => ({
  facts: null,
  from: 0,
  keys: [],
  sessions: new Map(),
  tints: new Map(),
  counts: null,
})

/**
 * The part of the list that the window shows. The window says what it wants to see; this sends what it does not have of
 * that, and whatever changes of it. Nothing is ordered before somebody has asked.
 */
export class ListWindow {
  readonly #sources: ListWindowSources
  readonly #memory: RosterMemory
  #wish: ListWish | null = null
  #names: ScriptNames = new Map()
  #list: SessionList | null = null
  #chosen: ChosenStretch | null = null
  #sent = nothingSent()
  #hasArrivals = false
  /** The window waits for an answer, or the roster changed, if only where the window does not look. */
  #mustSend = false
  /** The places of sessions in an order, as far as they were requested. */
  #places: { of: readonly SessionKey[]; known: Map<SessionKey, number> } = { of: [], known: new Map() }
  /** Several changes are under way that are sent together. */
  #gathers = false

  constructor(sources: ListWindowSources) {
    this.#sources = sources
    this.#memory = new RosterMemory(sources.clock)
  }

  /** Takes what the window wants to see from now on, and sends what it does not have. */
  wish(wish: ListWish): void {
    const before = wish.number === 1 ? null : this.#wish
    if (!before) this.#sent = nothingSent()
    const names = new Map(Object.entries(wish.scriptNames))
    const isNamedAnew = !sameNames(names, this.#names)
    if (isNamedAnew) this.#names = names
    const criteria = before ? keptParts(before.criteria, wish.criteria) : wish.criteria
    this.#wish = { ...wish, criteria }
    this.#mustSend = true
    // Before another order is asked for, which may be one too many for this one to be remembered.
    this.#choose(wish.chosen)
    this.#together(() => {
      if (!this.#list) this.#list = this.#createList(wish)
      else if (criteria !== before?.criteria) this.#list.ask(criteria)
      else if (isNamedAnew) this.#list.contextChanged()
      if (wish.held === null) this.#list.release()
      else this.#list.hold(wish.held)
    })
  }

  /** The roster changed. `isWatched`: who is no longer listed left; else their scope is no longer polled. */
  rosterChanged(change: RosterChange, isWatched: boolean): void {
    const arrivals = this.#memory.changed(change, isWatched)
    const list = this.#list
    if (!list) return
    this.#hasArrivals ||= arrivals.length > 0
    this.#mustSend = true
    const { upserts, removes } = change.patch
    this.#together(() => list.rosterChanged({ upserts, removes, arrivals }))
  }

  /** Marks rows as being disconnected, or takes the marks back. */
  markDisconnecting(marks: readonly DisconnectMark[]): void {
    const change = this.#sources.roster.markDisconnecting(marks)
    if (change) this.rosterChanged(change, true)
  }

  /** Labels or health changed. */
  contextChanged(): void {
    const list = this.#list
    if (list) this.#together(() => list.contextChanged())
  }

  /** The person wants to see the arrivals that wait. */
  showWaiting(): void {
    const list = this.#list
    if (list) this.#together(() => list.showWaiting())
  }

  /** Brings the first live one of these among the rows; returns which it is, and whether it is there now. */
  reveal(keys: readonly SessionKey[]): { row: RosterRow | null; isShown: boolean } {
    const list = this.#list
    const row = keys.map((key) => this.#sources.roster.get(key)).find((each) => each !== undefined) ?? null
    let isShown = false
    if (list && row)
      this.#together(() => {
        isShown = list.reveal(row.key)
      })
    return { row, isShown }
  }

  /** The keys of an order that is or was on screen a moment ago; `null` once it is forgotten. */
  order(revision: number): readonly SessionKey[] | null {
    if (this.#chosen?.stretch.revision === revision) return this.#chosen.order
    return this.#list?.order(revision) ?? null
  }

  /** Calls off what is planned. */
  stop(): void {
    this.#list?.stop()
  }

  #choose(stretch: Stretch | null): void {
    if (isDeepStrictEqual(stretch, this.#chosen?.stretch ?? null)) return
    const order = stretch && this.order(stretch.revision)
    this.#chosen = stretch &&
      order && { stretch, order, keys: new Set(order.slice(stretch.from, stretch.to)) }
  }

  #createList({ criteria }: ListWish): SessionList {
    const { clock, roster } = this.#sources
    const readContext = () => ({
      ...this.#sources.readContext(),
      scriptNames: this.#names,
      now: clock.now(),
    })
    const sources = {
      clock,
      readContext,
      memory: this.#memory,
      row: (key: SessionKey) => roster.get(key),
      rows: () => roster.rows(),
    }
    return new SessionList(sources, criteria, () => this.#tell())
  }

  /** Whatever changes in `run` is sent in one update after it. */
  #together(run: () => void): void {
    this.#gathers = true
    try {
      run()
    } finally {
      this.#gathers = false
    }
    this.#tell()
  }

  #tell(): void {
    const wish = this.#wish
    const list = this.#list
    if (!wish || !list || this.#gathers) return
    const { revision, keys: all, waiting, matched, reached } = list.snapshot
    // A list that became shorter is still scrolled to where it was until the window has the update.
    const from = Math.max(0, Math.min(wish.from, all.length - (wish.to - wish.from)))
    const keys = all.slice(from, wish.to)
    const isWindowSent = from === this.#sent.from && sameItems(keys, this.#sent.keys)
    const { counts } = this.#sources.roster
    const { rows, departed } = this.#newSessions([...keys, ...wish.followed])
    const tints = this.#newTints(keys, list)
    const chosen = this.#chosen?.keys
    const facts = {
      total: this.#sources.roster.size,
      revision,
      count: all.length,
      waiting,
      matched,
      reached,
      places: this.#placesOf(wish.followed, all, { from, keys }),
      unchosen: chosen ? [...keys, ...wish.followed].filter((key) => !chosen.has(key)) : null,
    }
    const isNews =
      this.#mustSend ||
      !isWindowSent ||
      counts !== this.#sent.counts ||
      rows.length + departed.length + tints.length > 0 ||
      !isDeepStrictEqual(facts, this.#sent.facts)
    if (!isNews) return
    const hasArrivals = this.#hasArrivals
    this.#hasArrivals = false
    this.#mustSend = false
    const window = isWindowSent ? {} : { window: { from, keys } }
    const changedCounts = counts === this.#sent.counts ? {} : { counts }
    this.#sent = { ...this.#sent, from, keys, counts, facts }
    this.#sources.emit({
      answers: wish.number,
      ...facts,
      ...window,
      rows,
      departed,
      tints,
      ...changedCounts,
      hasArrivals,
    })
  }

  /** Those of the sessions that the window lacks or has in an older state. From now on it has exactly `keys`. */
  #newSessions(keys: readonly SessionKey[]): { rows: RosterRow[]; departed: Departed[] } {
    const rows: RosterRow[] = []
    const departed: Departed[] = []
    const sessions: Sent['sessions'] = new Map()
    const nowMs = this.#sources.clock.monotonicMs()
    for (const key of keys) {
      const live = this.#sources.roster.get(key)
      const gone = live ? undefined : this.#memory.departed(key)
      const session = live ?? gone
      if (!session || sessions.has(key)) continue
      sessions.set(key, session)
      if (this.#sent.sessions.get(key) === session) continue
      if (live) rows.push(live)
      if (gone) departed.push({ ...gone, leftMs: gone.leftMs - nowMs })
    }
    this.#sent.sessions = sessions
    return { rows, departed }
  }

  #newTints(keys: readonly SessionKey[], list: SessionList): [SessionKey, number][] {
    const nowMs = this.#sources.clock.monotonicMs()
    const fresh: [SessionKey, number][] = []
    const tints: Sent['tints'] = new Map()
    for (const key of keys) {
      const at = list.tintedMs(key)
      if (at === null) continue
      tints.set(key, at)
      if (this.#sent.tints.get(key) !== at) fresh.push([key, nowMs - at])
    }
    this.#sent.tints = tints
    return fresh
  }

  #placesOf(
    keys: readonly SessionKey[],
    all: readonly SessionKey[],
    near: { from: number; keys: readonly SessionKey[] },
  ): Record<SessionKey, number> {
    if (this.#places.of !== all) this.#places = { of: all, known: new Map() }
    const { known } = this.#places
    const places: Record<SessionKey, number> = {}
    for (const key of keys) {
      const place = known.get(key) ?? placeIn(all, near, key)
      known.set(key, place)
      if (place >= 0) places[key] = place
    }
    return places
  }
}

/** What compares criteria goes by their identity, and that of their parts: what is equal stays the same object. */
function keptParts(before: Criteria, now: Criteria): Criteria {
  if (isDeepStrictEqual(before, now)) return before
  const kept = <P extends keyof Criteria>(part: P): Criteria[P] =>
    isDeepStrictEqual(before[part], now[part]) ? before[part] : now[part]
  return { ...now, place: kept('place'), related: kept('related'), filters: kept('filters') }
}

/** Mostly it is one of those on screen, and 50,000 keys need not be looked through. */
function placeIn(
  all: readonly SessionKey[],
  near: { from: number; keys: readonly SessionKey[] },
  key: SessionKey,
): number {
  const place = near.keys.indexOf(key)
  return place >= 0 ? near.from + place : all.indexOf(key)
}
