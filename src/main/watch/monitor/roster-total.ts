/** How many sessions are live; told when it is another number. */
export class RosterTotal {
  readonly #tell: (live: number) => void
  #last = 0

  constructor(tell: (live: number) => void) {
    this.#tell = tell
  }

  /** There are so many now. */
  set(live: number): void {
    if (live === this.#last) return
    this.#last = live
    this.#tell(live)
  }
}
