import type { BackgroundWork, WorkSource } from './background-work'

/** Has a frame of output parsed; calls `done` when that is over. */
type Parse = (done: () => void) => void

/**
 * A terminal's output on its way to its parser, in order: at once while the terminal has the focus, else one frame at a
 * time and in turn with the others, so that their floods do not keep the echo of a key waiting.
 */
export class OutputFeed implements WorkSource {
  readonly #work: BackgroundWork
  #waiting: Parse[] = []
  #hasFocus = false
  /** Ends the turn that this terminal has now. */
  #endTurn: (() => void) | null = null

  constructor(work: BackgroundWork) {
    this.#work = work
  }

  /** A frame of output came. */
  push(parse: Parse): void {
    if (this.#hasFocus) {
      parse(() => undefined)
      return
    }
    this.#waiting.push(parse)
    this.#work.join(this)
  }

  /** The focus came or went. */
  setFocus(hasFocus: boolean): void {
    this.#hasFocus = hasFocus
    if (!hasFocus) return
    const waiting = this.#waiting
    this.stop()
    for (const parse of waiting) parse(() => undefined)
  }

  take(done: () => void): boolean {
    const parse = this.#waiting.shift()
    if (!parse) {
      done()
      return false
    }
    const endTurn = () => {
      if (this.#endTurn !== endTurn) return
      this.#endTurn = null
      done()
    }
    this.#endTurn = endTurn
    parse(endTurn)
    return this.#waiting.length > 0
  }

  /** Forgets what waits, and ends its turn: a terminal that is gone may never call back. */
  stop(): void {
    this.#waiting = []
    this.#work.leave(this)
    this.#endTurn?.()
  }
}
