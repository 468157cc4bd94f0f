import type { Stretch } from '../../shared/list/choice'
import type { Criteria } from '../../shared/list/criteria'
import type { ListUpdate, ListWish, SessionCounts } from '../../shared/list/window'
import { sameItems } from '../../shared/same-items'
import type { Departed, RosterRow, SessionKey } from '../../shared/session'
import { HeldSessions, type ViewClock } from './held-sessions'
import { noKeys, ShownKeys } from './shown-keys'

/** What the list keeps still for. */
type Holder = 'list' | 'row menu' | 'shown button' | 'shown menu'

/** What the table draws, and what is said of it. */
export type ListSnapshot = Pick<ListUpdate, 'waiting' | 'matched' | 'reached'> & {
  /** The rows in their order on screen; departed ones that are still shown are among them. */
  keys: ShownKeys
}

/** `loading` until the watch thread has answered. */
export type RosterSummary = { status: 'loading' | 'ready'; total: number }

/** Rows that the window has beyond what can be seen, either way: half a second of a quick scroll. */
const overscan = 300
/** Rows on the way to the end of those at which the next are asked for. */
const nearEnd = 150
/** Rows that are asked for before anything can be seen. */
const firstRows = 200

const everything: Criteria = {
  query: '',
  place: null,
  related: null,
  filters: {},
  sort: { column: 'started', direction: 'descending' },
}

const noCounts: SessionCounts = { accounts: {}, scripts: {} }

/**
 * What the window holds of the roster: the rows around those on screen and the sessions that somebody looks at, wherever
 * they are. It says as a whole what it wants to see, and the watch thread answers with what is missing.
 */
export class RosterView {
  readonly #send: (wish: ListWish) => void
  readonly #sessions: HeldSessions
  #criteria = everything
  #scriptNames: Readonly<Record<string, string>> = {}
  readonly #holders = new Set<Holder>()
  #window = { from: 0, to: firstRows }
  #pinned: readonly SessionKey[] = []
  #chosen: Stretch | null = null
  /** The first wish that names the chosen stretch: updates of before it say nothing of it. */
  #chosenSince = 0
  /** Those of the chosen stretch that the window has, as they were told last. */
  #known: ReadonlySet<SessionKey> = new Set()
  readonly #chosenListeners = new Set<(known: ReadonlySet<SessionKey> | null) => void>()
  #wishes = 0
  #isSending = false
  /** The wish that keeps the order still: an update of before it may have moved on. */
  #heldSince = 0
  #summary: RosterSummary = { status: 'loading', total: 0 }
  #list: ListSnapshot = { keys: noKeys, waiting: 0, matched: 0, reached: 0 }
  /** The rows that were told last, and those that are drawn: the same unless these stand still. */
  #told: NonNullable<ListUpdate['window']> = { from: 0, keys: [] }
  #drawn = this.#told
  #toldKeys: ReadonlySet<SessionKey> = new Set()
  #places: ListUpdate['places'] = {}
  /** The sessions that wishes named, by their numbers, as long as an update may tell of them. */
  readonly #followed = new Map<number, readonly SessionKey[]>()
  /** The sessions that the latest answered wish named. */
  #answered: readonly SessionKey[] = []
  #counts = noCounts
  readonly #listListeners = new Set<() => void>()
  readonly #changeListeners = new Set<(change: { hasArrivals: boolean }) => void>()

  /** `send` says to the watch thread what the window wants to see. */
  constructor(send: (wish: ListWish) => void, clock: ViewClock) {
    this.#send = send
    this.#sessions = new HeldSessions(clock)
  }

  get summary(): RosterSummary {
    return this.#summary
  }

  /** The list as it is on screen. */
  get list(): ListSnapshot {
    return this.#list
  }

  /** How many sessions each account and each script has; a session in two scopes counts once. */
  get counts(): SessionCounts {
    return this.#counts
  }

  /** A live session, if the window has it. */
  row(key: SessionKey): RosterRow | undefined {
    return this.#sessions.row(key)
  }

