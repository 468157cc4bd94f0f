import { fileURLToPath } from 'node:url'
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs'
import { benchConfig } from './config'
import { startFeed } from './feed'
import { type Figure, figureOf } from './figures'
import { type Launch, launchTwice, type Started, withConfig } from './launch'
import { median, type Round } from './statistics'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const bareFolder = fileURLToPath(new URL('./bare', import.meta.url))

const startRounds = 5
const largeRounds = 3
/** Long enough for what comes after the first paint, and for a large roster to be all there. */
const settleMs = 3_000
const firstRow = '[role="grid"] tbody tr, [role="grid"] [role="gridcell"]'

type Pair = { bare: Started; own: Started }
type Pairs = { first: Pair[]; second: Pair[] }

/**
 * Start to the first painted row, and memory afterwards, against a bare Electron window that painted. The first start has
 * a new user-data folder, so Chromium's caches are cold; the second one has what the first left in it. The operating
 * system's caches are warm, for both.
 */
export async function measureStart(runtime: ElectronRuntime): Promise<Figure[]> {
  const feed = await startFeed()
  const bare: Launch = { folder: bareFolder, args: [], selector: 'main', settleMs }
  try {
    return await withConfig(benchConfig(feed.url), async (file) => {
      const own: Launch = { folder: projectFolder, args: ['--config', file], selector: firstRow, settleMs }
      const pairs = async (count: number): Promise<Pairs> => {
        const done: Pairs = { first: [], second: [] }
        for (let round = 0; round < count; round++) {
          const of = { bare: await launchTwice(runtime, bare), own: await launchTwice(runtime, own) }
          done.first.push({ bare: of.bare.first, own: of.own.first })
          done.second.push({ bare: of.bare.second, own: of.own.second })
        }
        return done
      }
      await feed.show(100, 1)
      // The first start of all reads the runtime from the disk.
      await pairs(1)
      const small = await pairs(startRounds)
      await feed.show(50_000, 500)
      const large = await pairs(largeRounds)
      return [
        figure(
          'Cold start to the first painted row, against a bare window',
          small.first,
          'paintedAfterMs',
          1.9,
          'ms',
        ),
        figure('The same at the second start', small.second, 'paintedAfterMs', 1.7, 'ms'),
        figure('Memory with 100 sessions, against a bare window', small.first, 'memoryMb', 1.4, 'MB'),
        figure('Memory with 50,000 sessions, against a bare window', large.first, 'memoryMb', 1.8, 'MB'),
      ]
    })
  } finally {
    feed.stop()
  }
}

function figure(name: string, pairs: Pair[], of: keyof Started, aim: number, unit: string): Figure {
  const rounds = pairs.map(({ bare, own }): Round => ({ measured: own[of], against: bare[of] }))
  const own = median(rounds.map((round) => round.measured)).toFixed(0)
  const bare = median(rounds.map((round) => round.against)).toFixed(0)
  return figureOf({ name, rounds, aim, detail: `${own} ${unit} against ${bare} ${unit}` })
}
