import { chmodSync, closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { endUnfinishedActions } from './action-store'
import { endUnfinishedBatches } from './batch-store'
import { Database, errorCode, isDamaged } from './database'
import { migrate, NewerDatabase } from './migrations'
import { forgetOld } from './retention'

/** What the history needs of outside. */
type HistoryDeps = {
  /** The file; its folder is made where there is none. */
  file: string
  /** Epoch ms. */
  now(): number
  /** One sentence for the log file. */
  warn(line: string): void
}

/**
 * The embedded database of a person's own actions. Opened when it is first used. A file that is damaged is kept beside
 * the new one that is begun; a file that cannot be opened is tried again with every use.
 */
export class History {
  readonly #deps: HistoryDeps
  #database: Database | null = null
  #problem: string | null = null
  #closed = false

  constructor(deps: HistoryDeps) {
    this.#deps = deps
  }

  /** What a person should know about the file; `null`: all is well. */
  get problem(): string | null {
    return this.#problem
  }

  /**
   * Works with the database.
   *
   * @throws where it cannot be opened, read or written, or was closed; nothing was kept then
   */
  use<T>(work: (database: Database) => T): T {
    // The answer of a request that was under way at the end must not open the file again.
    if (this.#closed) throw new Error('The history is closed.')
    try {
      return work(this.#opened())
    } catch (cause) {
      if (!isDamaged(cause)) throw cause
      this.#startOver()
      return work(this.#opened())
    }
  }

  /** Forgets what is too old or too much. Throws as {@link use}. */
  forgetOld(): void {
    this.use((database) => this.#forgetOld(database))
  }

  /** For good: what comes later is not kept. */
  close(): void {
    this.#closed = true
    this.#release()
  }

  #release(): void {
    this.#database?.close()
    this.#database = null
  }

  #opened(): Database {
    if (this.#database) return this.#database
    const { file } = this.#deps
    let database: Database | null = null
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      // Made before the driver makes it: the files beside it get its permissions.
      makePrivate(file)
      database = new Database(file)
      prepare(database)
      this.#forgetOld(database)
      this.#database = database
      if (this.#problem === cannotOpen || this.#problem === newer) this.#problem = null
      return database
    } catch (cause) {
      database?.close()
      if (!isDamaged(cause)) this.#failed(cause)
      throw cause
    }
  }

  #failed(cause: unknown): void {
    const problem = cause instanceof NewerDatabase ? newer : cannotOpen
    if (this.#problem === problem) return
    this.#problem = problem
    this.#deps.warn(`${problem} (${errorCode(cause)})`)
  }

  #forgetOld(database: Database): void {
    forgetOld(database, this.#deps.now(), (count) => this.#keepCopy(database, count))
  }

  /** Keeps the log as it is before so many actions are forgotten; whether that worked. */
  #keepCopy(database: Database, count: number): boolean {
    const { warn } = this.#deps
    const { name, aside } = this.#aside('before')
    try {
      makePrivate(aside)
      database.copyTo(aside)
    } catch (cause) {
      if (isDamaged(cause)) throw cause
      rmSync(aside, { force: true })
      warn(`Old actions were not forgotten: the log could not be copied first (${errorCode(cause)}).`)
      return false
    }
    this.#problem = `${count} actions were more than a year older than the newest and were taken out of the log. The log as it was is kept as ${name}: delete it if this machine’s clock was right.`
    warn(this.#problem)
    return true
  }

  /** A name beside the file, with what it is and the time in it. */
  #aside(what: string): { name: string; aside: string } {
    const { file, now } = this.#deps
    const name = `${path.basename(file)}.${what}-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`
    return { name, aside: path.join(path.dirname(file), name) }
  }

  #startOver(): void {
    const { file, warn } = this.#deps
    this.#release()
    const { name, aside } = this.#aside('broken')
    renameSync(file, aside)
    // What only its journal holds belongs to it; the index of that journal is rebuilt.
    moveIfThere(`${file}-wal`, `${aside}-wal`)
    rmSync(`${file}-shm`, { force: true })
    this.#problem = `The action log was damaged. It was kept as ${name}, and a new one was begun.`
    warn(this.#problem)
  }
}

/** What a new run must know about the one before is true before anything else is written. */
function prepare(database: Database): void {
  migrate(database)
  database.transaction(() => {
    endUnfinishedActions(database)
    endUnfinishedBatches(database)
  })
}

/** Makes a file where there is none; nobody but its owner reads it. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

const newer =
  'A newer Sessiondeck wrote the action log, so no action is sent. Start that one, or move history.db away.'
const cannotOpen =
  'The action log cannot be opened, so no action is sent. Check that its folder can be written and has room.'

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
}
