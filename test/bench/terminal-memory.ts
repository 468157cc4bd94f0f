import { readFile } from 'node:fs/promises'
import { type Figure, figureOf } from './figures'
import { memoryOf } from './launch'
import { median, type Round } from './statistics'
import type { TerminalLab } from './terminal-lab'
import { bareWrite, loadBareXterm } from './terminal-speed'

const rounds = 3
/** One terminal's memory is too near to what comes and goes in the meantime. */
const tabsPerRound = 3
const settleMs = 3_000
const scrollback = 10_000

const pausedRounds = 3
const pausedForMs = 20_000

/**
 * What a tab adds to all processes with its 10,000 lines of scrollback full, against an xterm alone that has the same
 * lines in the same page.
 */
export async function measureTabMemory(lab: TerminalLab): Promise<Figure[]> {
  const { app, page, pause, open, run, file, block } = lab
  await pause(true)
  await loadBareXterm(page)
  const session = await page.context().newCDPSession(page)
  const total = async () => {
    await session.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(settleMs)
    const processes = await app.evaluate((electron) =>
      electron.app.getAppMetrics().map(({ pid, memory }) => ({ pid, workingSetKb: memory.workingSetSize })),
    )
    return memoryOf(processes)
  }
  const lines = block.split('\r\n')
  const text = `${Array.from({ length: scrollback }, (_, line) => lines[line % lines.length]).join('\r\n')}\r\n`
  const pairs: Round[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await total()
    for (let tab = 0; tab < tabsPerRound; tab++) {
      const opened = await open()
      await run(opened.tab, `tr -d '\\r' < ${file.path} | head -n ${scrollback}`)
    }
    const between = await total()
    for (let tab = 0; tab < tabsPerRound; tab++) await bareWrite(page, { tab: 0, text, times: 1, keep: true })
    const after = await total()
    pairs.push({ measured: (between - before) / tabsPerRound, against: (after - between) / tabsPerRound })
  }
  const own = median(pairs.map((pair) => pair.measured)).toFixed(1)
  const bare = median(pairs.map((pair) => pair.against)).toFixed(1)
  return [
    figureOf({
      name: 'Memory of a tab with 10,000 lines, against xterm alone',
      rounds: pairs,
      aim: null,
      detail: `${own} MB against ${bare} MB`,
    }),
  ]
}

/**
 * Memory of the main process (which has the terminals thread in it) when a peer has been sending for a while to a tab
 * that does not keep up, against the moments after the tab was paused.
 */
export async function measurePausedTab(lab: TerminalLab): Promise<Figure[]> {
  const { app, page, pause, open, send } = lab
  await pause(true)
  const mainPid = await app.evaluate(() => process.pid)
  const memory = async () => {
    const seen: number[] = []
    for (let sample = 0; sample < 5; sample++) {
      seen.push(await residentMb(mainPid))
      await page.waitForTimeout(500)
    }
    return median(seen)
  }
  const pairs: Round[] = []
  for (let round = 0; round < pausedRounds; round++) {
    const { tab } = await open()
    const received = () => page.evaluate((at) => globalThis.bench.streams[at]?.received ?? 0, tab)
    await page.evaluate((at) => {
      const stream = globalThis.bench.streams[at]
      if (stream) stream.silent = true
    }, tab)
    await send(tab, ' yes something that is sent for ever\r')
    await page.waitForTimeout(settleMs)
    const before = await received()
    const against = await memory()
    await page.waitForTimeout(pausedForMs)
    pairs.push({ measured: await memory(), against })
    if ((await received()) !== before) throw new Error('the tab was not paused')
    await page.keyboard.press('Control+Shift+KeyW')
    await page.waitForTimeout(1_000)
  }
  const late = median(pairs.map((pair) => pair.measured)).toFixed(0)
  const early = median(pairs.map((pair) => pair.against)).toFixed(0)
  return [
    figureOf({
      name: 'Main process after 20 s of a paused tab whose peer sends on, against its first moments',
      rounds: pairs,
      aim: 1.05,
      detail: `${late} MB against ${early} MB`,
    }),
  ]
}

async function residentMb(pid: number): Promise<number> {
  return Number(/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
