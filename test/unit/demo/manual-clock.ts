import type { Clock } from '../../../src/demo/clock'

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #nowMs: number
  #tasks: { dueMs: number; run: () => void }[] = []

  constructor(nowMs = Date.UTC(2026, 0, 15, 12)) {
    this.#nowMs = nowMs
  }

  now(): number {
    return this.#nowMs
  }

  schedule(delayMs: number, run: () => void): () => void {
    const task = { dueMs: this.#nowMs + delayMs, run }
    this.#tasks.push(task)
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task)
    }
  }

  /** Lets time pass, running what falls due in its order. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms
    for (;;) {
      const next = this.#tasks.filter((task) => task.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
      if (!next) break
      this.#tasks = this.#tasks.filter((task) => task !== next)
      this.#nowMs = next.dueMs
      next.run()
    }
    this.#nowMs = endMs
  }
}
