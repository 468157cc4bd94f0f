import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'

/** So many actions are remembered. */
const kept = 500

/**
 * An action for the log. `identities`: what its session's human is known by (user name, ids, keys, hwid, job), so that
 * a later look for that human finds it; given with the first write of an action.
 */
export type LogEntry = { action: Action; identities?: readonly string[] }

/**
 * What was asked for and what became of it. What is written is durable when the call returns; where it cannot be kept,
 * the call throws.
 */
export class ActionLog {
  readonly #actions = new Map<string, Action>()
  readonly #batches = new Map<string, Batch>()
  readonly #emit: (action: Action) => void

  /** `emit` hears of every new action and every new outcome. */
  constructor(emit: (action: Action) => void) {
    this.#emit = emit
  }

  /** Adds an action, or replaces it with its new outcome. Throws where it cannot be kept. */
  write(action: Action, identities: readonly string[] = []): void {
    this.writeAll([{ action, identities }])
  }

  /** Adds or replaces actions, all of them or none. Throws where they cannot be kept. */
  writeAll(entries: readonly LogEntry[]): void {
    for (const { action } of entries) this.#actions.set(action.id, action)
    for (const oldest of this.#actions.keys()) {
      if (this.#actions.size <= kept) break
      this.#actions.delete(oldest)
    }
    for (const { action } of entries) this.#emit(action)
  }

  /** Adds a bulk action, or replaces it with its new state. Throws where it cannot be kept. */
  writeBatch(batch: Batch): void {
    this.#batches.set(batch.id, batch)
  }

  /** The bulk actions, oldest first. */
  batches(): Batch[] {
    return [...this.#batches.values()]
  }

  /** All that are remembered, oldest first. */
  list(): Action[] {
    return [...this.#actions.values()]
  }
}
