import { z } from 'zod'
import type { Outcome } from '../../../shared/action'
import { type Became, becameOf } from '../../../shared/batch-state'
import { type Batch, batchSchema, type MessageTemplate, messageTemplateSchema } from '../../../shared/bulk'
import type { Database, Row } from './database'

/** Most bulk actions that are listed. */
const mostListed = 200

const ended: ReadonlySet<Batch['state']> = new Set(['stopped', 'done', 'interrupted'])

/** Adds a bulk action with what it says, before its variables are filled in, or replaces it with its new state. */
export function writeBatch(
  database: Database,
  batch: Batch,
  messages: readonly MessageTemplate[] = [],
): void {
  database.run(
    `INSERT INTO batches (id, requested_at, ended, batch, messages) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, batch = excluded.batch`,
    [batch.id, batch.requestedAt, ended.has(batch.state), JSON.stringify(batch), JSON.stringify(messages)],
  )
}

/** What a bulk action says, before its variables are filled in. */
export function messagesOfBatch(database: Database, id: string): MessageTemplate[] {
  const [row] = database.all('SELECT messages FROM batches WHERE id = ?', [id])
  return z.array(messageTemplateSchema).parse(JSON.parse(String(row?.messages ?? '[]')))
}

/** The latest bulk actions, newest first. */
export const listBatches = (database: Database): Batch[] =>
  database
    .all('SELECT batch FROM batches ORDER BY requested_at DESC, rowid DESC LIMIT ?', [mostListed])
    .flatMap((row) => readBatch(row) ?? [])

/** Bulk actions that an earlier run left in the middle are interrupted, with what is known of their actions now. */
export function endUnfinishedBatches(database: Database): void {
  for (const row of database.all('SELECT batch FROM batches WHERE ended = 0')) {
    const batch = readBatch(row)
    if (!batch) continue
    const counts = countsOf(database, batch)
    writeBatch(database, { ...batch, state: 'interrupted', counts, remainingMs: null, disconnectAt: null })
  }
}

function countsOf(database: Database, { id, counts }: Batch): Batch['counts'] {
  const known = database.all(
    'SELECT outcome_kind AS kind, count(*) AS count FROM actions WHERE batch_id = ? GROUP BY outcome_kind',
    [id],
  )
  const sumOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + Number(row.count), 0)
  const of = (wanted: Became) =>
    sumOf(known.filter(({ kind }) => isOutcomeKind(kind) && becameOf[kind] === wanted))
  const total = Math.max(counts.total, sumOf(known))
  const [failed, unknown, done] = [of('failed'), of('unknown'), of('done')]
  // What the plan had and the log has not was never sent.
  const unsent = total - failed - unknown - done
  return { total, planned: 0, sending: 0, done, failed, unknown, unsent }
}

const isOutcomeKind = (kind: unknown): kind is Outcome['kind'] =>
  typeof kind === 'string' && Object.hasOwn(becameOf, kind)

/** `null` where it cannot be read: its actions say what became of them. */
function readBatch(row: Row): Batch | null {
  try {
    return batchSchema.parse(JSON.parse(String(row.batch)))
  } catch {
    return null
  }
}
