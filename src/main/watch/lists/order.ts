import type { ListContext, SortValue } from '../../../shared/columns/column'
import { columnOf } from '../../../shared/columns/columns'
import {
  type Criteria,
  matcher,
  matchesDiffer,
  narrows,
  type Searched,
  type Sort,
} from '../../../shared/list/criteria'
import type { RosterRow, SessionKey } from '../../../shared/session'

type Entry = Searched & {
  readonly key: SessionKey
  value: SortValue
  matched: boolean
  /** Left, or another entry stands for it now. */
  isGone: boolean
}
type Compare = (a: Entry, b: Entry) => number

/** Entries in order, and their keys. */
type Ordered = { readonly entries: readonly Entry[]; readonly keys: readonly SessionKey[] }

const orderedBy = (entries: readonly Entry[]): Ordered => ({ entries, keys: entries.map(({ key }) => key) })

/** Nothing said sorts last, whichever way; equal values sort by key, so that the order is total. */
function comparer(direction: Sort['direction']): Compare {
  const sign = direction === 'ascending' ? 1 : -1
  return (a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1
      if (b.value === null) return -1
      return a.value < b.value ? -sign : sign
    }
    if (a.key === b.key) return 0
    return a.key < b.key ? -1 : 1
  }
}

/** The entries that match; the same list where all of them do. */
function matchedOf(list: Ordered): Ordered {
  const entries = list.entries.filter(({ matched }) => matched)
  return entries.length === list.entries.length ? list : orderedBy(entries)
}

function ordersDiffer(a: Criteria, aContext: ListContext, b: Criteria, bContext: ListContext): boolean {
  const { column, direction } = b.sort
  if (a.sort.column !== column || a.sort.direction !== direction) return true
  return columnOf(column).sortNeeds.some((part) => aContext[part] !== bContext[part])
}

/**
 * The matching rows in the chosen order. A patch reads what it changes and a few neighbours of each: to read all of 50,000
 * rows takes milliseconds, because they are in no cache of the processor.
 */
export class ListOrder {
  readonly #byKey = new Map<SessionKey, Entry>()
  #all = orderedBy([])
  /** Those of all that match; the same where all of them do. */
  #shown = this.#all
  #criteria: Criteria
  #context: ListContext
  #matches: (searched: Searched) => boolean

  constructor(criteria: Criteria, context: ListContext) {
    this.#criteria = criteria
    this.#context = context
    this.#matches = matcher(criteria, context)
  }

  /** The keys of the rows that match, in order. The same array until something changes. */
  get keys(): readonly SessionKey[] {
    return this.#shown.keys
  }

  /** How many of these are among the rows that match. */
  countMatches(keys: Iterable<SessionKey>): number {
    let count = 0
    for (const key of keys) if (this.#byKey.get(key)?.matched) count += 1
    return count
  }

  /** Takes other criteria, or another context. Sorts and matches again only where the result may differ. */
  change(criteria: Criteria, context: ListContext): void {
    const [before, beforeContext] = [this.#criteria, this.#context]
    this.#criteria = criteria
    this.#context = context
    this.#matches = matcher(criteria, context)
    const resort = ordersDiffer(before, beforeContext, criteria, context)
    const rematch = matchesDiffer(before, beforeContext, criteria, context)
    // A search that grows by a letter finds its rows among those that it had found.
    const isNarrower = rematch && narrows(before, beforeContext, criteria, context)
    if (rematch)
      for (const entry of isNarrower ? this.#shown.entries : this.#all.entries)
        entry.matched = this.#matches(entry)
    if (resort) {
      const { sortValue } = columnOf(criteria.sort.column)
      const entries = [...this.#all.entries]
      for (const entry of entries) entry.value = sortValue(entry.row, context)
      this.#all = orderedBy(entries.sort(comparer(criteria.sort.direction)))
    }
    if (resort || rematch) this.#shown = matchedOf(isNarrower && !resort ? this.#shown : this.#all)
  }

  /** Drops the removed rows and puts changed and new ones, each of them once, in their places. */
  patch(upserts: Iterable<RosterRow>, removes: Iterable<SessionKey>): void {
    const edits: Entry[] = []
    const { sortValue } = columnOf(this.#criteria.sort.column)
    const drop = (key: SessionKey) => {
      const entry = this.#byKey.get(key)
      if (!entry) return
      entry.isGone = true
      this.#byKey.delete(key)
      edits.push(entry)
    }
    for (const key of removes) drop(key)
    for (const row of upserts) {
      const { key } = row
      const value = sortValue(row, this.#context)
      const entry: Entry = { key, row, text: null, value, matched: false, isGone: false }
      entry.matched = this.#matches(entry)
      const known = this.#byKey.get(key)
      if (known && known.value === value && known.matched === entry.matched) {
        known.row = row
        known.text = entry.text
        continue
      }
      drop(key)
      this.#byKey.set(key, entry)
      edits.push(entry)
    }
    const compare = comparer(this.#criteria.sort.direction)
    // Where an entry takes the place of another, that one stays before it.
    edits.sort(compare)
    const hidesNobody = this.#shown === this.#all && edits.every(({ matched }) => matched)
    this.#all = edited(this.#all, edits, compare)
    this.#shown = hidesNobody
      ? this.#all
      : edited(
          this.#shown,
          edits.filter(({ matched }) => matched),
          compare,
        )
  }
}

/** The list without the edits that are gone and with the others. `edits` are in order. */
function edited(list: Ordered, edits: readonly Entry[], compare: Compare): Ordered {
  if (edits.length === 0) return list
  if (edits.length > list.entries.length / 4) {
    const stayed = list.entries.filter(({ isGone }) => !isGone)
    return orderedBy([...stayed, ...edits.filter(({ isGone }) => !isGone)].sort(compare))
  }
  const places: number[] = []
  for (const edit of edits) places.push(placeOf(edit, list.entries, places.at(-1) ?? 0, compare))
  return {
    entries: spliced(list.entries, edits, places, (entry) => entry),
    keys: spliced(list.keys, edits, places, ({ key }) => key),
  }
}

/** A list with each edit at its place. What lies between two of them is copied as a whole, unread. */
function spliced<T>(
  list: readonly T[],
  edits: readonly Entry[],
  places: readonly number[],
  itemOf: (entry: Entry) => T,
): T[] {
  const runs: T[][] = []
  let fresh: T[] = []
  let next = 0
  for (const [index, edit] of edits.entries()) {
    const place = places[index] ?? next
    if (place > next) {
      runs.push(fresh, list.slice(next, place))
      fresh = []
      next = place
    }
    if (edit.isGone) next += 1
    else fresh.push(itemOf(edit))
  }
  return ([] as T[]).concat(...runs, fresh, list.slice(next))
}

/** How many of `sorted` come before an entry, which `from` are known to. */
function placeOf(entry: Entry, sorted: readonly Entry[], from: number, compare: Compare): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other && compare(other, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