  /** A session that left, if the window has it. */
  departed(key: SessionKey): Departed | undefined {
    return this.#sessions.departed(key)
  }

  /** When an arrival came on screen (monotonic), if its tint is not over. */
  tintedMs(key: SessionKey): number | null {
    return this.#sessions.tintedMs(key)
  }

  /** Whether it is not known yet what there is to say about a session that somebody looks at. */
  isPending(key: SessionKey): boolean {
    return !this.row(key) && !this.departed(key) && !this.#answered.includes(key)
  }

  /** Takes a live session that the watch thread told in another answer: nobody need wait for it. */
  learn(row: RosterRow): void {
    this.#sessions.learn(row)
  }

  /** Asks for another list. It begins at its first row. */
  setCriteria({ query, place, related, filters, sort }: Criteria): void {
    this.#criteria = { query, place, related, filters, sort }
    this.#window = { from: 0, to: firstRows }
    this.#sendSoon()
  }

  /** Scripts have other names. */
  setScriptNames(names: ReadonlyMap<string, string>): void {
    this.#scriptNames = Object.fromEntries(names)
    this.#sendSoon()
  }

  /** Rows from a place to before another can be seen. */
  see(from: number, to: number): void {
    const { from: first, to: last } = this.#window
    const needsBefore = first > 0 && from < first + nearEnd
    const needsAfter = last < this.#list.keys.length && to > last - nearEnd
    if (!needsBefore && !needsAfter) return
    this.#window = { from: Math.max(0, from - overscan), to: to + overscan }
    this.#sendSoon()
  }

