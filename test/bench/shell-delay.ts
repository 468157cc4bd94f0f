import type { ElectronApplication } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 5
const roundMs = 6_000

/**
 * The event loop's delay in Electron's main thread while heartbeats of 50,000 sessions with 1 % change come in every two
 * seconds, against the same application with its pollers paused. The histogram's sampling interval of 1 ms is part of both.
 */
export async function measureShellDelay({ app, show, pause }: BenchWindow): Promise<Figure[]> {
  await show(50_000)
  const pairs: Round[] = []
  for (let round = 0; round < rounds; round++) {
    await pause(true)
    const against = await delayP99(app)
    await pause(false)
    pairs.push({ measured: await delayP99(app), against })
  }
  const busy = median(pairs.map((pair) => pair.measured)).toFixed(2)
  const idle = median(pairs.map((pair) => pair.against)).toFixed(2)
  return [
    figureOf({
      name: 'Event-loop delay p99 of the shell with 50,000 sessions, against idle',
      rounds: pairs,
      aim: 2,
      detail: `${busy} ms against ${idle} ms`,
    }),
  ]
}

/** ms; measured inside the main process, over one round. */
function delayP99(app: ElectronApplication): Promise<number> {
  return app.evaluate(async (_electron, ms) => {
    // A function that comes from outside has no `require`; which way to a built-in module there is depends on the runtime.
    const name = 'node:perf_hooks'
    const hooks = process.getBuiltinModule?.(name) ?? process.mainModule?.require(name)
    const { monitorEventLoopDelay } = hooks as typeof import('node:perf_hooks')
    const histogram = monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    await new Promise((resolve) => setTimeout(resolve, ms))
    histogram.disable()
    return histogram.percentile(99) / 1e6
  }, roundMs)
}
