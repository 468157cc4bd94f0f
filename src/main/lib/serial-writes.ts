/** Writes to one file or folder, one at a time in the order requested. */
export class SerialWrites {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `write` after those before it, also after one that failed. @throws what `write` throws */
  run<T>(write: () => Promise<T>): Promise<T> {
    const written = this.#last.then(write)
    this.#last = written.catch(() => undefined)
    return written
  }

  /** Resolves when everything requested so far is done. */
  async settled(): Promise<void> {
    await this.#last
  }
}
