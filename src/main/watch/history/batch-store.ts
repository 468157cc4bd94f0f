import { type Batch, batchSchema } from '../../../shared/bulk'
import type { Database, Row } from './database'

/** Most bulk actions that are listed. */
const mostListed = 200

const ended: ReadonlySet<Batch['state']> = new Set(['stopped', 'done', 'interrupted'])

/** Adds a bulk action, or replaces it with its new state. */
export function writeBatch(database: Database, batch: Batch): void {
  database.run(
    `INSERT INTO batches (id, requested_at, ended, batch) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, batch = excluded.batch`,
    [batch.id, batch.requestedAt, ended.has(batch.state), JSON.stringify(batch)],
  )
}

/** The latest bulk actions, newest first. */
export const listBatches = (database: Database): Batch[] =>
  database
    .all('SELECT batch FROM batches ORDER BY requested_at DESC, rowid DESC LIMIT ?', [mostListed])
    .map(readBatch)

/** Bulk actions that an earlier run left in the middle are interrupted, with what is known of their actions now. */
export function endUnfinishedBatches(database: Database): void {
  for (const row of database.all('SELECT batch FROM batches WHERE ended = 0')) {
    const batch = readBatch(row)
    const counts = countsOf(database, batch)
    writeBatch(database, { ...batch, state: 'interrupted', counts, remainingMs: null, disconnectAt: null })
  }
}

function countsOf(database: Database, { id, counts }: Batch): Batch['counts'] {
  const known = database.all(
    'SELECT outcome_kind AS kind, count(*) AS count FROM actions WHERE batch_id = ? GROUP BY outcome_kind',
    [id],
  )
  const of = (kind: string) => Number(known.find((row) => row.kind === kind)?.count ?? 0)
  const sum = known.reduce((total, row) => total + Number(row.count), 0)
  const [failed, unknown] = [of('failed') + of('not-processed'), of('unknown')]
  // What the plan had and the log has not was never sent.
  const unsent = of('unsent') + Math.max(0, counts.total - sum)
  const total = Math.max(counts.total, sum)
  return { total, planned: 0, sending: 0, done: total - failed - unknown - unsent, failed, unknown, unsent }
}

const readBatch = (row: Row): Batch => batchSchema.parse(JSON.parse(String(row.batch)))
