import { z } from 'zod'
import { providerIdSchema } from '../../../shared/account'
import {
  type Action,
  actionKindSchema,
  actionSchema,
  type Outcome,
  outcomeSchema,
} from '../../../shared/action'
import type { LogPage, LogQuery } from '../../../shared/action-log'
import { providerIds } from '../../../shared/ids'
import { type SessionKey, sessionKeySchema } from '../../../shared/session'
import { historyFileText } from '../../../shared/text/history-file'
import { folded, searchWords } from '../../../shared/text-match'
import type { Database, Row, Value } from './database'
import { identityHashes } from './identities'

/** What the first write of an action needs, and the later ones. */
export type ActionEntry = { action: Action; identities?: readonly string[] }

/** Most actions in an answer about one person, and about one session. */
const mostOfOne = 500
const mostOfSession = 100

const columns = `id, batch_id AS batchId, kind, account_id AS accountId, account_label AS accountLabel, provider,
  session_key AS sessionKey, target, sent, reason, requested_at AS requestedAt, outcome`

const upsert = `INSERT INTO actions
  (id, batch_id, kind, account_id, account_label, provider, session_key, target, sent, reason, requested_at,
   outcome_kind, outcome, haystack)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET requested_at = excluded.requested_at, session_key = excluded.session_key,
  outcome_kind = excluded.outcome_kind, outcome = excluded.outcome`

/** Longest answer of a client that the file keeps, characters of its JSON. */
const longestResponse = 10_000

/**
 * An outcome as the file keeps it. What a service says beside its reason can quote a script's source, and a client can
 * answer as much as it likes: only the person who acted sees either in full.
 */
function kept(outcome: Outcome): Outcome {
  if (outcome.kind === 'failed' && outcome.error.kind === 'refused')
    return { ...outcome, error: { ...outcome.error, details: '' } }
  if (outcome.kind !== 'answered' || outcome.response.length <= longestResponse) return outcome
  return { ...outcome, response: `${outcome.response.slice(0, longestResponse)}…` }
}

/** Adds actions, or gives those that are there their new outcome (and the session that they made). All of them or none. */
export function writeActions(database: Database, entries: readonly ActionEntry[]): void {
  database.transaction(() => {
    for (const { action, identities = [] } of entries) {
      const texts = [action.target, action.accountLabel, action.sent, action.reason]
      database.run(upsert, [
        action.id,
        action.batchId,
        action.kind,
        action.accountId,
        action.accountLabel,
        action.provider,
        action.sessionKey,
        action.target,
        action.sent,
        action.reason,
        action.requestedAt,
        action.outcome.kind,
        JSON.stringify(kept(action.outcome)),
        folded(texts.filter(Boolean).join('\n')),
      ])
      if (identities.length === 0) continue
      const seq = database.number('SELECT seq FROM actions WHERE id = ?', [action.id])
      for (const hash of identityHashes(database, identities))
        database.run('INSERT OR IGNORE INTO identities (hash, action_seq) VALUES (?, ?)', [hash, seq])
    }
  })
}

/** What a question narrows to: SQL, and the values of its marks. */
type Condition = { sql: string; values: readonly Value[] }

const oneOf = (column: string, values: readonly string[]): Condition => ({
  sql: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
})

/** Every word stands somewhere in it, or the whole text identifies its person. */
function textCondition(database: Database, text: string): Condition | null {
  const words = searchWords(text)
  if (words.length === 0) return null
  const hashes = identityHashes(database, [text])
  const known = hashes.map(() => 'seq IN (SELECT action_seq FROM identities WHERE hash = ?)')
  const all = words.map(() => 'instr(haystack, ?) > 0').join(' AND ')
  return { sql: `((${all}) OR ${known.join(' OR ')})`, values: [...words, ...hashes] }
}

function conditionsOf(database: Database, query: LogQuery): Condition[] {
  const conditions: Condition[] = []
  const text = textCondition(database, query.text)
  if (text) conditions.push(text)
  if (query.kinds.length > 0) conditions.push(oneOf('kind', query.kinds))
  if (query.outcomes.length > 0) conditions.push(oneOf('outcome_kind', query.outcomes))
  if (query.accountId !== null) conditions.push({ sql: 'account_id = ?', values: [query.accountId] })
  if (query.batchId !== null) conditions.push({ sql: 'batch_id = ?', values: [query.batchId] })
  if (query.from !== null) conditions.push({ sql: 'requested_at >= ?', values: [query.from] })
  if (query.to !== null) conditions.push({ sql: 'requested_at < ?', values: [query.to] })
  return conditions
}

