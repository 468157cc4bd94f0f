import { createHmac } from 'node:crypto'
import type { Database } from './database'

/** The bytes of a hash that are kept: two values fall together as good as never. */
const hashBytes = 16

/** One value in the form in which it is compared: names and ids are pasted with spaces and in any case. */
const normalised = (value: string): string => value.normalize('NFKC').trim().toLowerCase()

/**
 * What stands in the file for a user name, an id, a key, a hwid or a job: a hash keyed with the file's own salt, so
 * that a value can be looked for and none can be read.
 */
export function identityHashes(database: Database, values: readonly string[]): Uint8Array[] {
  const [row] = database.all('SELECT hex FROM salt')
  if (typeof row?.hex !== 'string') throw new Error('The database has no salt.')
  const salt = Buffer.from(row.hex, 'hex')
  const distinct = new Set(values.map(normalised).filter((value) => value !== ''))
  return Array.from(distinct, (value) =>
    createHmac('sha256', salt).update(value).digest().subarray(0, hashBytes),
  )
}
