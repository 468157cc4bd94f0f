import type { Action } from '../../../shared/action'

/** So many actions are remembered. */
const kept = 500

/** The latest actions with their outcomes, in memory. */
export class ActionLog {
  readonly #actions = new Map<string, Action>()
  readonly #emit: (action: Action) => void

  /** `emit` hears of every new action and every new outcome. */
  constructor(emit: (action: Action) => void) {
    this.#emit = emit
  }

  /** Adds an action, or replaces it with its new outcome. */
  write(action: Action): void {
    this.#actions.set(action.id, action)
    for (const oldest of this.#actions.keys()) {
      if (this.#actions.size <= kept) break
      this.#actions.delete(oldest)
    }
    this.#emit(action)
  }

  /** All that are remembered, oldest first. */
  list(): Action[] {
    return [...this.#actions.values()]
  }
}
