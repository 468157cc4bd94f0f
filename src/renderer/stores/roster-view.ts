import type { Stretch } from '../../shared/list/choice'
import type { Criteria } from '../../shared/list/criteria'
import type { ListUpdate, ListWish, SessionCounts } from '../../shared/list/window'
import { sameItems } from '../../shared/same-items'
import type { Departed, RosterRow, SessionKey } from '../../shared/session'
import { HeldSessions, type ViewClock } from './held-sessions'
import { noKeys, ShownKeys } from './shown-keys'

/** Reasons for which the list is held still. */
type Holder = 'list' | 'row-menu' | 'shown-button' | 'shown-menu'

/** The rows that the table draws, and the figures of its summary. */
export type ListSnapshot = Pick<ListUpdate, 'waiting' | 'matched' | 'reached'> & {
  /** The rows in their order on screen; departed ones that are still shown are among them. */
  keys: ShownKeys
}

/** `loading` until the watch thread has answered. */
export type RosterSummary = { status: 'loading' | 'ready'; total: number }

/** Rows that the window has beyond each edge of the screen: half a second of a quick scroll. */
const overscan = 300
/** Rows before the end of the loaded ones at which the next are requested. */
const nearEnd = 150
/** Rows that are requested before the table has a size. */
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
 * The window's part of the roster: the rows around those on screen and the sessions that are shown elsewhere (details,
 * dialogs), wherever they are. Each of its requests says all that it wants to see; the watch thread answers with what is
 * missing.
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
  /** The request since which the order is held still: an update that answers an earlier one may have moved rows. */
  #heldSince = 0
  #summary: RosterSummary = { status: 'loading', total: 0 }
  #list: ListSnapshot = { keys: noKeys, waiting: 0, matched: 0, reached: 0 }
  /** The rows of the latest update, and those that are drawn: the same unless the drawn ones are held still. */
  #received: NonNullable<ListUpdate['window']> = { from: 0, keys: [] }
  #drawn = this.#received
  #receivedKeys: ReadonlySet<SessionKey> = new Set()
  #places: ListUpdate['places'] = {}
  /** The sessions named by each request, by its number, as long as an update may still be about it. */
  readonly #followed = new Map<number, readonly SessionKey[]>()
  /** The sessions named by the latest answered request. */
  #answered: readonly SessionKey[] = []
  #counts = noCounts
  readonly #listListeners = new Set<() => void>()
  readonly #changeListeners = new Set<(change: { hasArrivals: boolean }) => void>()

  /** `send` sends a request to the watch thread. */
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

  /** Whether the answer about a session that is shown has not arrived yet. */
  isPending(key: SessionKey): boolean {
    return !this.row(key) && !this.departed(key) && !this.#answered.includes(key)
  }

  /** Takes a live session from another answer of the watch thread, so that it is there at once. */
  learn(row: RosterRow): void {
    this.#sessions.learn(row)
  }

  /** Requests another list. It begins at its first row. */
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

  /** The rows from a place to before another are on screen. */
  see(from: number, to: number): void {
    const { from: first, to: last } = this.#window
    const needsBefore = first > 0 && from < first + nearEnd
    const needsAfter = last < this.#list.keys.length && to > last - nearEnd
    if (!needsBefore && !needsAfter) return
    this.#window = { from: Math.max(0, from - overscan), to: to + overscan }
    this.#sendSoon()
  }

  /** Requests the places of these sessions, wherever they are in the list. */
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

  /** Holds the list still for `holder`, or no longer; it moves again when the last holder is gone. */
  setHeld(holder: Holder, held: boolean): void {
    const wasHeld = this.#holders.size > 0
    if (held) this.#holders.add(holder)
    else this.#holders.delete(holder)
    const isHeld = this.#holders.size > 0
    if (isHeld === wasHeld) return
    if (this.#wishes === 0) return
    // Sent at once: until the watch thread has it, updates that move the rows are ignored.
    this.#say()
    this.#heldSince = isHeld ? this.#wishes : 0
  }

  /** Requests everything anew. `isNewThread`: the thread that sent what is here is gone, and the new one has polled nothing. */
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

  /** Takes an update of the watch thread. */
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

  /** Calls `listener` when that session changes, arrives or leaves; the window keeps it meanwhile. Returns how to stop. */
  subscribeRow(key: SessionKey, listener: () => void): () => void {
    const stop = this.#sessions.subscribe(key, listener)
    if (!this.#isRequested(key)) this.#sendSoon()
    return stop
  }

  /** Calls `listener` when the list, its summary or the counts may have changed; returns how to stop. */
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
    const known = [...this.#received.keys, ...this.#answered].filter((key) => !others.has(key))
    if (known.length === this.#known.size && known.every((key) => this.#known.has(key))) return
    this.#known = new Set(known)
    for (const listener of this.#chosenListeners) listener(this.#known)
  }

  #show(update: ListUpdate): void {
    const shown = this.#list.keys
    const { revision, count, waiting, matched, reached, places } = update
    if (update.window) {
      this.#received = update.window
      this.#receivedKeys = new Set(update.window.keys)
    }
    // It is older than the hold, and of another order than the one that is held.
    if (update.answers < this.#heldSince && revision !== shown.revision) return
    const isSame =
      revision === shown.revision &&
      count === shown.length &&
      this.#received === this.#drawn &&
      samePlaces(places, this.#places)
    this.#drawn = this.#received
    this.#places = places
    const keys = isSame
      ? shown
      : new ShownKeys({ revision, length: count }, this.#received.from, this.#received.keys, places)
    this.#list = { keys, waiting, matched, reached }
    this.#learnChosen(update)
    this.#forget(update.answers)
  }

  /** Forgets the sessions that are not shown, as the watch thread has done: it never sends what it believes to be here. */
  #forget(answered: number): void {
    for (const number of this.#followed.keys()) if (number < answered) this.#followed.delete(number)
    this.#sessions.keep(new Set([...this.#receivedKeys, ...[...this.#followed.values()].flat()]))
    // Shown elsewhere, and no longer among the rows around the screen: it has to be requested by its key.
    if (this.#sessions.looked().some((key) => !this.#isRequested(key))) this.#sendSoon()
  }

  /** Whether the watch thread sends a session by the latest request. */
  #isRequested(key: SessionKey): boolean {
    return this.#receivedKeys.has(key) || (this.#followed.get(this.#wishes)?.includes(key) ?? false)
  }

  /** Sends all that is requested within one task together. */
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
    const looked = this.#sessions.looked().filter((key) => !this.#receivedKeys.has(key))
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
