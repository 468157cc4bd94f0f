import type { Gap } from '../providers/provider'

/**
 * The scripts of a scope whose sessions could not be seen while others could. A session that is found there after a while
 * was there before and is no news, though the scope as a whole was never silent.
 */
export class BlindScripts {
  readonly #outageMs: number
  /** When each was last readable, elapsed ms. */
  readonly #since = new Map<string, number>()
  #sweptAt = Number.NEGATIVE_INFINITY

  /** `outageMs`: how long a script may be unreadable until its arrivals are no news. */
  constructor(outageMs: number) {
    this.#outageMs = outageMs
  }

  /** Whether every script is readable, as nearly always. */
  get areNone(): boolean {
    return this.#since.size === 0
  }

  /** Whether sessions of this script that are found at `now`, elapsed ms, may have come long before. */
  isOld(scriptId: string | null, now: number): boolean {
    if (scriptId === null) return false
    const since = this.#since.get(scriptId)
    return since !== undefined && now - since > this.#outageMs
  }

  /** A sweep with these gaps is complete at `now`, elapsed ms. */
  swept(gaps: readonly Gap[], now: number): void {
    const blind = new Set(
      gaps.flatMap(({ scriptId, blind }) => (blind && scriptId !== null ? [scriptId] : [])),
    )
    for (const scriptId of this.#since.keys()) if (!blind.has(scriptId)) this.#since.delete(scriptId)
    for (const scriptId of blind) if (!this.#since.has(scriptId)) this.#since.set(scriptId, this.#sweptAt)
    this.#sweptAt = now
  }
}
