type Popups = typeof import('./popups')

/** The module of menus, popovers and cards, which the first rows do not wait for. */
class LatePopups {
  #loaded: Popups | null = null
  #loading: Promise<Popups> | null = null
  readonly #waiting = new Set<(popups: Popups) => void>()

  /** `null` until it is there. */
  get loaded(): Popups | null {
    return this.#loaded
  }

  /** Loads it, once. */
  load(): Promise<Popups> {
    this.#loading ??= import('./popups').then((popups) => {
      this.#loaded = popups
      for (const tell of this.#waiting) tell(popups)
      this.#waiting.clear()
      return popups
    })
    return this.#loading
  }

  /** Calls `tell` once it is loaded. Returns how to prevent it. */
  wait(tell: (popups: Popups) => void): () => void {
    this.#waiting.add(tell)
    return () => void this.#waiting.delete(tell)
  }
}

export const latePopups = new LatePopups()
export type { Popups }
