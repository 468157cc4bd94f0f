// The program whose CPU time is measured: bundled like the application, run by plain Node with --expose-gc, one measurement a
// process. Prints its rounds as JSON.

import { systemClock } from '../../src/main/clock'
import { Roster } from '../../src/main/watch/monitor/roster'
import { HttpClient } from '../../src/main/watch/providers/http'
import { createLuaprotProvider } from '../../src/main/watch/providers/luaprot/provider'
import { RateBudget } from '../../src/main/watch/providers/rate-budget'
import type { Round } from './statistics'

const scope = { kind: 'hub', id: '40511091490620200512' } as const
const [url = '', kind = '', roundCount = '', perRound = ''] = process.argv.slice(2)
const heartbeatsPerRound = Number(perRound)

const account = {
  baseUrl: url,
  authHeader: { name: 'Authorization', scheme: '' },
  credential: 'bench-key',
  headers: {},
}
const http = new HttpClient({
  account,
  label: () => 'Bench',
  service: 'LuaProt',
  credentialAdvice: () => '',
  clock: systemClock,
  // Never full: waiting for a turn is not what is measured.
  budget: new RateBudget(systemClock, [{ limit: 1_000_000, perMs: 60_000 }]),
  proxy: null,
  log: (line) => process.stderr.write(`${line}\n`),
})

/** What remembers heartbeats. */
const createWatch = () => ({
  provider: createLuaprotProvider('bench', http, systemClock),
  roster: new Roster(),
})
let watch = createWatch()

/** From the request to the patch. Returns how many rows the patch touches. */
async function heartbeat(): Promise<number> {
  const { provider, roster } = watch
  const at = systemClock.now()
  const signal = new AbortController().signal
  const answer = await provider.listSessions(scope, { signal, cursor: null, maxRequests: 1 })
  if (!answer.ok) throw new Error(answer.error.error.message)
  const { sessions } = answer.value
  const change = roster.apply('bench', { sessions, at, begins: true, completes: true, sweepsUntilGone: 1 })
  return change ? change.patch.upserts.length + change.patch.removes.length : 0
}

/** The bytes of the next answer, as the network gives them. */
async function nextBody(): Promise<Buffer> {
  const response = await fetch(url)
  return Buffer.from(await response.arrayBuffer())
}

/**
 * CPU time of the whole process with all its threads, µs. What was left over from before is collected first, and forgotten
 * where first heartbeats are measured.
 */
async function cpuOf(work: () => Promise<void> | void): Promise<number> {
  if (kind === 'first') watch = createWatch()
  globalThis.gc?.()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const bodies = await Promise.all([nextBody(), nextBody(), nextBody()])
let touched = 0
let rows = 0
const heartbeats = async () => {
  for (let done = 0; done < heartbeatsPerRound; done++) touched = await heartbeat()
  rows = watch.roster.size
}
let next = 0
const parses = () => {
  for (let done = 0; done < heartbeatsPerRound; done++)
    JSON.parse((bodies[next++ % bodies.length] ?? Buffer.alloc(0)).toString('utf8'))
}

// The optimiser needs to have seen both before they are compared.
for (let warmUp = 0; warmUp < 3; warmUp++) {
  await cpuOf(heartbeats)
  parses()
}
const rounds: Round[] = []
for (let round = 0; round < Number(roundCount); round++) {
  const measured = (await cpuOf(heartbeats)) / heartbeatsPerRound / 1000
  const against = (await cpuOf(parses)) / heartbeatsPerRound / 1000
  rounds.push({ measured, against })
}
await http.close()
process.stdout.write(JSON.stringify({ rounds, rows, touched, bytes: bodies[0]?.length ?? 0 }))
