import { createHmac } from 'node:crypto'
import { folded } from '../../../shared/text-match'
import type { Database } from './database'

/** Bytes of a hash that are kept: enough that two values practically never collide. */
const hashBytes = 16

/**
 * One value in the forms in which it is compared: names and ids are pasted with spaces and in any case. The second is
 * what earlier releases compared, and what they wrote cannot be read to fold it now; it hardly ever differs.
 */
const formsOf = (value: string): string[] => [
  folded(value).trim(),
  value.normalize('NFKC').trim().toLowerCase(),
]

/**
 * What stands in the file for a user name, an id, a key, a hwid or a job: a hash keyed with the file's own salt, so
 * that a value can be looked for and none can be read.
 */
export function identityHashes(database: Database, values: readonly string[]): Uint8Array[] {
  const [row] = database.all('SELECT hex FROM salt')
  if (typeof row?.hex !== 'string') throw new Error('The database has no salt.')
  const salt = Buffer.from(row.hex, 'hex')
  const distinct = new Set(values.flatMap(formsOf).filter((value) => value !== ''))
  return Array.from(distinct, (value) =>
    createHmac('sha256', salt).update(value).digest().subarray(0, hashBytes),
  )
}
