import { type Figure, figureOf } from './figures'
import { median, quantile, type Round } from './statistics'
import type { TerminalLab } from './terminal-lab'

const rounds = 3
const keysPerRound = 200
/** Between one echo and the next key, ms: a person is not faster. */
const betweenKeysMs = 15

/**
 * From a key to its echo, parsed, while a tab in the background prints as fast as it can and 50,000 sessions are polled
 * every two seconds; against the same window with both of them still. The 99th percentile of a round.
 */
export async function measureEcho(lab: TerminalLab): Promise<Figure[]> {
  const { page, open, send, show, pause, file } = lab
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

  const pairs: Round[] = []
  for (let round = 0; round < rounds; round++) {
    await pause(true)
    await page.waitForTimeout(1_000)
    const against = await p99()
    await pause(false)
    await send(flood.tab, ` while cat ${file.path}; do :; done\r`)
    await page.waitForTimeout(1_000)
    pairs.push({ measured: await p99(), against })
    await send(flood.tab, '\x03')
    await page.waitForTimeout(2_000)
  }
  await send(typing.tab, '\x04')
  const busy = median(pairs.map((pair) => pair.measured)).toFixed(1)
  const idle = median(pairs.map((pair) => pair.against)).toFixed(1)
  return [
    figureOf({
      name: 'Key to echo p99 beside a flood and 50,000 sessions, against idle',
      rounds: pairs,
      aim: 3,
      detail: `${busy} ms against ${idle} ms`,
    }),
  ]
}
