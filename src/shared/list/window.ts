import type { Departed, RosterRow, SessionKey } from '../session'
import type { Stretch } from './choice'
import type { Criteria } from './criteria'

/** Time for which an arrival is tinted after it came on screen, ms. */
export const tintMs = 2_000

/** All that the window wants to see of the list: a lost one is made up for by the next. */
export type ListWish = {
  /** The number of this wish, from 1 for a new page's first; an update has that of the wish it answers. */
  number: number
  criteria: Criteria
  /** What scripts are called, by `scriptKey`. */
  scriptNames: Readonly<Record<string, string>>
  /** The order that is held still because the person is on it; `null`: none. */
  held: number | null
  /** The rows that the window wants to have, by their places: `from` to before `to`. */
  from: number
  to: number
  /** Sessions that are shown elsewhere (details, dialogs), wherever they are in the list. */
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
  /** The number of the wish that it answers. */
  answers: number
  /** All live sessions. */
  total: number
  /** The number of the rows' order; every order has its own. */
  revision: number
  /** Rows on screen, in all. */
  count: number
  /** New rows that wait because the person is on the list. */
  waiting: number
  /** Live sessions that match search and filters, those that wait included. */
  matched: number
  /** Live sessions among the rows on screen: those that an action on everything shown reaches. */
  reached: number
  /** The keys of the rows from a place on; absent where they are those of the update before. */
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
  /** Absent where they are those of the update before. */
  counts?: SessionCounts
  /** Whether anybody arrived since the last update. */
  hasArrivals: boolean
}
