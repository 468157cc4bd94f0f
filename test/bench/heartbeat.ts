import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { capture } from '../../scripts/command.mjs'
import { type Feed, startFeed } from './feed'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Enough heartbeats a round to rise above the clock's grain, and no more rounds than a minute allows. */
const measurements = [
  { kind: 'next', sessions: 10_000, rounds: 11, perRound: 4, aim: 0.8 },
  { kind: 'next', sessions: 50_000, rounds: 9, perRound: 3, aim: 0.8 },
  { kind: 'first', sessions: 10_000, rounds: 11, perRound: 1, aim: 3 },
  { kind: 'first', sessions: 50_000, rounds: 9, perRound: 1, aim: 3 },
]

type Printed = { rounds: Round[]; rows: number; touched: number; bytes: number }

/**
 * CPU time of one heartbeat of 10,000 and of 50,000 sessions, from the request to the patch, against decoding and
 * parsing the same bytes: what it takes to look at all of them. Once where 1 % differs from the heartbeat before, and once
 * where nothing is known yet.
 */
export async function measureHeartbeats(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-bench-'))
  const feed = await startFeed()
  try {
    const program = await bundle(folder)
    const figures: Figure[] = []
    for (const measurement of measurements) figures.push(await measureOne(program, feed, measurement))
    return figures
  } finally {
    feed.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureOne(
  program: string,
  feed: Feed,
  { kind, sessions, rounds, perRound, aim }: (typeof measurements)[number],
): Promise<Figure> {
  await feed.show(sessions, sessions / 100)
  const words = ['--expose-gc', program, feed.url, kind, String(rounds), String(perRound)]
  const { code, stdout, stderr } = await capture(process.execPath, words)
  if (code !== 0) throw new Error(`the heartbeat program failed: ${stderr.trim()}`)
  const printed = JSON.parse(stdout) as Printed
  if (printed.rows !== sessions || printed.touched < sessions / 100)
    throw new Error(`the roster held ${printed.rows} rows and a patch touched ${printed.touched}`)
  const heartbeat = median(printed.rounds.map((round) => round.measured))
  const parse = median(printed.rounds.map((round) => round.against))
  return figureOf({
    name: `CPU of a ${kind === 'first' ? 'first ' : ''}heartbeat of ${sessions.toLocaleString('en')} sessions, against JSON.parse`,
    rounds: printed.rounds,
    aim,
    detail: `${heartbeat.toFixed(1)} ms against ${parse.toFixed(1)} ms; ${(printed.bytes / 1e6).toFixed(1)} MB, ${printed.touched} rows in the patch`,
  })
}

/** Builds the program as the application is built: one file, for the same Node. */
async function bundle(folder: string): Promise<string> {
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(projectFolder, 'test', 'bench', 'heartbeat-program.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node18.15',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'heartbeat.mjs' } },
    },
  })
  return path.join(folder, 'heartbeat.mjs')
}
