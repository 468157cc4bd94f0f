import type { ScopeKey } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import type { Clock } from '../../clock'

/** Time within which changes are sent together, ms. */
const gatherMs = 100

/** Gathers what changed, so that fifty scopes that answer at once are one event. */
export class HealthFeed {
  readonly #clock: Clock
  readonly #emit: (event: { changed: ScopeHealth[]; removed: ScopeKey[] }) => void
  readonly #changed = new Map<ScopeKey, () => ScopeHealth>()
  readonly #removed = new Set<ScopeKey>()
  #cancel: (() => void) | null = null

  constructor(clock: Clock, emit: (event: { changed: ScopeHealth[]; removed: ScopeKey[] }) => void) {
    this.#clock = clock
    this.#emit = emit
  }

  /** Notes that a scope's health changed; `read` is called when the event is sent. */
  changed(scope: ScopeKey, read: () => ScopeHealth): void {
    this.#removed.delete(scope)
    this.#changed.set(scope, read)
    this.#arm()
  }

  /** Notes that a scope is no longer watched. */
  removed(scope: ScopeKey): void {
    this.#changed.delete(scope)
    this.#removed.add(scope)
    this.#arm()
  }

  #arm(): void {
    this.#cancel ??= this.#clock.schedule(gatherMs, () => {
      this.#cancel = null
      const event = {
        changed: Array.from(this.#changed.values(), (read) => read()),
        removed: [...this.#removed],
      }
      this.#changed.clear()
      this.#removed.clear()
      this.#emit(event)
    })
  }
}
