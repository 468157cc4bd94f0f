import type { Action } from '../../../shared/action'
import type { LogPage, LogQuery } from '../../../shared/action-log'
import type { Batch, MessageTemplate } from '../../../shared/bulk'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import { historyFileText } from '../../../shared/text/history-file'
import {
  type ActionEntry,
  actionsOfBatch,
  actionsOfIdentity,
  actionsOfSession,
  searchActions,
  writeActions,
} from '../history/action-store'
import { listBatches, messagesOfBatch, writeBatch } from '../history/batch-store'
import { codeForLog, type Database, isLocked } from '../history/database'
import type { History } from '../history/history'

/** Most unwritten outcomes that are remembered. */
const mostUnwritten = 500
/** Delay before unwritten outcomes are tried again, ms; also tried with the next write that works. */
const tryAgainMs = 5_000
/** Writes after which old actions are forgotten; also done at the start. */
const writesUntilForgetting = 5_000

/** What the log depends on. */
type ActionLogParts = {
  history: History
  /** Called with every new action and every new outcome. */
  emit(action: Action): void
  /** One line for the log file. */
  warn(line: string): void
  /** Runs something once after `delayMs`. */
  schedule(delayMs: number, run: () => void): void
}

const unreadable = (): AppError => ({
  kind: 'internal',
  message: historyFileText.unreadable,
})

/** The error of an action that was not recorded, and so never sent. */
export const notRecorded = (cause: unknown): AppError => ({
  kind: 'internal',
  message: isLocked(cause) ? historyFileText.notRecordedLocked : historyFileText.notRecorded,
})

/** The actions and what became of them, in the embedded database. */
export class ActionLog {
  readonly #parts: ActionLogParts
  /** Outcomes that the file could not take yet: answers have them in place of what it says. */
  readonly #unwritten = new Map<string, Action>()
  #writes = 0
  #isTrying = false

  constructor(parts: ActionLogParts) {
    this.#parts = parts
  }

  /**
   * Adds an action, or replaces it with its new outcome. It is durable when the call returns. `identities`: what identifies
   * its session's person (user name, ids, keys, hwid, job), with the first write; the file has hashes of them.
   *
   * @throws where it cannot be kept; no listener gets the action then, and its request must not leave
   */
  write(action: Action, identities: readonly string[] = []): void {
    this.writeAll([{ action, identities }])
  }

  /** The same for many at once, all of them or none. */
  writeAll(entries: readonly ActionEntry[]): void {
    this.#keep(entries)
    this.#tell(entries)
  }

  /**
   * The same for actions that wait for their turn. There is no event for each, and they are none of the latest: their bulk
   * action says how many they are.
   */
  writePlanned(entries: readonly ActionEntry[]): void {
    this.#keep(entries)
  }

  /**
   * Adds an action that waits for its turn, without an event. Returns an error where it cannot be kept: nothing may be sent
   * then.
   */
  plan(action: Action, identities: readonly string[] = []): Result<void> {
    return this.#recorded(() => this.writePlanned([{ action, identities }]))
  }

  /** The same for one that is about to leave, or whose wait is to be shown. */
  record(action: Action, identities: readonly string[] = []): Result<void> {
    return this.#recorded(() => this.write(action, identities))
  }

  /** What became of an action that has left; see {@link settleAll}. */
  settle(action: Action): void {
    this.settleAll([action])
  }

  /**
   * Takes in the outcomes of actions that have left: listeners get them even where they cannot be written, and they are
   * written as soon as they can. After a restart before that they read *unknown*.
   */
  settleAll(actions: readonly Action[]): void {
    const entries = actions.map((action) => ({ action }))
    try {
      this.writeAll(entries)
    } catch (cause) {
      this.#parts.warn(`The outcome of an action could not be recorded (${codeForLog(cause)}).`)
      for (const action of actions)
        if (this.#unwritten.size < mostUnwritten) this.#unwritten.set(action.id, action)
      this.#tryAgain()
      this.#tell(entries)
    }
  }

  /**
   * Adds a bulk action with its `messages`, or replaces it with its new state. Durable when it returns, throws where it
   * cannot be kept.
   */
  writeBatch(batch: Batch, messages: readonly MessageTemplate[] = []): void {
    this.#parts.history.use((database) => writeBatch(database, batch, messages))
  }

  /** A page of everything that is kept, newest first. */
  search(query: LogQuery): Result<LogPage> {
    return this.#read((database) => {
      const page = searchActions(database, query)
      return { ...page, actions: this.#withUnwritten(page.actions) }
    })
  }

  /** The latest actions about a session, oldest first; none where the file cannot be read. */
  about(key: SessionKey): Action[] {
    const found = this.#read((database) => this.#withUnwritten(actionsOfSession(database, key)))
    return found.ok ? found.value : []
  }

  /** The latest bulk actions, newest first. */
  batches(): Result<Batch[]> {
    return this.#read(listBatches)
  }

  /** What a bulk action says, before its variables are filled in. */
  messagesOfBatch(batchId: string): Result<MessageTemplate[]> {
    return this.#read((database) => messagesOfBatch(database, batchId))
  }

  /** All actions of a bulk action, in the order in which they were planned. */
  ofBatch(batchId: string): Result<Action[]> {
    return this.#read((database) => this.#withUnwritten(actionsOfBatch(database, batchId)))
  }

  /**
   * The latest actions about a person whom one of these values identifies, newest first; none where the file
   * cannot be read.
   */
  byIdentity(values: readonly string[]): Action[] {
    const found = this.#read((database) => this.#withUnwritten(actionsOfIdentity(database, values)))
    return found.ok ? found.value : []
  }

  /** What a person should know about the file; `null`: all is well. */
  problem(): string | null {
    return this.#parts.history.problem
  }

  #keep(entries: readonly ActionEntry[]): void {
    this.#parts.history.use((database) => writeActions(database, entries))
    if (this.#unwritten.size > 0) {
      for (const { action } of entries) this.#unwritten.delete(action.id)
      this.#catchUp()
    }
    this.#writes += entries.length
    if (this.#writes < writesUntilForgetting) return
    this.#writes = 0
    this.#parts.history.forgetOld()
  }

  #recorded(write: () => void): Result<void> {
    try {
      write()
      return ok(undefined)
    } catch (cause) {
      this.#parts.warn(`An action could not be recorded and was not sent (${codeForLog(cause)}).`)
      return err(notRecorded(cause))
    }
  }

  #tryAgain(): void {
    if (this.#isTrying) return
    this.#isTrying = true
    this.#parts.schedule(tryAgainMs, () => {
      this.#isTrying = false
      this.#catchUp()
      if (this.#unwritten.size > 0) this.#tryAgain()
    })
  }

  /** Writes what the file could not take before. */
  #catchUp(): void {
    const entries = Array.from(this.#unwritten.values(), (action) => ({ action }))
    if (entries.length === 0) return
    try {
      this.#parts.history.use((database) => writeActions(database, entries))
      this.#unwritten.clear()
    } catch {
      // The warning was logged at the first failure.
    }
  }

  #read<T>(work: (database: Database) => T): Result<T> {
    try {
      return ok(this.#parts.history.use(work))
    } catch (cause) {
      this.#parts.warn(`The action log could not be read (${codeForLog(cause)}).`)
      return err(unreadable())
    }
  }

  #withUnwritten(actions: Action[]): Action[] {
    return this.#unwritten.size === 0 ? actions : actions.map((each) => this.#unwritten.get(each.id) ?? each)
  }

  #tell(entries: readonly ActionEntry[]): void {
    for (const { action } of entries) this.#parts.emit(action)
  }
}
