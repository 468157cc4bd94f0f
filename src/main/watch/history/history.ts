import { chmodSync, closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { historyFileText } from '../../../shared/text/history-file'
import { isMissing } from '../../lib/errno'
import { endUnfinishedActions } from './action-store'
import { endUnfinishedBatches } from './batch-store'
import { codeForLog, Database, isDamaged, isLocked } from './database'
import { migrate, NewerDatabase } from './migrations'
import { forgetOld } from './retention'

/** What the history depends on. */
type HistoryParts = {
  /** The file; its folder is made where there is none. */
  file: string
  /** Epoch ms. */
  now(): number
  /** One sentence for the log file. */
  warn(line: string): void
}

/** Which files lie where a database's are; `null`: none. */
type Place = Readonly<Record<'database' | 'journal' | 'index', string | null>>

/** What happened to the file. `aside`: the name of the file that was kept beside it. */
type Problem =
  | { kind: 'newer' | 'locked' | 'unwritable' | 'deleted' | 'replaced' }
  | { kind: 'damaged'; aside: string }
  | { kind: 'copied'; aside: string; actions: number }

const nowhere: Place = { database: null, journal: null, index: null }

/**
 * The embedded database of a person's own actions. Opened when it is first used. A file that is damaged is kept beside
 * the new one that is begun; a file that cannot be opened is tried again with every use. One that is deleted or replaced
 * while it is open would go on taking records that nobody finds: what is at its place is opened instead.
 */
export class History {
  readonly #parts: HistoryParts
  #database: Database | null = null
  /** What is open: the database, its journal and the journal's index. */
  #place: Place = nowhere
  #problem: Problem | null = null
  #closed = false

  constructor(parts: HistoryParts) {
    this.#parts = parts
  }

  /** What a person should know about the file; `null`: all is well. */
  get problem(): string | null {
    return this.#problem && problemText(this.#problem)
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
    if (this.#database && !this.#isInPlace()) this.#leave(this.#database)
    if (this.#database) return this.#database
    const { file } = this.#parts
    let database: Database | null = null
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      // Made before the driver makes it: the files beside it get its permissions.
      makePrivate(file)
      database = new Database(file)
      prepare(database)
      this.#forgetOld(database)
      this.#database = database
      this.#place = placeOf(file)
      if (this.#problem !== null && cannotBeUsed.has(this.#problem.kind)) this.#problem = null
      return database
    } catch (cause) {
      database?.close()
      if (!isDamaged(cause)) this.#failed(cause)
      throw cause
    }
  }

  #isInPlace(): boolean {
    const { database, journal } = placeOf(this.#parts.file)
    return database === this.#place.database && journal === this.#place.journal
  }

  /** Closes files that are no longer where they were. */
  #leave(database: Database): void {
    const { file } = this.#parts
    const now = placeOf(file)
    const then = this.#place
    // Only the journal is missing: what is in it goes where it belongs.
    if (now.database === then.database) database.all('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#release()
    if (now.database === then.database) return
    // Whatever is opened there would take them for its own.
    if (now.journal === then.journal) rmSync(`${file}-wal`, { force: true })
    if (now.index === then.index) rmSync(`${file}-shm`, { force: true })
    this.#tell({ kind: now.database === null ? 'deleted' : 'replaced' })
  }

  #failed(cause: unknown): void {
    const cannotOpen = isLocked(cause) ? 'locked' : 'unwritable'
    const kind = cause instanceof NewerDatabase ? 'newer' : cannotOpen
    if (this.#problem?.kind === kind) return
    this.#problem = { kind }
    this.#parts.warn(`${problemText(this.#problem)} (${codeForLog(cause)})`)
  }

  #tell(problem: Problem): void {
    this.#problem = problem
    this.#parts.warn(problemText(problem))
  }

  #forgetOld(database: Database): void {
    forgetOld(database, this.#parts.now(), (count) => this.#keepCopy(database, count))
  }

  /** Copies the log before many actions are forgotten. Returns whether that worked. */
  #keepCopy(database: Database, count: number): boolean {
    const { warn } = this.#parts
    const { name, aside } = this.#aside('before')
    try {
      makePrivate(aside)
      database.copyTo(aside)
    } catch (cause) {
      if (isDamaged(cause)) throw cause
      rmSync(aside, { force: true })
      warn(`Old actions were not forgotten: the log could not be copied first (${codeForLog(cause)}).`)
      return false
    }
    this.#tell({ kind: 'copied', aside: name, actions: count })
    return true
  }

  /** A name beside the file, with what it is and the time in it. */
  #aside(what: string): { name: string; aside: string } {
    const { file, now } = this.#parts
    const name = `${path.basename(file)}.${what}-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`
    return { name, aside: path.join(path.dirname(file), name) }
  }

  #startOver(): void {
    const { file } = this.#parts
    this.#release()
    const { name, aside } = this.#aside('broken')
    renameSync(file, aside)
    // What only its journal holds belongs to it; the index of that journal is rebuilt.
    moveIfThere(`${file}-wal`, `${aside}-wal`)
    rmSync(`${file}-shm`, { force: true })
    this.#tell({ kind: 'damaged', aside: name })
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

/** A file as the system tells it from every other; `null` where there is none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

/** The files of a database, as they are now. */
function placeOf(file: string): Place {
  return {
    database: identityOf(file),
    journal: identityOf(`${file}-wal`),
    index: identityOf(`${file}-shm`),
  }
}

/** Makes a file where there is none; nobody but its owner reads it. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/** What has ended once the file was opened. */
const cannotBeUsed: ReadonlySet<Problem['kind']> = new Set(['newer', 'locked', 'unwritable'])

function problemText(problem: Problem): string {
  if (problem.kind === 'damaged') return historyFileText.damaged(problem.aside)
  if (problem.kind === 'copied') return historyFileText.copied(problem.actions, problem.aside)
  return historyFileText[problem.kind]
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (cause) {
    if (!isMissing(cause)) throw cause
  }
}
