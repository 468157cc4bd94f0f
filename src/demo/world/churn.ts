import type { Clock } from '../clock'
import type { Crowd } from './population'
import type { Prng } from './prng'

interface ChurnOptions {
  clock: Clock
  prng: Prng
  /** The size around which the crowd hovers. */
  target: number
  /** Mean time between two comings or goings, in milliseconds. */
  meanGapMs: number
}

/** Share of arrivals who were here before. */
const RETURNING = 0.35

/** Keeps a crowd moving until the returned function is called. The same seed and clock give the same story. */
export function startChurn(crowd: Crowd, options: ChurnOptions): () => void {
  const { clock, prng, target, meanGapMs } = options
  let cancel = () => {}
  const scheduleNext = () => {
    const gapMs = Math.min(-Math.log(1 - prng.next()) * meanGapMs, 4 * meanGapMs)
    cancel = clock.schedule(gapMs, () => {
      step(crowd, target, prng)
      scheduleNext()
    })
  }
  if (target > 0) scheduleNext()
  return () => cancel()
}

/** One coming or going. A crowd below its target is likelier to grow, one above it to shrink. */
function step(crowd: Crowd, target: number, prng: Prng): void {
  const pull = (target - crowd.size) / Math.max(target, 4)
  const grows = prng.chance(Math.min(0.9, Math.max(0.1, 0.5 + pull)))
  if (!grows) {
    for (const id of crowd.some(1, prng)) crowd.leave(id)
    return
  }
  if (!(prng.chance(RETURNING) && crowd.comeBack())) crowd.arrive()
}
