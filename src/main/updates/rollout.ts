import { z } from 'zod'
import { fileVersion, readOwnFile, writeAtomically } from '../settings/files'

const drawSchema = z.object({
  version: fileVersion(1),
  release: z.string(),
  /** From 0 to below 100. */
  percent: z.number().min(0).max(100),
})

/**
 * Which computers get a version first, where it is released in steps. Each draws a number of its own for each version and
 * keeps it: nothing is sent, and nothing lasts that could tell two computers apart.
 */
export class Rollout {
  readonly #file: string
  readonly #random: () => number
  #draw: { release: string; percent: number } | null

  /** `file`: where the draw is kept. `random`: from 0 to below 1. */
  constructor(file: string, random: () => number) {
    this.#file = file
    this.#random = random
    this.#draw = readOwnFile(file, drawSchema).value
  }

  /** Whether this computer is among the first `percentage` (0 to 100) for a version. */
  async includes(release: string, percentage: number): Promise<boolean> {
    if (this.#draw?.release !== release) {
      this.#draw = { release, percent: this.#random() * 100 }
      const text = `${JSON.stringify({ version: 1, ...this.#draw })}\n`
      // Kept for this run all the same.
      await writeAtomically(this.#file, text).catch(() => undefined)
    }
    return this.#draw.percent < percentage
  }
}
