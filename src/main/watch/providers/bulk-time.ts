import { bulkShare, type RateWindow, roomIn } from './rate-window'

/** A window and when what it holds left, ms in order. */
type Held = RateWindow & { all: readonly number[]; bulk: readonly number[] }

/**
 * A long bulk action goes on as it began: once every window is full, the slowest one lets its share go each time that it
 * is over. So only the requests until then, and what is left of its last period, need to be counted one by one.
 */
function skipWholePeriods(
  requests: number,
  windows: readonly RateWindow[],
): { planned: number; skippedMs: number } {
  const paceOfOne = ({ limit, perMs }: RateWindow) => perMs / bulkShare(limit)
  const [slowest] = [...windows].sort((a, b) => paceOfOne(b) - paceOfOne(a))
  if (!slowest) return { planned: Math.min(requests, 1), skippedMs: 0 }
  const share = bulkShare(slowest.limit)
  const untilFull = share + Math.max(...windows.map(({ limit }) => bulkShare(limit)))
  const periods = Math.max(0, Math.floor((requests - untilFull) / share))
  return { planned: requests - periods * share, skippedMs: periods * slowest.perMs }
}

/**
 * When the last of `requests` requests of a bulk action leaves, if its first leaves at `firstAt` and nothing else does; ms, by
 * the clock of `firstAt` and the windows.
 */
export function lastLeavesAt(requests: number, firstAt: number, windows: readonly Held[]): number {
  const { planned, skippedMs } = skipWholePeriods(requests, windows)
  const filling = windows.map((window) => ({ ...window, all: [...window.all], bulk: [...window.bulk] }))
  let at = firstAt
  for (let left = planned; left > 1; left -= 1) {
    const leftAt = at
    for (const { all, bulk, limit, perMs } of filling) {
      all.push(leftAt)
      bulk.push(leftAt)
      const room = Math.max(roomIn(all, limit, perMs, leftAt), roomIn(bulk, bulkShare(limit), perMs, leftAt))
      at = Math.max(at, leftAt + room)
    }
  }
  return at + skippedMs
}
