import type { Departed, RosterRow, SessionKey } from '../session'
import type { Stretch } from './choice'
import type { Criteria } from './criteria'

/** An arrival is tinted for so long after it came on screen, ms. */
export const tintMs = 2_000

/** What the window wants to see of the list, whole: whatever was lost on the way, the next one says it again. */
export type ListWish = {
  /** Counts wishes up from 1, which a new page begins with; an update says which one it answers. */
  number: number
  criteria: Criteria
  /** What scripts are called, by `scriptKey`. */
  scriptNames: Readonly<Record<string, string>>
  /** The order that stands still because the person is on it; `null`: none does. */
  held: number | null
  /** The rows that the window wants to have, by their places: `from` to before `to`. */
  from: number
  to: number
  /** Sessions that somebody looks at, wherever they are in the list. */
  followed: readonly SessionKey[]
  /** Rows that a person chose by their places, whose order is to be kept; `null`: nobody did. */
  chosen: Stretch | null
}

/** How many sessions there are; by `scriptKey` for scripts. */
export type SessionCounts = {
  accounts: Readonly<Record<string, number>>
  scripts: Readonly<Record<string, number>>
}

/** What changed of what the window wants to see. */
export type ListUpdate = {
  /** The wish that it answers. */
  answers: number
  /** All live sessions. */
  total: number
  /** Which order the rows are in; another one has another number. */
  revision: number
  /** Rows on screen, in all. */
  count: number
  /** New rows that wait because the person is on the list. */
  waiting: number
  /** Live sessions that match search and filters, those that wait included. */
  matched: number
  /** Live sessions among the rows on screen: whom an action on everything that is shown reaches. */
  reached: number
  /** The keys of the rows from a place on; absent where they are those that were told before. */
  window?: { from: number; keys: readonly SessionKey[] }
  /** Rows that the window does not have, or that changed. */
  rows: readonly RosterRow[]
  /** Those of them that left. `leftMs` counts from now, 0 or less. */
  departed: readonly Departed[]
  /** Where followed sessions are among the rows on screen. */
  places: Readonly<Record<SessionKey, number>>
  /** Those told of, among the rows or followed, whom the chosen stretch does not hold; `null`: it is not known, or none is chosen. */
  unchosen: readonly SessionKey[] | null
  /** Arrivals that came on screen a moment ago, each with how many ms ago. */
  tints: readonly (readonly [SessionKey, number])[]
  /** Absent where they are those that were told before. */
  counts?: SessionCounts
  /** Whether anybody arrived since the last update. */
  hasArrivals: boolean
}
