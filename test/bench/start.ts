import { fileURLToPath } from 'node:url'
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs'
import { benchConfig } from './config'
import { startFeed } from './feed'
import { type Figure, figureOf } from './figures'
import { type Launch, launchOnce, launchTwice, withConfig } from './launch'
import { median, type Round } from './statistics'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const bareFolder = fileURLToPath(new URL('./bare', import.meta.url))

const startRounds = 5
const largeRounds = 3
const firstRow = '[role="grid"] tbody tr, [role="grid"] [role="gridcell"]'

/**
 * Start to the first painted row, and memory afterwards, against a bare Electron window that painted. The first start has
 * a new user-data folder, so Chromium's caches are cold; the second one has what the first left in it. The operating
 * system's caches are warm, for both.
 */
export async function measureStart(runtime: ElectronRuntime): Promise<Figure[]> {
  const feed = await startFeed()
  const bare: Launch = { folder: bareFolder, args: [], selector: 'main' }
  try {
    return await withConfig(benchConfig(feed.url), async (file) => {
      const own: Launch = { folder: projectFolder, args: ['--config', file], selector: firstRow }
      const twice = async () => ({
        bare: await launchTwice(runtime, bare),
        own: await launchTwice(runtime, own),
      })
      const once = async () => ({
        bare: await launchOnce(runtime, bare),
        own: await launchOnce(runtime, own),
      })
      await feed.show(100, 1)
      // The first start of all reads the runtime from the disk.
      await once()
      const small = await repeated(startRounds, twice)
      await feed.show(50_000, 500)
      const large = await repeated(largeRounds, once)
      return [
        figure(
          'Cold start to the first painted row, against a bare window',
          1.9,
          'ms',
          small,
          ({ first }) => first.paintedAfterMs,
        ),
        figure('The same at the second start', 1.7, 'ms', small, ({ secondMs }) => secondMs),
        figure(
          'Memory with 100 sessions, against a bare window',
          1.4,
          'MB',
          small,
          ({ first }) => first.memoryMb,
        ),
        figure(
          'Memory with 50,000 sessions, against a bare window',
          1.8,
          'MB',
          large,
          ({ memoryMb }) => memoryMb,
        ),
      ]
    })
  } finally {
    feed.stop()
  }
}

async function repeated<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let round = 0; round < count; round++) done.push(await work())
  return done
}

function figure<T>(
  name: string,
  aim: number,
  unit: string,
  pairs: readonly { bare: T; own: T }[],
  of: (started: T) => number,
): Figure {
  const rounds = pairs.map(({ bare, own }): Round => ({ measured: of(own), against: of(bare) }))
  const own = median(rounds.map((round) => round.measured)).toFixed(0)
  const bare = median(rounds.map((round) => round.against)).toFixed(0)
  return figureOf({ name, rounds, aim, detail: `${own} ${unit} against ${bare} ${unit}` })
}
