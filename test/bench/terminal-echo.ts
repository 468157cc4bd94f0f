import { type Figure, figureOf } from './figures'
import { median, quantile, type Round } from './statistics'
import type { TerminalLab } from './terminal-lab'

const rounds = 3
const keysPerRound = 200
/** Between one echo and the next key, ms: a person is not faster. */
const betweenKeysMs = 15
/** Until what was started or stopped shows, ms. */
const settleMs = 1_500

/**
 * From a key to its echo, parsed, while a tab in the background prints as fast as it can and 50,000 sessions are polled
 * every two seconds; against the same window with both of them still, and each alone.
 * The 99th percentile of a round.
 */
export async function measureEcho(lab: TerminalLab): Promise<Figure[]> {
  const { page, open, send, show, pause, file } = lab
  // A section before this one may have stopped the heartbeats.
  await pause(false)
  await show(50_000)
  const flood = await open()
  const typing = await open()
  // The terminal driver alone echoes here, no line editor.
  await send(typing.tab, ' cat > /dev/null\r')
  await page.waitForTimeout(500)

  const p99 = async () => {
    const times: number[] = []
    for (let key = 0; key < keysPerRound; key++) {
      const echoed = page.evaluate((tab) => {
        const stream = globalThis.bench.streams[tab]
        const before = stream?.parsed ?? 0
        return globalThis.bench.parsed(() => stream !== undefined && stream.parsed > before)
      }, typing.tab)
      await page.keyboard.press('x')
      times.push((await echoed) - (await page.evaluate(() => globalThis.bench.pressedAt)))
      await page.waitForTimeout(betweenKeysMs)
    }
    await send(typing.tab, '\r')
    return quantile(times, 0.99)
  }

  const seen = { idle: [] as number[], flood: [] as number[], sessions: [] as number[], both: [] as number[] }
  const startFlood = () => send(flood.tab, ` while cat ${file.path}; do :; done\r`)
  const stopFlood = () => send(flood.tab, '\x03')
  for (let round = 0; round < rounds; round++) {
    await pause(true)
    await page.waitForTimeout(settleMs)
    seen.idle.push(await p99())
    await startFlood()
    await page.waitForTimeout(settleMs)
    seen.flood.push(await p99())
    await pause(false)
    seen.both.push(await p99())
    await stopFlood()
    await page.waitForTimeout(settleMs)
    seen.sessions.push(await p99())
  }
  await send(typing.tab, '\x04')
  const ms = (values: readonly number[]) => `${median(values).toFixed(1)} ms`
  const figure = (name: string, busy: readonly number[], aim: number | null) =>
    figureOf({
      name: `Key to echo p99 beside ${name}, against idle`,
      rounds: busy.map((measured, round): Round => ({ measured, against: seen.idle[round] ?? Number.NaN })),
      aim,
      detail: `${ms(busy)} against ${ms(seen.idle)}`,
    })
  return [
    figure('a flood and 50,000 sessions', seen.both, 2.5),
    figure('a flood alone', seen.flood, null),
    figure('50,000 sessions alone', seen.sessions, 1.5),
  ]
}
