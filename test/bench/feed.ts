import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Report } from './feed-server.mjs'

/** Forked, so that the service's work is nobody's CPU time but its own. */
const program = fileURLToPath(new URL('./feed-server.mjs', import.meta.url))
const patienceMs = 30_000

/** The prepared LuaProt service, and how to steer it. */
export type Feed = {
  url: string
  /** From now on the service lists so many sessions, of which `changed` differ between two answers. */
  show(sessions: number, changed: number): Promise<void>
  /** Somebody arrives with the next answer. Resolves with the epoch ms at which that answer began to leave. */
  arrive(name: string): Promise<number>
  /** Resolves after the next `count` answers that listed as many sessions as {@link show} said. */
  answers(count: number): Promise<void>
  stop(): void
}

/** Starts the service in a process of its own. */
export async function startFeed(): Promise<Feed> {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { port } = await reported(child, 'listening')
  let shown = 0
  return {
    url: `http://127.0.0.1:${port}`,
    async show(sessions, changed) {
      const done = reported(child, 'shown')
      child.send({ type: 'show', sessions, changed })
      await done
      shown = sessions
    },
    async arrive(name) {
      const answered = reported(child, 'answered', (report) => report.names.includes(name))
      child.send({ type: 'arrive', name })
      return (await answered).at
    },
    async answers(count) {
      for (let seen = 0; seen < count; seen++)
        await reported(child, 'answered', (report) => report.sessions === shown)
    },
    stop: () => void child.kill(),
  }
}

/** The next report of a kind that passes the test. Rejects when the service ends or stays silent. */
async function reported<T extends Report['type']>(
  child: ChildProcess,
  type: T,
  test: (report: Extract<Report, { type: T }>) => boolean = () => true,
): Promise<Extract<Report, { type: T }>> {
  const signal = AbortSignal.timeout(patienceMs)
  for (;;) {
    const [report] = await once(child, 'message', { signal }).catch((cause: unknown) => {
      throw new Error(`The prepared service did not report "${type}" in ${patienceMs / 1000} s.`, { cause })
    })
    if (isReport(report, type) && test(report)) return report
  }
}

function isReport<T extends Report['type']>(value: unknown, type: T): value is Extract<Report, { type: T }> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type
}
