import type { Refuse } from './behaviour'
import { bearerOf, createApp, type Service, type ServiceContext } from './service'
import { type Person, Players } from './world/people'
import { Population, populate, type Visit } from './world/population'

/** The scripts of the demo account; nobody runs the last one. */
export const JUNKIE_SCRIPT_IDS = ['48213', '48377', '50102'] as const

const PLACES = ['606849621', '2753915549', '4442272183', '13772394625']
const BEAT_EVERY_MS = 15_000

interface JunkieVisit extends Visit {
  scriptId: string
  jobId: string
  placeId: string
}

/** Junkie: counts for every script, and a script's live users page by page. */
export function createJunkie(context: ServiceContext, options: { population: number }): Service {
  const { clock } = context
  const prng = context.prng.fork('sessions')
  const servers = Array.from({ length: 20 }, () => ({ jobId: prng.uuid(), placeId: prng.pick(PLACES) }))
  const seeds = {
    clock,
    people: new Players(context.prng.fork('people'), clock.now()),
    visit: (person: Person, createdAtMs: number): JunkieVisit => ({
      id: `ls_${prng.hex(20)}`,
      person,
      createdAtMs,
      scriptId: prng.chance(0.7) ? JUNKIE_SCRIPT_IDS[0] : JUNKIE_SCRIPT_IDS[1],
      ...prng.pick(servers),
    }),
  }
  const population = new Population<JunkieVisit>({ ...seeds, removalDelayMs: () => 0 })
  populate(population, seeds, options.population, prng)

  const app = createApp(context, { provider: 'junkie', credentialOf: bearerOf, refuse })

  // Get live user counts per script
  app.get('/api/v2/live-users', (c) => {
    const visits = population.all()
    const counts: Record<string, number> = Object.fromEntries(JUNKIE_SCRIPT_IDS.map((id) => [id, 0]))
    for (const { scriptId } of visits) counts[scriptId] = (counts[scriptId] ?? 0) + 1
    return c.json({ counts, total: visits.length })
  })

  // List active sessions for a script. The newest come first, so that pages shift while they are read.
  app.get('/api/v2/live-users/:scriptId', (c) => {
    const scriptId = c.req.param('scriptId')
    if (!(JUNKIE_SCRIPT_IDS as readonly string[]).includes(scriptId)) {
      return refuse(c, 404, 'Script not found or access denied')
    }
    const page = wholeNumber(c.req.query('page'), 1)
    const limit = wholeNumber(c.req.query('limit'), 20)
    if (page < 1 || limit < 1 || limit > 50) {
      return refuse(c, 400, 'page must be at least 1 and limit between 1 and 50')
    }
    const search = (c.req.query('search') ?? '').toLowerCase()
    const found = population
      .all()
      .filter((visit) => visit.scriptId === scriptId)
      .filter((visit) => search === '' || (visit.person.handle ?? '').toLowerCase().includes(search))
      .reverse()
    return c.json({
      sessions: found.slice((page - 1) * limit, page * limit).map((visit) => toWire(visit, clock.now())),
      total: found.length,
      page,
      limit,
      totalPages: Math.ceil(found.length / limit),
    })
  })

  return { app, crowd: population }
}

const refuse: Refuse = (c, status, message) => c.json({ error: message }, status)

/** A query's integer; 0, which every bound refuses, when it is something else. */
function wholeNumber(text: string | undefined, absent: number): number {
  if (text === undefined) return absent
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** Beats are not simulated singly: they follow from the time. */
function toWire(visit: JunkieVisit, nowMs: number) {
  const beats = Math.max(0, Math.floor((nowMs - visit.createdAtMs) / BEAT_EVERY_MS))
  return {
    sessionId: visit.id,
    ...(visit.person.handle === null ? {} : { robloxUsername: visit.person.handle }),
    robloxJobId: visit.jobId,
    placeId: visit.placeId,
    hwid: visit.person.hwid,
    beatCount: beats + 1,
    created: visit.createdAtMs,
    lastBeat: visit.createdAtMs + beats * BEAT_EVERY_MS,
    // Undocumented on purpose.
    executor: 'demo',
  }
}
