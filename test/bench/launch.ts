import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { applicationEnvironment } from '../../scripts/desktop.mjs'
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs'

const probe = fileURLToPath(new URL('./probe.cjs', import.meta.url))
const patienceMs = 60_000
/** How long quitting may take, ms. */
const quitMs = 5_000

/** What to start, and when it counts as started. */
export type Launch = {
  /** A folder with a package.json in it. */
  folder: string
  args: readonly string[]
  /** The first element that has to be painted. */
  selector: string
}

/** A start: ms from spawn to paint, and what all processes together held a while later. */
export type Started = { paintedAfterMs: number; memoryMb: number }

/** How long an application lives before its memory is read, ms: what comes after the first paint is there, and a large roster. */
const settledMs = 3_000

type Report = { paintedAt: number; processes: { pid: number; workingSetKb: number }[] }

/** Starts an application with a new user-data folder, which is gone afterwards. */
export function launchOnce(runtime: ElectronRuntime, launch: Launch): Promise<Started> {
  return withUserData((folder) => start(runtime, launch, folder, settledMs))
}

/** The same, and starts it again with what the first start left in its folder; `secondMs` is until that one's paint. */
export function launchTwice(
  runtime: ElectronRuntime,
  launch: Launch,
): Promise<{ first: Started; secondMs: number }> {
  return withUserData(async (folder) => {
    const first = await start(runtime, launch, folder, settledMs)
    const { paintedAfterMs } = await start(runtime, launch, folder, 0)
    return { first, secondMs: paintedAfterMs }
  })
}

async function withUserData<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts an application, waits for its paint, reads its memory so many ms later and has it quit. */
async function start(
  runtime: ElectronRuntime,
  launch: Launch,
  folder: string,
  settleMs: number,
): Promise<Started> {
  const args = [...runtime.args, '-r', probe, launch.folder, `--user-data-dir=${folder}`, ...launch.args]
  const env = {
    ...applicationEnvironment(),
    SESSIONDECK_BENCH_SELECTOR: launch.selector,
    SESSIONDECK_BENCH_SETTLE_MS: String(settleMs),
  }
  const startedAt = Date.now()
  const child = spawn(runtime.path, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    const report = await new Promise<Report>((resolve, reject) => {
      let printed = ''
      const fail = (why: string) => reject(new Error(`${launch.folder} ${why}: ${printed.slice(-2000)}`))
      const read = (data: Buffer) => {
        printed += data
        const found = /^BENCH (.+)$/m.exec(printed)?.[1]
        if (found !== undefined) resolve(JSON.parse(found) as Report)
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('error', (cause) => fail(cause.message))
      child.once('close', () => fail('ended early'))
      setTimeout(fail, patienceMs, 'painted nothing').unref()
    })
    return { paintedAfterMs: report.paintedAt - startedAt, memoryMb: await memoryOf(report.processes) }
  } finally {
    // As a person's quitting does, so that the next start finds what this one learned.
    child.kill('SIGTERM')
    await Promise.race([ended, sleep(quitMs, undefined, { ref: false })])
    endGroup(child.pid)
    await ended
  }
}

/** Where a config file for the time of `work` is. */
export async function withConfig<T>(config: unknown, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-bench-'))
  const file = path.join(folder, 'config.json')
  try {
    await writeFile(file, JSON.stringify(config))
    return await work(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * MB of all processes together. On Linux the proportional set size: what processes share counts once. Elsewhere the
 * working sets, in which it counts for each of them.
 */
export async function memoryOf(processes: Report['processes']): Promise<number> {
  const kb = await Promise.all(processes.map(({ pid, workingSetKb }) => proportionalKb(pid) ?? workingSetKb))
  return kb.reduce((sum, one) => sum + one, 0) / 1024
}

function proportionalKb(pid: number): Promise<number> | undefined {
  if (process.platform !== 'linux') return undefined
  return readFile(`/proc/${pid}/smaps_rollup`, 'utf8').then((text) =>
    Number(/^Pss:\s+(\d+)/m.exec(text)?.[1]),
  )
}

/** Ends an application with all its processes. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // ESRCH: everything has ended already.
  }
}
