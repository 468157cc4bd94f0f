import { randomBytes } from 'node:crypto'
import { jsonText } from '../../../shared/json-text'
import { folded } from '../../../shared/text-match'
import type { Database } from './database'

/**
 * Each step takes the file from the version that is its place in this list to the next one. A step that was released is
 * never changed. Times are epoch ms; `haystack` is what the search reads, folded.
 */
const steps: readonly ((database: Database) => void)[] = [
  (database) => {
    database.script(`
      CREATE TABLE actions (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        batch_id TEXT,
        kind TEXT NOT NULL,
        account_id TEXT NOT NULL,
        account_label TEXT NOT NULL,
        provider TEXT NOT NULL,
        session_key TEXT,
        target TEXT NOT NULL,
        sent TEXT,
        reason TEXT,
        requested_at INTEGER NOT NULL,
        outcome_kind TEXT NOT NULL,
        outcome TEXT NOT NULL,
        haystack TEXT NOT NULL
      );
      CREATE INDEX actions_by_time ON actions (requested_at, seq);
      CREATE INDEX actions_by_batch ON actions (batch_id, requested_at, seq) WHERE batch_id IS NOT NULL;
      CREATE INDEX actions_unfinished ON actions (outcome_kind)
        WHERE outcome_kind IN ('planned', 'sending', 'accepted');
      CREATE TABLE identities (
        hash BLOB NOT NULL,
        action_seq INTEGER NOT NULL REFERENCES actions (seq) ON DELETE CASCADE,
        PRIMARY KEY (hash, action_seq)
      ) WITHOUT ROWID;
      CREATE INDEX identities_by_action ON identities (action_seq);
      CREATE TABLE batches (
        id TEXT PRIMARY KEY,
        requested_at INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        batch TEXT NOT NULL
      );
      CREATE INDEX batches_by_time ON batches (requested_at);
      CREATE TABLE salt (hex TEXT NOT NULL);
    `)
    database.run('INSERT INTO salt (hex) VALUES (?)', [randomBytes(32).toString('hex')])
  },
  (database) =>
    database.script(`
      CREATE INDEX actions_by_session ON actions (session_key, requested_at, seq) WHERE session_key IS NOT NULL;
    `),
  (database) => database.script(`ALTER TABLE batches ADD COLUMN messages TEXT NOT NULL DEFAULT '[]'`),
  foreignJsonToText,
  (database) => {
    // Of letters outside ASCII lower case was not all: what was written then is found by the present rule, too.
    const written = database.all(
      'SELECT seq, haystack FROM actions WHERE length(haystack) <> length(CAST(haystack AS BLOB))',
    )
    for (const { seq, haystack } of written)
      database.run('UPDATE actions SET haystack = ? WHERE seq = ?', [folded(String(haystack)), Number(seq)])
  },
  kindsOfLabels,
]

/** Records that are read and written anew at a time. */
const repairedAtOnce = 1_000
/** Longest answer of a client that the file kept when this was changed, characters of its JSON. */
const longestResponse = 10_000

/**
 * What a client answered and the further fields of a refusal were JSON inside of the outcome, as deep as they came:
 * above some thousand levels nothing could pass them on. They are text since.
 */
function foreignJsonToText(database: Database): void {
  for (let seq = 0; ; ) {
    const rows = database.all(
      `SELECT seq, outcome FROM actions WHERE seq > ? AND
       (outcome_kind = 'answered' OR outcome LIKE '%"details":{%') ORDER BY seq LIMIT ?`,
      [seq, repairedAtOnce],
    )
    for (const row of rows) {
      seq = Number(row.seq)
      const outcome = withText(String(row.outcome))
      if (outcome !== null) database.run('UPDATE actions SET outcome = ? WHERE seq = ?', [outcome, seq])
    }
    if (rows.length < repairedAtOnce) return
  }
}

/** An outcome with foreign JSON as text; `null` for one that cannot be read, which stays as it is. */
function withText(json: string): string | null {
  try {
    const outcome: { response?: unknown; error?: { details?: unknown } } = JSON.parse(json)
    if (outcome.error) outcome.error.details = ''
    // What had been cut was text already.
    else if (!(typeof outcome.response === 'string' && outcome.response.endsWith('…')))
      outcome.response = jsonText(outcome.response, longestResponse)
    return JSON.stringify(outcome)
  } catch {
    return null
  }
}

/** Whether a bulk action's label names or counts could only be read from the label itself. */
function kindsOfLabels(database: Database): void {
  for (const { id, batch } of database.all('SELECT id, batch FROM batches')) {
    const known = withLabelKind(String(batch))
    if (known !== null) database.run('UPDATE batches SET batch = ? WHERE id = ?', [known, String(id)])
  }
}

/** A bulk action with the kind of its label; `null` for one that cannot be read, which stays as it is. */
function withLabelKind(json: string): string | null {
  try {
    const batch: { label: string } = JSON.parse(json)
    const labelKind = /^[\d,]+ sessions?$/.test(batch.label) ? 'count' : 'name'
    return JSON.stringify({ ...batch, labelKind })
  } catch {
    return null
  }
}

/** The version of a file that this release writes. */
export const schemaVersion = steps.length

/** A newer release wrote the file: what we do not know we must not change. */
export class NewerDatabase extends Error {}

/**
 * Brings a database to this release's version, all or nothing.
 *
 * @throws NewerDatabase
 */
export function migrate(database: Database): void {
  const version = database.number('PRAGMA user_version')
  if (version > schemaVersion) throw new NewerDatabase(`version ${version}`)
  if (version === schemaVersion) return
  database.transaction(() => {
    for (const step of steps.slice(version)) step(database)
    database.script(`PRAGMA user_version = ${schemaVersion}`)
  })
}
