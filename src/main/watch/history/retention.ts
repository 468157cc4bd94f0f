import type { Database } from './database'

/** Actions are kept for a year, and no more than this many of them. The README says the same. */
const keptMs = 365 * 86_400_000
export const keptActions = 200_000

/** A bulk action may be larger than all that is kept: what has no outcome yet is not forgotten under its hands. */
const isOver = `outcome_kind NOT IN ('planned', 'sending', 'accepted')`

/** Forgets actions and bulk actions that are over and too old or too many; `now` is epoch ms. */
export function forgetOld(database: Database, now: number): void {
  const oldest = now - keptMs
  database.transaction(() => {
    database.run(`DELETE FROM actions WHERE requested_at < ? AND ${isOver}`, [oldest])
    database.run('DELETE FROM batches WHERE requested_at < ? AND ended = 1', [oldest])
    database.run(
      `DELETE FROM actions WHERE ${isOver} AND seq IN
       (SELECT seq FROM actions ORDER BY requested_at DESC, seq DESC LIMIT -1 OFFSET ?)`,
      [keptActions],
    )
  })
}
