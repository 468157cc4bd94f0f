/** Least time between changes of the number, ms: rosters change often, and each costs D-Bus traffic on Linux. */
const redrawMs = 1_000

/** The number of live sessions on the app's icon in the dock or launcher, where the system has such a number. */
export class Badge {
  readonly #show: (count: number) => void
  #on: boolean
  #live = 0
  #shown = 0
  #timer: NodeJS.Timeout | null = null

  /** @param show shows a number; 0 shows none */
  constructor(show: (count: number) => void, on: boolean) {
    this.#show = show
    this.#on = on
  }

  setOn(on: boolean): void {
    if (on === this.#on) return
    this.#on = on
    this.#draw()
  }

  setLive(count: number): void {
    this.#live = count
    if (this.#on) this.#timer ??= setTimeout(() => this.#draw(), redrawMs)
  }

  /** Takes the number away: nobody counts any more. */
  end(): void {
    this.setOn(false)
  }

  #draw(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const count = this.#on ? this.#live : 0
    if (count === this.#shown) return
    this.#shown = count
    this.#show(count)
  }
}
