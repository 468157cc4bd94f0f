import { createRequire } from 'node:module'
import type Libsql from 'libsql'
import { errorCode } from '../../lib/errno'

/** Loads the driver: some 45 ms and 8 MB, which no start of the application is to wait for. */
const loadDriver = () => createRequire(import.meta.url)('libsql') as typeof Libsql

/** What a column holds. A boolean is bound as 0 or 1. */
export type Value = string | number | boolean | Uint8Array | null

/** A row, by the names of its columns. What a column holds is checked by whoever reads it. */
export type Row = Readonly<Record<string, unknown>>

/** Longest wait for another program's lock, ms: the whole thread waits, with every heartbeat. */
const busyMs = 50

/**
 * One connection to the embedded database, and the only place that touches its driver. The driver aborts the process for
 * a boolean or a lone Buffer and throws for a lone `null`, so that everything is bound here, as an array.
 */
export class Database {
  readonly #connection: Libsql.Database
  readonly #statements = new Map<string, Libsql.Statement>()

  /**
   * Opens a file; a missing one is created. What was committed survives a crash of the process and of the machine.
   *
   * @throws the driver's error, where it cannot be opened or is no database
   */
  constructor(file: string) {
    const Driver = loadDriver()
    this.#connection = new Driver(file)
    this.#connection.exec(`PRAGMA busy_timeout = ${busyMs}`)
    this.#connection.exec('PRAGMA journal_mode = WAL')
    this.#connection.exec('PRAGMA synchronous = FULL')
    this.#connection.exec('PRAGMA foreign_keys = ON')
    // What is forgotten is overwritten: names and reasons are not left behind in free pages.
    this.#connection.exec('PRAGMA secure_delete = ON')
  }

  /** Runs statements that take no values. */
  script(sql: string): void {
    this.#connection.exec(sql)
  }

  /** Runs a statement that answers nothing. */
  run(sql: string, values: readonly Value[] = []): void {
    this.#prepare(sql).run(bound(values))
  }

  /** All rows of a query. */
  all(sql: string, values: readonly Value[] = []): Row[] {
    return this.#prepare(sql).all(bound(values)) as Row[]
  }

  /** The number in the first column of a query's only row. */
  number(sql: string, values: readonly Value[] = []): number {
    const [row = {}] = this.all(sql, values)
    return Number(Object.values(row)[0])
  }

  /** Runs `work` so that all of it is kept, or nothing. Not nested. */
  transaction<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#connection.exec('COMMIT')
      return result
    } catch (cause) {
      // A full disk may have ended the transaction by itself.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
      throw cause
    }
  }

  /** Writes all that is committed into a new file of its own, or an empty one. Not within a transaction. */
  copyTo(file: string): void {
    this.#connection.prepare('VACUUM INTO ?').run([file])
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#connection.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

const bound = (values: readonly Value[]): unknown[] =>
  values.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    return value instanceof Uint8Array ? Buffer.from(value) : value
  })

/** What the log says of a driver's or the file system's error: the driver has no code for a file that it cannot open. */
export const codeForLog = (cause: unknown): string => errorCode(cause) || 'no code'

/** Whether another program has locked the file: a later attempt may find it free. */
export const isLocked = (cause: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(errorCode(cause))

/** Whether the file itself is broken: no later attempt will read it. */
export const isDamaged = (cause: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(errorCode(cause))
