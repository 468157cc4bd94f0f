import { graceMs } from '../../../shared/default-settings'
import type { Clock } from '../../clock'

/** Actions that wait a moment before they leave, so that whoever asked for one can undo it. */
export class Grace {
  readonly #clock: Clock
  readonly #waiting = new Map<string, (leaves: boolean) => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Waits for the action of that name; `false`: it was undone. */
  wait(name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (leaves: boolean) => {
        cancel()
        this.#waiting.delete(name)
        resolve(leaves)
      }
      const cancel = this.#clock.schedule(graceMs, () => end(true))
      this.#waiting.set(name, end)
    })
  }

  /** Has it never leave; `false`: it does not wait, or not any more. */
  undo(name: string): boolean {
    const end = this.#waiting.get(name)
    end?.(false)
    return end !== undefined
  }
}
