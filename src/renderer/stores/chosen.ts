import type { Choice, Stretch } from '../../shared/list/choice'
import type { SessionKey } from '../../shared/session'

const nobody: ReadonlySet<SessionKey> = new Set()

/**
 * The sessions that a person chose in the list. Those of a stretch are not here by their keys, which may be 50,000: the
 * watch thread has them, and tells which of the sessions that the window has are among them.
 */
export class Chosen {
  readonly stretch: Stretch | null
  /** Those that are chosen one by one. */
  readonly #keys: ReadonlySet<SessionKey>
  /** Those of the stretch that are not chosen. */
  readonly #except: ReadonlySet<SessionKey>
  /** Those of the stretch that the window has. */
  readonly #inStretch: ReadonlySet<SessionKey>

  private constructor(
    keys: ReadonlySet<SessionKey>,
    stretch: Stretch | null = null,
    inStretch = nobody,
    except = nobody,
  ) {
    this.#keys = keys
    this.stretch = stretch
    this.#inStretch = inStretch
    this.#except = except
  }

  static readonly none = new Chosen(nobody)

  static of(keys: Iterable<SessionKey>): Chosen {
    return new Chosen(new Set(keys))
  }

  /** `known`: those of the stretch that the window has. */
  static inStretch(stretch: Stretch, known: Iterable<SessionKey>): Chosen {
    return new Chosen(nobody, stretch, new Set(known))
  }

  get size(): number {
    const { stretch } = this
    return this.#keys.size + (stretch ? stretch.to - stretch.from - this.#except.size : 0)
  }

  /** Whether a session is chosen, of which the window knows; of others nobody here can tell. */
  has(key: SessionKey): boolean {
    return this.#keys.has(key) || (this.#inStretch.has(key) && !this.#except.has(key))
  }

  /** Whom that is, for the watch thread. There must be somebody. */
  get choice(): Choice {
    const keys = [...this.#keys]
    const { stretch } = this
    return stretch
      ? { kind: 'stretch', stretch, except: [...this.#except], also: keys }
      : { kind: 'sessions', keys }
  }

  /** The same with that session, or without it. */
  toggled(key: SessionKey): Chosen {
    const inStretch = this.#inStretch.has(key)
    const changed = new Set(inStretch ? this.#except : this.#keys)
    if (!changed.delete(key)) changed.add(key)
    return inStretch
      ? new Chosen(this.#keys, this.stretch, this.#inStretch, changed)
      : new Chosen(changed, this.stretch, this.#inStretch, this.#except)
  }

  /** The same where the window has others of the stretch. */
  knowing(known: ReadonlySet<SessionKey>): Chosen {
    return new Chosen(this.#keys, this.stretch, known, this.#except)
  }
}
