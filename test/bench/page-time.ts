import type { CDPSession } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 3
/** Three heartbeats, ms. */
const measuredMs = 6_000
/** Until the list that was just filled is no longer being drawn, ms. */
const settleMs = 3_000

/**
 * Processor time of the page's main thread while heartbeats come in and nobody does anything: 50,000 sessions against
 * 100. Unlike a time on the clock it says little about what else the machine does.
 */
export async function measurePageTime({ page, show }: BenchWindow): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busyMs = async (sessions: number) => {
    await show(sessions)
    await page.waitForTimeout(settleMs)
    const before = await threadTime(session)
    await page.waitForTimeout(measuredMs)
    const after = await threadTime(session)
    return (1_000 * (after.busy - before.busy)) / (after.at - before.at)
  }
  const seen: Round[] = []
  for (let round = 0; round < rounds; round++) {
    const against = await busyMs(100)
    seen.push({ measured: await busyMs(50_000), against })
  }
  await session.detach()
  const perSecond = (values: readonly number[]) => `${median(values).toFixed(0)} ms a second`
  return [
    figureOf({
      name: 'Processor time of the page with 50,000 sessions, against 100',
      rounds: seen,
      aim: 1.2,
      detail: `${perSecond(seen.map((one) => one.measured))} against ${perSecond(seen.map((one) => one.against))}`,
    }),
  ]
}

/** Processor time of the page's main thread so far, and when that was, seconds. */
async function threadTime(session: CDPSession): Promise<{ busy: number; at: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { busy: read('ThreadTime'), at: read('Timestamp') }
}
