import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs'
import { type Figure, tableOf } from './figures'
import { measureHeartbeats } from './heartbeat'
import { measureListQuestions } from './list-questions'
import { describeMachine } from './machine'
import { measurePageTime } from './page-time'
import { measurePaintedRow } from './painted-row'
import { measureScrolling } from './scrolling'
import { measureShellDelay } from './shell-delay'
import { measureStart } from './start'
import { measureConnect } from './terminal-connect'
import { measureEcho } from './terminal-echo'
import { type TerminalLab, withTerminals } from './terminal-lab'
import { measurePausedTab, measureTabMemory } from './terminal-memory'
import { measureTerminalSpeed } from './terminal-speed'
import { type BenchWindow, withWindow } from './window'

/** A section that hangs must not take the others with it; a healthy one needs a part of this. */
const patienceMs = 4 * 60_000

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`it was not done after ${patienceMs / 1000} s`)
  })
  return Promise.race([work, late])
}

/** Collects figures, and what could not be measured. */
class Results {
  readonly figures: Figure[] = []
  readonly missing: string[] = []

  /** Runs one group of measurements; where it fails the others still run. */
  async add(name: string, measure: () => Promise<Figure[]>): Promise<void> {
    console.log(`\n── ${name} ──`)
    try {
      for (const figure of await inTime(measure())) {
        this.figures.push(figure)
        console.log(`${figure.name}: ${figure.ratio.toFixed(2)}× (${figure.detail})`)
      }
    } catch (error) {
      this.miss(name, error)
    }
  }

  miss(name: string, error: unknown): void {
    const why = `${name}: ${error instanceof Error ? error.message : error}`
    this.missing.push(why)
    console.log(`Not measured: ${why}`)
  }
}

/** Measurements that share one open window. */
const inWindow: readonly [name: string, measure: (window: BenchWindow) => Promise<Figure[]>][] = [
  ['shell delay', measureShellDelay],
  ['page time', measurePageTime],
  ['response to painted row', measurePaintedRow],
  ['scrolling', measureScrolling],
  ['search and sort', measureListQuestions],
]

/** Measurements that share one open window with tabs on a real SSH server. Memory comes before others leave something to collect. */
const inTerminals: readonly [name: string, measure: (lab: TerminalLab) => Promise<Figure[]>][] = [
  ['terminal memory', measureTabMemory],
  ['terminal connect', measureConnect],
  ['terminal speed', measureTerminalSpeed],
  ['terminal paused', measurePausedTab],
  ['terminal echo', measureEcho],
]

/**
 * Measures what the words name (all without any) and prints it.
 *
 * @param electron what to open windows with, or why none can be opened
 * @param words parts of the sections' names
 * @returns the exit code: 1 when something could not be measured, whatever the figures are
 */
export async function runBench(
  electron: ElectronRuntime | string,
  words: readonly string[],
): Promise<number> {
  const isChosen = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
  const results = new Results()
  if (isChosen('heartbeat')) await results.add('heartbeat', measureHeartbeats)

  const windowed = inWindow.filter(([name]) => isChosen(name))
  const terminals = inTerminals.filter(([name]) => isChosen(name))
  if (typeof electron === 'string') {
    for (const name of ['start and memory', ...[...windowed, ...terminals].map(([name]) => name)])
      if (isChosen(name)) results.miss(name, electron)
  } else {
    if (isChosen('start and memory')) await results.add('start and memory', () => measureStart(electron))
    if (windowed.length > 0)
      await withWindow(async (window) => {
        for (const [name, measure] of windowed) await results.add(name, () => measure(window))
      }).catch((error) => results.miss('window', error))
    if (terminals.length > 0)
      await withTerminals(async (lab) => {
        for (const [name, measure] of terminals) await results.add(name, () => measure(lab))
      }).catch((error) => results.miss('terminals', error))
  }

  console.log(`\n${describeMachine(electron)}\n\n${tableOf(results.figures)}`)
  for (const line of results.missing) console.log(`\nNot measured: ${line}`)
  return results.missing.length === 0 ? 0 : 1
}
