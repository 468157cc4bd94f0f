import type { SessionKey } from '../../../shared/session'

/**
 * What is on screen while the list itself goes on. While the person's pointer or focus is on it (`held`), `shown` does not
 * move: a session that left stays as a row that says so, a new one waits and is counted.
 */
export type FrozenList = {
  readonly held: boolean
  readonly shown: readonly SessionKey[]
  /** How many of the live list wait to be shown. */
  readonly waiting: number
}

export const emptyList: FrozenList = { held: false, shown: [], waiting: 0 }

const shownSets = new WeakMap<readonly SessionKey[], ReadonlySet<SessionKey>>()

function setOf(keys: readonly SessionKey[]): ReadonlySet<SessionKey> {
  const kept = shownSets.get(keys)
  if (kept) return kept
  const set = new Set(keys)
  shownSets.set(keys, set)
  return set
}

function countMissing(live: readonly SessionKey[], shown: readonly SessionKey[]): number {
  const known = setOf(shown)
  let missing = 0
  for (const key of live) if (!known.has(key)) missing += 1
  return missing
}

/** The live list changed by itself. An empty screen has nothing to keep still, so it fills. */
export function follow(list: FrozenList, live: readonly SessionKey[]): FrozenList {
  if (!list.held || list.shown.length === 0) return adopt(list, live)
  if (live === list.shown) return list
  const waiting = countMissing(live, list.shown)
  return waiting === list.waiting ? list : { ...list, waiting }
}

/** The person chose another list (a search, a sort, "3 new"): it is shown, held or not. */
export const adopt = (list: FrozenList, live: readonly SessionKey[]): FrozenList =>
  list.shown === live && list.waiting === 0 ? list : { held: list.held, shown: live, waiting: 0 }

/** Pointer or focus came to the list while it showed `shown`, which may be a moment old. */
export function hold(
  list: FrozenList,
  shown: readonly SessionKey[],
  live: readonly SessionKey[],
): FrozenList {
  if (list.held) return list
  const still = { held: true, shown, waiting: 0 }
  return shown === live ? still : { ...still, waiting: countMissing(live, shown) }
}

/** Both left it: what waited is merged. */
export const release = (list: FrozenList, live: readonly SessionKey[]): FrozenList =>
  list.held ? { held: false, shown: live, waiting: 0 } : list
