import { randomUUID } from 'node:crypto'
import { dropOldest } from '../../../shared/drop-oldest'
import type { SessionKey } from '../../../shared/session'

/** Most choices that are kept, the latest ones; a person decides about one at a time. */
const choicesKept = 4

/** Sessions that somebody is about to act on, each choice under a name, so that thousands of keys stay in this thread. */
export class RememberedSessions {
  readonly #byName = new Map<string, readonly SessionKey[]>()

  /** Remembers these; answers with their name. */
  add(keys: readonly SessionKey[]): string {
    const name = randomUUID()
    this.#byName.set(name, keys)
    dropOldest(this.#byName, choicesKept)
    return name
  }

  /** The sessions of a name; `null` once they are forgotten. */
  get(name: string): readonly SessionKey[] | null {
    return this.#byName.get(name) ?? null
  }
}
