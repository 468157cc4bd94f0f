import type { Clock } from '../../src/main/clock'

/** A clock that stands still until a test moves it. */
export type FakeClock = Clock & {
  /** Moves time by `ms`, running due timers in order, and lets promises settle after each. */
  advance(ms: number): Promise<void>
  /** Moves time by `ms` without running anything, as a machine that sleeps does; the next `advance` fires late. */
  sleep(ms: number): void
  /** Sets the wall clock forward by `ms`, or back by a negative one; nothing else notices. */
  jump(ms: number): void
  /** How many timers wait. */
  pending(): number
}

/** Lets promises and messages between ports settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A {@link FakeClock} that starts at `startMs` (epoch ms). */
export function createFakeClock(startMs = 1_800_000_000_000): FakeClock {
  // What timers go by; the wall clock is set beside it.
  let now = 0
  let wallAheadMs = startMs
  let nextId = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  const earliest = (until: number) => {
    let found: { id: number; at: number; run: () => void } | null = null
    for (const [id, timer] of timers)
      if (timer.at <= until && (found === null || timer.at < found.at)) found = { id, ...timer }
    return found
  }
  return {
    now: () => now + wallAheadMs,
    monotonicMs: () => now,
    schedule(delayMs, run) {
      const id = nextId++
      timers.set(id, { at: now + Math.max(0, delayMs), run })
      return () => {
        timers.delete(id)
      }
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let timer = earliest(until); timer; timer = earliest(until)) {
        now = Math.max(now, timer.at)
        timers.delete(timer.id)
        timer.run()
        await settle()
      }
      now = until
    },
    sleep(ms) {
      now += ms
    },
    jump(ms) {
      wallAheadMs += ms
    },
    pending: () => timers.size,
  }
}