  /** These sessions' places are told wherever they are in the list. */
  pin(keys: readonly SessionKey[]): void {
    if (sameItems(keys, this.#pinned)) return
    this.#pinned = keys
    this.#sendSoon()
  }

  /** These rows are chosen: the watch thread keeps their order, and tells who is among them. */
  choose(stretch: Stretch | null): void {
    this.#chosen = stretch
    this.#chosenSince = this.#wishes + 1
    this.#known = new Set()
    this.#sendSoon()
  }

  /** Keeps the list still for `holder`, or no longer; it moves again when the last one has let go. */
  setHeld(holder: Holder, held: boolean): void {
    const wasHeld = this.#holders.size > 0
    if (held) this.#holders.add(holder)
    else this.#holders.delete(holder)
    const isHeld = this.#holders.size > 0
    if (isHeld === wasHeld) return
    if (this.#wishes === 0) return
    // Said at once: until the watch thread has heard it, what moves the rows is not taken.
    this.#say()
    this.#heldSince = isHeld ? this.#wishes : 0
  }

  /** Asks for everything anew. `isNewThread`: whoever told what is here is gone, and the new one has asked nobody yet. */
  restart(isNewThread: boolean): void {
    if (isNewThread) {
      this.#sessions.unwatch()
      // It knows other orders by the same numbers.
      this.#forgetChosen()
    }
    this.#wishes = 0
    this.#chosenSince = 1
    this.#followed.clear()
    this.#say()
    this.#heldSince = this.#holders.size > 0 ? this.#wishes : 0
  }

  /** Takes what the watch thread tells. */
  update(update: ListUpdate): void {
    const tell = this.#sessions.take(update)
    if (update.counts) this.#counts = update.counts
    if (this.#summary.status !== 'ready' || this.#summary.total !== update.total)
      this.#summary = { status: 'ready', total: update.total }
    this.#answered = this.#followed.get(update.answers) ?? this.#answered
    this.#show(update)
    tell()
    for (const listener of this.#listListeners) listener()
    for (const listener of this.#changeListeners) listener(update)
  }

  /** Calls `listener` when that session changes, arrives or leaves; the window has it as long. Returns how to stop. */
  subscribeRow(key: SessionKey, listener: () => void): () => void {
    const stop = this.#sessions.subscribe(key, listener)
    if (!this.#isTold(key)) this.#sendSoon()
    return stop
  }

  /** Calls `listener` when the list, its summary or the counts may be others; returns how to stop. */
  subscribeList(listener: () => void): () => void {
    this.#listListeners.add(listener)
    return () => {
      this.#listListeners.delete(listener)
    }
  }

  /** Calls `listener` with every change of the roster; returns how to stop. */
  subscribe(listener: (change: { hasArrivals: boolean }) => void): () => void {
    this.#changeListeners.add(listener)
    return () => {
      this.#changeListeners.delete(listener)
    }
  }

  /** Calls `listener` when other sessions that the window has are among the chosen ones, or these are forgotten: `null`. */
  subscribeChosen(listener: (known: ReadonlySet<SessionKey> | null) => void): () => void {
    this.#chosenListeners.add(listener)
    return () => {
      this.#chosenListeners.delete(listener)
    }
  }

  #forgetChosen(): void {
    if (!this.#chosen) return
    this.#chosen = null
    for (const listener of this.#chosenListeners) listener(null)
  }

  #learnChosen({ answers, unchosen }: ListUpdate): void {
    if (!this.#chosen || answers < this.#chosenSince) return
    if (!unchosen) {
      this.#forgetChosen()
      return
    }
    const others = new Set(unchosen)
    const known = [...this.#told.keys, ...this.#answered].filter((key) => !others.has(key))
    if (known.length === this.#known.size && known.every((key) => this.#known.has(key))) return
    this.#known = new Set(known)
    for (const listener of this.#chosenListeners) listener(this.#known)
  }

  #show(update: ListUpdate): void {
    const shown = this.#list.keys
    const { revision, count, waiting, matched, reached, places } = update
    if (update.window) {
      this.#told = update.window
      this.#toldKeys = new Set(update.window.keys)
    }
    // It is of before the pointer came, and of another order than the one that is to stand still.
    if (update.answers < this.#heldSince && revision !== shown.revision) return
    const isSame =
      revision === shown.revision &&
      count === shown.length &&
      this.#told === this.#drawn &&
      samePlaces(places, this.#places)
    this.#drawn = this.#told
    this.#places = places
    const keys = isSame
      ? shown
      : new ShownKeys({ revision, length: count }, this.#told.from, this.#told.keys, places)
    this.#list = { keys, waiting, matched, reached }
    this.#learnChosen(update)
    this.#forget(update.answers)
  }

  /** Lets go of what nobody looks at, as the watch thread has done: it would not tell again what it believes to be here. */
  #forget(answered: number): void {
    for (const number of this.#followed.keys()) if (number < answered) this.#followed.delete(number)
    this.#sessions.keep(new Set([...this.#toldKeys, ...[...this.#followed.values()].flat()]))
    // Looked at, and no longer among the rows around the screen: it is to be told of all the same.
    if (this.#sessions.looked().some((key) => !this.#isTold(key))) this.#sendSoon()
  }

  /** Whether the watch thread tells of a session as things stand. */
  #isTold(key: SessionKey): boolean {
    return this.#toldKeys.has(key) || (this.#followed.get(this.#wishes)?.includes(key) ?? false)
  }

  /** What is asked for in one task goes together. */
  #sendSoon(): void {
    if (this.#wishes === 0 || this.#isSending) return
    this.#isSending = true
    queueMicrotask(() => {
      if (this.#isSending) this.#say()
    })
  }

  #say(): void {
    this.#isSending = false
    this.#wishes += 1
    const looked = this.#sessions.looked().filter((key) => !this.#toldKeys.has(key))
    const followed = [...new Set([...this.#pinned, ...looked])]
    this.#followed.set(this.#wishes, followed)
    this.#send({
      number: this.#wishes,
      criteria: this.#criteria,
      scriptNames: this.#scriptNames,
      held: this.#holders.size > 0 ? this.#list.keys.revision : null,
      ...this.#window,
      followed,
      chosen: this.#chosen,
    })
  }
}

const samePlaces = (a: ListUpdate['places'], b: ListUpdate['places']): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
