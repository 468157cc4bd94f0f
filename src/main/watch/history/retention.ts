import type { Database } from './database'

/** Age up to which actions are kept, ms, and most actions that are kept. docs/guide/action-log.md says the same. */
const keptMs = 365 * 86_400_000
export const keptActions = 200_000

/**
 * Share of the log above which forgetting at once (if it is more than a few actions) is suspicious: the clock was more
 * likely wrong than so much time passed.
 */
const large = { share: 0.25, actions: 20 } as const

/** A bulk action may be larger than all that is kept: its actions without an outcome yet are never forgotten. */
const isOver = `outcome_kind NOT IN ('planned', 'sending', 'accepted')`

const newestOf = (table: 'actions' | 'batches') =>
  `SELECT coalesce(max(requested_at), ${Number.MIN_SAFE_INTEGER}) FROM ${table}`

/**
 * Forgets actions and bulk actions that are over and too old or too many. Their age counts from the newest of them, so
 * that a clock that is ahead (`now` is epoch ms) erases nothing; one that was ahead when the newest was written is why
 * `keepCopy` is called before much is forgotten. Where it answers `false`, nothing is forgotten for its age.
 */
export function forgetOld(database: Database, now: number, keepCopy: (count: number) => boolean): void {
  const newest = Math.max(database.number(newestOf('actions')), database.number(newestOf('batches')))
  const oldest = Math.min(now, newest) - keptMs
  const tooOld = database.number(`SELECT count(*) FROM actions WHERE requested_at < ? AND ${isOver}`, [
    oldest,
  ])
  const isLarge =
    tooOld > large.actions && tooOld > large.share * database.number('SELECT count(*) FROM actions')
  const canForget = !isLarge || keepCopy(tooOld)
  database.transaction(() => {
    if (canForget) {
      database.run(`DELETE FROM actions WHERE requested_at < ? AND ${isOver}`, [oldest])
      database.run('DELETE FROM batches WHERE requested_at < ? AND ended = 1', [oldest])
    }
    database.run(
      `DELETE FROM actions WHERE ${isOver} AND seq IN
       (SELECT seq FROM actions ORDER BY requested_at DESC, seq DESC LIMIT -1 OFFSET ?)`,
      [keptActions],
    )
  })
}