function where(conditions: readonly Condition[]): Condition {
  const sql = conditions.map((condition) => condition.sql).join(' AND ')
  return { sql: sql && `WHERE ${sql}`, values: conditions.flatMap(({ values }) => values) }
}

/** A page of what matches, newest first. A page that begins anywhere but at the newest is not counted again. */
export function searchActions(database: Database, query: LogQuery): LogPage {
  const conditions = conditionsOf(database, query)
  const matching = where(conditions)
  const total =
    query.before === null
      ? database.number(`SELECT count(*) FROM actions ${matching.sql}`, matching.values)
      : null
  const older: Condition[] = query.before
    ? [{ sql: '(requested_at, seq) < (?, ?)', values: [query.before.requestedAt, query.before.seq] }]
    : []
  const page = where([...conditions, ...older])
  const rows = database.all(
    `SELECT ${columns}, seq FROM actions ${page.sql} ORDER BY requested_at DESC, seq DESC LIMIT ?`,
    [...page.values, query.limit + 1],
  )
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const next = last ? { requestedAt: Number(last.requestedAt), seq: Number(last.seq) } : null
  return { actions: shown.map(readAction), next, total }
}

/** All actions of a bulk action, in the order in which they were planned. */
export const actionsOfBatch = (database: Database, batchId: string): Action[] =>
  database.all(`SELECT ${columns} FROM actions WHERE batch_id = ? ORDER BY seq`, [batchId]).map(readAction)

/** The latest actions about a session, oldest first. */
export const actionsOfSession = (database: Database, key: SessionKey): Action[] =>
  database
    .all(
      `SELECT ${columns} FROM actions WHERE session_key = ? ORDER BY requested_at DESC, seq DESC LIMIT ?`,
      [key, mostOfSession],
    )
    .map(readAction)
    .reverse()

/** The latest actions about a person whom one of these values identifies, newest first. */
export function actionsOfIdentity(database: Database, values: readonly string[]): Action[] {
  const hashes = identityHashes(database, values)
  if (hashes.length === 0) return []
  const marks = hashes.map(() => '?').join(', ')
  return database
    .all(
      `SELECT ${columns} FROM actions
       WHERE seq IN (SELECT action_seq FROM identities WHERE hash IN (${marks}))
       ORDER BY requested_at DESC, seq DESC LIMIT ?`,
      [...hashes, mostOfOne],
    )
    .map(readAction)
}

/** What an earlier run left unfinished gets the outcome that is true now: nothing follows it any more. */
export function endUnfinishedActions(database: Database): void {
  const unknown = (message: string): Outcome => ({
    kind: 'unknown',
    error: { kind: 'outcome-unknown', message },
  })
  const ends: readonly [from: Outcome['kind'], to: Outcome][] = [
    ['planned', { kind: 'unsent', reason: historyFileText.endedBeforeTurn }],
    ['sending', unknown(historyFileText.endedBeforeAnswer)],
    ['accepted', unknown(historyFileText.endedBeforeHeartbeat)],
  ]
  for (const [from, to] of ends)
    database.run('UPDATE actions SET outcome_kind = ?, outcome = ? WHERE outcome_kind = ?', [
      to.kind,
      JSON.stringify(to),
      from,
    ])
}

/** What stands for an outcome, or a whole record, that the file holds and nobody can read. */
const unreadableOutcome = (): Outcome => ({
  kind: 'unknown',
  error: { kind: 'internal', message: historyFileText.unreadableRecord },
})

/** The same record, with a stand-in for every part that cannot be read. */
const damagedSchema = actionSchema.unwrap().extend({
  id: z.string().catch('damaged'),
  batchId: z.string().nullable().catch(null),
  kind: actionKindSchema.catch('message'),
  accountId: z.string().catch(''),
  accountLabel: z.string().catch(''),
  provider: providerIdSchema.catch(providerIds[0]),
  sessionKey: sessionKeySchema.nullable().catch(null),
  target: z.string().catch(() => historyFileText.damagedRecord),
  sent: z.string().nullable().catch(null),
  reason: z.string().nullable().catch(null),
  requestedAt: z.number().catch(0),
  outcome: outcomeSchema.catch(() => unreadableOutcome()),
})

/** One record; one that is damaged reads as what is left of it, so that it costs nobody the others. */
function readAction(row: Row): Action {
  const record = { ...row, outcome: parsed(row.outcome) }
  const action = actionSchema.safeParse(record)
  return action.success ? action.data : damagedSchema.parse(record)
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return null
  }
}
